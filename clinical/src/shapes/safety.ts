import { type Answers, isAnswer } from '../chart/chart.ts'
import { safetyKeys } from '../chart/safety-answers.ts'

export { safetyKeys }

export type SafetyKey = (typeof safetyKeys)[number]
export type SafetyAnswers = Partial<Pick<Answers, SafetyKey>>

/** Whether an answer is anything but a clear no to danger: then the crisis words are shown and somebody must own the alert. */
export const isUnsafe = ({ safetyQuestion, phq9Item9, asqResult, cssrsCategory }: Partial<Answers>): boolean =>
  (safetyQuestion !== undefined && safetyQuestion !== 'no') ||
  (phq9Item9 !== undefined && phq9Item9 > 0) ||
  (asqResult !== undefined && asqResult !== 'negative') ||
  (cssrsCategory !== undefined && cssrsCategory !== 'none')

/** The safety answers among whatever was sent, wrong or half filled in as the rest may be; null when there are none. */
export function safetyAnswersIn(sent: unknown): SafetyAnswers | null {
  if (sent === null || typeof sent !== 'object') return null
  const found = safetyKeys.flatMap((key) => {
    const value: unknown = Reflect.get(sent, key)
    const read = key === 'phq9Item9' && typeof value === 'string' && /^\s*[0-3]\s*$/.test(value) ? Number(value) : value
    return isAnswer(key, read) ? [[key, read]] : []
  })
  return found.length === 0 ? null : (Object.fromEntries(found) as SafetyAnswers)
}

/** The answers with the safety answers taken out: those have been saved already, by themselves. */
export function withoutSafety<Sent extends Partial<Answers>>(sent: Sent): Omit<Sent, SafetyKey> {
  const { safetyQuestion, phq9Item9, asqResult, cssrsCategory, ...rest } = sent
  return rest
}
