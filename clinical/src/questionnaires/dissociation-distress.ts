import { defineQuestionnaire, zeroToTen } from '../outcome/questionnaire.ts'

export const dissociationDistress = defineQuestionnaire({
  id: 'dissociation-distress',
  title: 'Dissociation and distress from 0 to 10',
  source: 'our own two scales, to be charted during an infusion; not a validated instrument',
  basis: 'proposed',
  wording: 'own',
  items: [
    zeroToTen('dissociation', 'How far away from yourself or the room do you feel?', ['Just as usual', 'Completely away']),
    zeroToTen('distress', 'How much does what you feel trouble you?', ['Not at all', 'More than I can bear']),
  ],
  scoring: { rule: 'item', item: 'dissociation' },
  bands: [],
  examples: [
    [{ dissociation: 7, distress: 2 }, 7],
    [{ distress: 2 }, null],
  ],
})
