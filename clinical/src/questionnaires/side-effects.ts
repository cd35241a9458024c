import { defineQuestionnaire } from '../outcome/questionnaire.ts'

export const sideEffects = defineQuestionnaire({
  id: 'side-effects',
  title: 'Side effects',
  source:
    'our own list, from the effects most often reported: Short et al. Lancet Psychiatry 2018;5:65–78; Sigtermans 2009; bladder and liver from the FDA alert of 2023',
  basis: 'proposed',
  wording: 'own',
  items: [
    {
      id: 'effects',
      kind: 'several',
      text: 'Have you noticed any of these since we last asked?',
      none: 'none',
      choices: {
        dissociation: 'Feeling far away, unreal or outside myself',
        hallucination: 'Seeing or hearing things that were not there',
        drowsiness: 'Sleepy or hard to wake',
        dizziness: 'Dizzy or unsteady',
        nausea: 'Feeling sick',
        vomiting: 'Being sick',
        headache: 'Headache',
        'blurred-vision': 'Blurred or double sight',
        anxiety: 'Anxious or frightened',
        'low-mood': 'Mood lower than before',
        palpitations: 'Heart racing or pounding',
        'urinary-pain': 'Pain on passing water, or blood in it',
        'urinary-frequency': 'Passing water more often than usual',
        'yellow-skin': 'Yellow skin or eyes, or dark urine',
        craving: 'Wanting more ketamine',
        other: 'Something else',
      },
    },
  ],
  scoring: { rule: 'none' },
  bands: [],
  examples: [
    [{ effects: ['none'] }, null],
    [{ effects: ['nausea', 'dizziness'] }, null],
  ],
})
