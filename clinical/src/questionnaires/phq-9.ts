import { defineQuestionnaire, importedItems } from '../outcome/questionnaire.ts'

const all = (value: number) => Object.fromEntries(importedItems(9, [0, 3]).map(({ id }) => [id, value]))

export const phq9 = defineQuestionnaire({
  id: 'phq-9',
  title: 'Patient Health Questionnaire, nine items',
  source: 'Kroenke, Spitzer & Williams. J Gen Intern Med 2001;16:606–613',
  basis: 'source',
  wording: 'imported',
  loinc: { panel: '44249-1', total: '44261-6' },
  items: importedItems(9, [0, 3]),
  scoring: { rule: 'sum', mayMiss: 1, neverMissing: ['item-9'], source: 'one missing item prorated, item 9 never: proposed' },
  bands: [
    [0, 'minimal'],
    [5, 'mild'],
    [10, 'moderate'],
    [15, 'moderately severe'],
    [20, 'severe'],
  ],
  meaningfulChange: { text: '5 points; response is half, remission is under 5', source: 'clinical reference 5' },
  examples: [
    [all(0), 0],
    [all(3), 27],
    [{ ...all(1), 'item-1': 2 }, 10],
    [{ ...all(1), 'item-1': null }, 9],
    [{ ...all(1), 'item-9': null }, null],
    [{ ...all(1), 'item-1': null, 'item-2': null }, null],
  ],
})
