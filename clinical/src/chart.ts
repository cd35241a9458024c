import { z } from 'zod'
import { Exact } from './exact.ts'
import { figure, unitWord } from './quantity.ts'
import type { AnswerTo, EnteredBy, Indication, Question } from './question.ts'
import { questions } from './questions.ts'
import type { Role } from './rights.ts'

export type ChartKey = keyof typeof questions

/** Every answer a chart can hold, by key. */
export type Answers = { [K in ChartKey]: AnswerTo<(typeof questions)[K]> }

/** The same, as a rule sees them: never unsure. */
export type Facts = { [K in ChartKey]: Exclude<Answers[K], 'not-sure'> }

/** One answer with the instant (ISO) at which it was true and, where the record knows it, who entered it. */
export type ChartEntry<T> = { value: T; at: string; by?: string }

/** What rules read: the latest answer of each key, with its instant. A key that is not there is unknown. */
export type Chart = { [K in ChartKey]?: ChartEntry<Answers[K]> }

export const chartKeys = Object.keys(questions) as ChartKey[]

const wordsOf = (choices: Readonly<Record<string, string>>) => Object.keys(choices)

function shapeOf(question: Question): z.ZodType {
  switch (question.kind) {
    case 'yes-no':
      return z.enum(['yes', 'no', 'not-sure'], 'yes, no or not-sure')
    case 'choice':
      return z.enum(wordsOf(question.choices), `one of ${wordsOf(question.choices).join(', ')}`)
    case 'whole':
      return wholeShape(question)
    case 'decimal':
      return decimalShape(question)
    case 'date':
      return z.iso.date('a day, like 1980-05-17').refine((day) => day >= question.earliest, `a day from ${question.earliest}`)
    case 'version':
      return z.string().regex(/^[0-9a-f]{12}$/)
  }
}

function wholeShape({ least, most, unit }: Extract<Question, { kind: 'whole' }>): z.ZodType {
  const expected = `a whole number from ${least} to ${most} ${unit}`
  return z.int(expected).min(least, expected).max(most, expected)
}

function decimalShape({ least, most, places }: Extract<Question, { kind: 'decimal' }>): z.ZodType {
  const written = new RegExp(places === 0 ? '^\\d{1,4}$' : `^\\d{1,4}(\\.\\d{1,${places}})?$`)
  const expected = `a number from ${least} to ${most} with at most ${places} decimal place`
  return z.string().refine((text) => written.test(text) && new Exact(text).gte(least) && new Exact(text).lte(most), expected)
}

const shapes = Object.fromEntries(chartKeys.map((key) => [key, shapeOf(questions[key])]))

/** Some answers, as a form sends them. Wrong kinds, values out of range and unknown keys are all refused at once. */
export const answersShape = z.strictObject(
  Object.fromEntries(Object.entries(shapes).map(([key, shape]) => [key, shape.optional()])),
) as unknown as z.ZodType<Partial<Answers>>

/** Whether a stored value can be an answer to this question at all. */
export const isAnswer = (key: ChartKey, value: unknown): boolean => shapes[key]?.safeParse(value).success ?? false

/** The questions asked for an indication, in the order of the form; read from records ones left out. */
export const questionsFor = (indication: Indication): { key: ChartKey; question: Question }[] =>
  chartKeys
    .map((key) => ({ key, question: questions[key] as Question }))
    .filter(({ question }) => question.for === 'both' || question.for === indication)
    .filter(({ question }) => !question.enteredBy.includes('record'))

/** Whether this role may enter this answer. */
export const mayEnter = (role: EnteredBy | Role, key: ChartKey): boolean =>
  (questions[key].enteredBy as readonly string[]).includes(role)

/** An answer as people read it, with its unit. */
export function answerText(key: ChartKey, value: string | number): string {
  const question: Question = questions[key]
  if (value === 'not-sure') return 'not sure'
  if (question.kind === 'choice') return question.choices[value] ?? String(value)
  if (question.kind === 'whole' && value === 1) return `1 ${question.unit.replace(/s$/, '')}`
  if (question.kind === 'whole' || question.kind === 'decimal') return `${figure(value)} ${unitWord(question.unit, value)}`
  return String(value)
}
