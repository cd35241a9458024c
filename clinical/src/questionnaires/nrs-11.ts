import { defineQuestionnaire, zeroToTen } from '../outcome/questionnaire.ts'

const ends = ['No pain', 'The worst pain I can imagine'] as const

export const nrs11 = defineQuestionnaire({
  id: 'nrs-11',
  title: 'Pain from 0 to 10',
  source: 'Bands: clinical reference 5. Change: Farrar et al. Pain 2001;94:149–158; Dworkin et al. J Pain 2008;9:105–121',
  basis: 'source',
  wording: 'own',
  loinc: { total: '72514-3' },
  items: [
    zeroToTen('now', 'How strong is your pain right now?', ends),
    zeroToTen('average', 'How strong was your pain over the last 24 hours, taken together?', ends),
    zeroToTen('worst', 'How strong was it at its worst in the last 24 hours?', ends),
  ],
  scoring: { rule: 'item', item: 'average' },
  bands: [
    [0, 'none'],
    [1, 'mild'],
    [4, 'moderate'],
    [7, 'severe'],
  ],
  meaningfulChange: { text: '30 % is a moderate change, 50 % a substantial one', source: 'Dworkin et al. J Pain 2008;9:105–121' },
  examples: [
    [{ now: 3, average: 4, worst: 8 }, 4],
    [{ now: 3, average: 0, worst: 8 }, 0],
    [{ now: 3, worst: 8 }, null],
  ],
})
