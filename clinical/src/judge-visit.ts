import type { FoldedSession } from './infusion.ts'
import type { SessionEvent } from './infusion-events.ts'
import { judge, type Mark } from './judge.ts'
import type { Charted } from './threshold.ts'

/** Every set of signs and scores charted in a visit, judged as it stood when it was taken, oldest first; the signs at check-in are the baseline. */
export function marksOfVisit({ entries, checkIn }: Pick<FoldedSession, 'entries' | 'checkIn'>): (Mark & { eventId: string })[] {
  const baseline = checkIn ? chartedIn(checkIn) : null
  const before: Charted[] = []
  return entries.flatMap(({ event }) => {
    const now = chartedIn(event)
    if (!now) return []
    const marks = judge(now, { before: [...before], baseline })
    before.push(now)
    return marks.map((mark) => ({ ...mark, eventId: event.id }))
  })
}

/** What an entry charted, without what was left out; null for entries that chart nothing. */
export function chartedIn(event: SessionEvent): Charted | null {
  const signs = event.kind === 'checked-in' ? event.vitals : event.kind === 'vitals' || event.kind === 'scores' ? event : null
  if (!signs) return null
  const numbers = Object.entries(signs).filter(([, value]) => typeof value === 'number')
  return { ...Object.fromEntries(numbers), at: event.at }
}
