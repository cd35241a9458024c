import { defineQuestionnaire, importedItems } from '../outcome/questionnaire.ts'

const all = (value: number) => Object.fromEntries(importedItems(7, [0, 3]).map(({ id }) => [id, value]))

export const gad7 = defineQuestionnaire({
  id: 'gad-7',
  title: 'Generalised anxiety, seven items',
  source: 'Spitzer et al. Arch Intern Med 2006;166:1092–1097',
  basis: 'source',
  wording: 'imported',
  loinc: { panel: '69737-5', total: '70274-6' },
  items: importedItems(7, [0, 3]),
  scoring: { rule: 'sum', mayMiss: 1, neverMissing: [], source: 'one missing item prorated: proposed' },
  bands: [
    [0, 'minimal'],
    [5, 'mild'],
    [10, 'moderate'],
    [15, 'severe'],
  ],
  meaningfulChange: { text: 'about 4 points', source: 'clinical reference 5' },
  examples: [
    [all(0), 0],
    [all(3), 21],
    [{ ...all(2), 'item-7': null }, 14],
    [{ ...all(2), 'item-6': null, 'item-7': null }, null],
  ],
})
