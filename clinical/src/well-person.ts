import { type Answers, type ChartKey, chartKeys } from './chart/chart.ts'
import { answersShape } from './chart/chart-answers.ts'
import type { Indication, Question } from './chart/question.ts'
import { questions } from './chart/questions.ts'

const isAsked = ({ for: whom, enteredBy }: Question, indication: Indication) =>
  (whom === 'both' || whom === indication) && !enteredBy.includes('record')

/**
 * What somebody answers whom every rule lets pass: the usual answer to each question that a well person is asked for this indication.
 * Made from the questions, so that a new rule and its question stop nobody who is well.
 */
export function wellPerson(indication: Indication): Partial<Answers> {
  const asked = chartKeys.filter((key) => isAsked(questions[key], indication) && questions[key].usual !== null)
  return answersShape.parse({ ...Object.fromEntries(asked.map((key) => [key, questions[key].usual])), indication })
}

const ofTheDay: readonly ChartKey[] = [
  'systolic',
  'diastolic',
  'bloodPressureRepeated',
  'safetyQuestion',
  'phq9Item9',
  'weightKg',
  'heightCm',
]

/** The same, without what is measured or asked on the day of a visit. */
export function wellBefore(indication: Indication): Partial<Answers> {
  const before = Object.entries(wellPerson(indication)).filter(([key]) => !ofTheDay.some((each) => each === key))
  return answersShape.parse(Object.fromEntries(before))
}
