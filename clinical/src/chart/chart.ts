import { Exact } from '../exact.ts'
import { isOneOf, keysOf } from '../keys.ts'
import { figure, unitWord } from '../quantity.ts'
import type { Role } from '../visit/rights.ts'
import type { FaultSaid } from '../words/fault-words.ts'
import type { AnswerTo, EnteredBy, Indication, Question } from './question.ts'
import { questions } from './questions.ts'

export type ChartKey = keyof typeof questions

/** Every answer a chart can hold, by key. */
export type Answers = { [K in ChartKey]: AnswerTo<(typeof questions)[K]> }

/** The same, as a rule sees them: never unsure. */
export type Facts = { [K in ChartKey]: Exclude<Answers[K], 'not-sure'> }

/** One answer with the instant (ISO) at which it was true and, where the record knows it, who entered it. */
export type ChartEntry<T> = { value: T; at: string; by?: string }

/** What rules read: the latest answer of each key, with its instant. A key that is not there is unknown. */
export type Chart = { [K in ChartKey]?: ChartEntry<Answers[K]> }

export const chartKeys = keysOf(questions)

/** What a value would have to be to answer this question; null when it does. */
export function notAnAnswer(question: Question, value: unknown): FaultSaid | null {
  switch (question.kind) {
    case 'yes-no':
      return typeof value === 'string' && ['yes', 'no', 'not-sure'].includes(value) ? null : { code: 'yes-no-or-not-sure' }
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(question.choices, value)
        ? null
        : { code: 'one-of-values', params: { values: Object.keys(question.choices) } }
    case 'whole':
      return notWhole(question, value)
    case 'decimal':
      return notDecimal(question, value)
    case 'date':
      if (typeof value !== 'string' || !isDay(value)) return { code: 'day-like-1980-05-17' }
      return value >= question.earliest ? null : { code: 'day-from-on', params: { earliest: question.earliest } }
    case 'version':
      return typeof value === 'string' && /^[0-9a-f]{12}$/.test(value) ? null : { code: 'version-of-text' }
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) return false
  const iso = day.toISOString()
  return iso.startsWith(text)
}

function notWhole({ least, most, unit }: Extract<Question, { kind: 'whole' }>, value: unknown): FaultSaid | null {
  const isIn = typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
  return isIn ? null : { code: 'whole-number-from-to', params: { least, most, unit } }
}

function notDecimal({ least, most, places }: Extract<Question, { kind: 'decimal' }>, value: unknown): FaultSaid | null {
  const written = new RegExp(places === 0 ? '^\\d{1,4}$' : `^\\d{1,4}(\\.\\d{1,${places}})?$`)
  const isIn = typeof value === 'string' && written.test(value) && new Exact(value).gte(least) && new Exact(value).lte(most)
  return isIn ? null : { code: 'number-from-to', params: { least, most, places } }
}

/** Whether a stored value can be an answer to this question at all. */
export const isAnswer = (key: ChartKey, value: unknown): boolean =>
  Object.hasOwn(questions, key) && notAnAnswer(questions[key], value) === null

/** The questions asked for an indication, in the order of the form; read from records ones left out. */
export const questionsFor = (indication: Indication): { key: ChartKey; question: Question }[] =>
  chartKeys
    .map((key) => ({ key, question: questions[key] as Question }))
    .filter(({ question }) => question.for === 'both' || question.for === indication)
    .filter(({ question }) => !question.enteredBy.includes('record'))

/** Whether this role may enter this answer. */
export const mayEnter = (role: EnteredBy | Role, key: ChartKey): boolean => isOneOf<string>(questions[key].enteredBy, role)

/** An answer as people read it, with its unit. */
export function answerText(key: ChartKey, value: string | number): string {
  const question: Question = questions[key]
  if (value === 'not-sure') return 'not sure'
  if (question.kind === 'choice') return question.choices[value] ?? String(value)
  if (question.kind === 'whole' && value === 1) return `1 ${question.unit.replace(/s$/, '')}`
  if (question.kind === 'whole' || question.kind === 'decimal') return `${figure(value)} ${unitWord(question.unit, value)}`
  return String(value)
}
