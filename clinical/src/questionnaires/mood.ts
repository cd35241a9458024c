import { defineQuestionnaire, zeroToTen } from '../outcome/questionnaire.ts'

export const mood = defineQuestionnaire({
  id: 'mood',
  title: 'Mood from 0 to 10',
  source: 'our own; not a validated instrument, and no diagnosis rests on it',
  basis: 'proposed',
  wording: 'own',
  items: [zeroToTen('mood', 'How has your mood been today?', ['As low as it gets', 'As good as it gets'])],
  scoring: { rule: 'item', item: 'mood' },
  bands: [],
  examples: [
    [{ mood: 0 }, 0],
    [{ mood: 10 }, 10],
    [{}, null],
  ],
})
