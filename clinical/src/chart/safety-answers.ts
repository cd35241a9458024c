import { isOneOf } from '../keys.ts'
import type { GateFacts } from '../visit/gate.ts'
import type { ChartKey } from './chart.ts'
import { answerTo, dayBegan, type Fact, isBy } from './latest-facts.ts'

export const safetyKeys = ['safetyQuestion', 'asqResult', 'cssrsCategory', 'phq9Item9'] as const satisfies readonly ChartKey[]

const harmless: Readonly<Record<string, string>> = { safetyQuestion: 'no', asqResult: 'negative', cssrsCategory: 'none' }
const raises = (key: string, value: string | number) => (key === 'phq9Item9' ? Number(value) >= 1 : value !== harmless[key])

/** Whether an answer raises concern that the ASQ has to follow; what the ASQ itself found stands with it. */
export const isWorry = (key: string, value: string | number): boolean =>
  key !== 'asqResult' && isOneOf(safetyKeys, key) && raises(key, value)

/** The later of some facts; null when there is none. */
export const newestOf = (facts: readonly (Fact | null)[]): Fact | null =>
  facts.reduce((last, next) => (next && (!last || isBy(last.at, next.at)) ? next : last), null)

type Said = Pick<GateFacts, 'chart' | 'worry' | 'zone'>

/** The newest answer that speaks of danger, where the newest of its key still does, or where it is of today; null without one. */
export const raisedSafety = (facts: Said, asOf: string): Fact | null =>
  newestOf([
    ...safetyKeys.map((key) => {
      const fact = answerTo(facts, key, asOf)
      return fact && raises(key, fact.value) ? fact : null
    }),
    isOfToday(facts, asOf) ? facts.worry : null,
  ])

const isOfToday = ({ worry, zone }: Said, asOf: string): boolean =>
  worry !== null && isBy(worry.at, asOf) && isBy(dayBegan(asOf, zone), worry.at)

/** Whether an answer has raised the question of safety. */
export const hasRaisedSafety = (facts: Said, asOf: string): boolean => raisedSafety(facts, asOf) !== null

/** What was said about safety today, as the chair shows it: the question, whether any answer raises it, and the ASQ that followed. */
export function safetyToday(facts: Said, asOf: string) {
  const from = dayBegan(asOf, facts.zone)
  const raised = raisedSafety(facts, asOf)
  const today = (key: 'safetyQuestion' | 'asqResult', since = from) => {
    const fact = answerTo(facts, key, asOf)
    return fact && isBy(since, fact.at) && isBy(from, fact.at) ? { value: String(fact.value), at: fact.at } : null
  }
  return { safetyQuestion: today('safetyQuestion'), isRaised: raised !== null, asq: today('asqResult', raised?.at) }
}
