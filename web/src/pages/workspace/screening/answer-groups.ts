import { type ChartKey, type Indication, type Question, questionsFor } from '@dripline/clinical'

const order: readonly (readonly [title: string, keys: readonly ChartKey[]])[] = [
  ['Safety first', ['safetyQuestion', 'phq9Item9', 'asqResult', 'cssrsCategory']],
  ['What it is for', ['indication', 'painCondition', 'painMonths', 'treatmentsTried']],
  ['The person', ['dateOfBirth', 'weightKg', 'heightCm', 'pregnancy', 'pregnancyTest', 'ketamineAllergy']],
  [
    'Heart and vessels',
    [
      'systolic',
      'diastolic',
      'bloodPressureRepeated',
      'unstableAngina',
      'recentHeartEvent',
      'failingHeart',
      'severeValveDisease',
      'vesselMalformation',
      'brainBleed',
      'raisedBrainPressure',
    ],
  ],
  ['Mind and judgment', ['psychosis', 'mania', 'confusion', 'decidesForSelf']],
  ['Liver and substances', ['liver', 'activeSubstanceUse', 'ketamineMisuse']],
]

export type AnswerGroup = { title: string; asked: { key: ChartKey; question: Question }[] }

/** The questions for an indication under their headings; one that has no place yet stands at the end, never left out. */
export const answerGroups = (indication: Indication): AnswerGroup[] => {
  const all = questionsFor(indication)
  const placed = new Set(order.flatMap(([, keys]) => keys))
  const groups = order.map(([title, keys]) => ({
    title,
    asked: keys.flatMap((key) => all.find((each) => each.key === key) ?? []),
  }))
  const rest = all.filter(({ key }) => !placed.has(key))
  return [...groups, { title: 'More', asked: rest }].filter(({ asked }) => asked.length > 0)
}
