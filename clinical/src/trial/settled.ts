import { foldSession } from '../infusion.ts'
import type { Held } from './held.ts'
import { Refused } from './refused.ts'

/** What was wasted after the start, or a discharge, has closed the pump's story. */
export const refuseSettled = (held: Held): void => {
  const { entries, startedAt, isDischarged } = foldSession(held.events)
  const isWasted = startedAt !== null && entries.some(({ event }) => event.kind === 'wasted' && event.at >= startedAt)
  if (isWasted || isDischarged) throw new Refused(['book-settled'])
}
