import { defineQuestionnaire } from '../outcome/questionnaire.ts'

export const safety = defineQuestionnaire({
  id: 'safety',
  title: 'The safety question',
  source: 'our own plain question; anything but a no raises an alert with an owner until it is closed',
  basis: 'proposed',
  wording: 'own',
  items: [
    {
      id: 'safety',
      kind: 'choice',
      text: 'Do you have thoughts of ending your life or hurting yourself?',
      choices: { no: 'No', yes: 'Yes', 'rather-not-say': 'I would rather not say' },
    },
  ],
  scoring: { rule: 'none' },
  bands: [],
  examples: [
    [{ safety: 'no' }, null],
    [{ safety: 'yes' }, null],
  ],
})
