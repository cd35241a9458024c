import { type Held, visitOf } from './held.ts'
import { Refused } from './refused.ts'

/** What was wasted after the start, or a discharge, has closed the pump's story. */
export const refuseSettled = (held: Held): void => {
  const { entries, startedAt, isDischarged } = visitOf(held)
  const isWasted = startedAt !== null && entries.some(({ event }) => event.kind === 'wasted' && event.at >= startedAt)
  if (isWasted || isDischarged) throw new Refused(['book-settled'])
}
