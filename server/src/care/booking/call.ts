import { handedOn, isFlagAnswer, redFlags, type SafetyAnswer } from '@dripline/clinical'

/** The question that is asked before all others. */
export const SAFETY = 'safety'
export const FLAG = 'flag:'
export const TOLD = 'told:'

type Said = { answer: string; at: string; by: string | null }
export type Answered = Said & { before: Said[] }
type Entry = { question: string; answer: unknown; enteredAt: Date; enteredBy?: string | null }

/** What holds of each question: its last entry, with the earlier ones still readable behind it. */
export const foldEntries = (entries: readonly Entry[]): Record<string, Answered> => {
  const folded: Record<string, Answered> = {}
  for (const { question, answer, enteredAt, enteredBy = null } of entries) {
    const said = { answer: String(answer), at: enteredAt.toISOString(), by: enteredBy }
    const { before, ...last } = folded[question] ?? { before: [] }
    folded[question] = { ...said, before: 'answer' in last ? [...before, last] : [] }
  }
  return folded
}

/** The safety answer that holds, or null while the question has none. */
export const safetyOf = (answers: Readonly<Record<string, Said>>) => (answers[SAFETY]?.answer ?? null) as SafetyAnswer | null

/** Whether a safety answer asks for somebody's attention: everything but a no that was said. */
export const isConcerning = (answer: string | undefined) => answer !== undefined && answer !== 'no'

/** What a person said on the phone as the chart holds it, each with its instant. What was not asked is not there. */
export const handOn = (answers: Readonly<Record<string, Said>>) => {
  const safety = answers[SAFETY]
  const flags = redFlags.flatMap(({ id }) => {
    const said = answers[`${FLAG}${id}`]
    return said && isFlagAnswer(said.answer) ? [{ at: said.at, chart: handedOn({ [id]: said.answer }, null) }] : []
  })
  return [...flags, ...(safety ? [{ at: safety.at, chart: handedOn({}, safety.answer as SafetyAnswer) }] : [])].flatMap(
    ({ at, chart }) => Object.entries(chart).map(([key, value]) => ({ key, value, at })),
  )
}
