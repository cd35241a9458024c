import { defineQuestionnaire } from '../outcome/questionnaire.ts'

export const globalChange = defineQuestionnaire({
  id: 'global-change',
  title: 'Change as the person sees it',
  source:
    'our own wording of a seven-step scale; much or very much better counts as improved (Farrar et al. Pain 2001;94:149–158)',
  basis: 'proposed',
  wording: 'own',
  items: [
    {
      id: 'change',
      kind: 'choice',
      text: 'Since the infusions began, how are you all in all?',
      choices: {
        'very-much-better': 'Very much better',
        'much-better': 'Much better',
        'a-little-better': 'A little better',
        same: 'About the same',
        'a-little-worse': 'A little worse',
        'much-worse': 'Much worse',
        'very-much-worse': 'Very much worse',
      },
    },
  ],
  scoring: { rule: 'none' },
  bands: [],
  examples: [[{ change: 'much-better' }, null]],
})
