import { judge, type Mark } from '../chart/judge.ts'
import { exact, plain } from '../exact.ts'
import type { FoldedSession } from './infusion.ts'
import { amountsAt } from './infusion-amounts.ts'
import type { SessionEvent } from './infusion-events.ts'
import type { Charted } from './threshold.ts'

/** What the order allows, as charted rates and amounts are held against it; mg and mg/h as decimal strings. */
export type OrderLimits = { rateMgPerHour: string; capMgPerHour: string | null; doseMg: string }

type Judged = Pick<FoldedSession, 'entries' | 'checkIn' | 'segments' | 'infusate' | 'vtbiMl'>

export type VisitMark = Mark & { readonly eventId: string }

const known = new WeakMap<Judged, Map<string, readonly VisitMark[]>>()

/**
 * Every set of signs and scores charted in a visit, and every rate of the pump, judged as it stood when it was taken, oldest
 * first; the signs at check-in are the baseline. Rates are judged where the order is known.
 */
export function marksOfVisit(visit: Judged, order: OrderLimits | null = null): readonly VisitMark[] {
  // A fold never changes, so its marks are kept beside it: who looks again at a visit that did not move judges nothing anew.
  const limits = order ? [order.rateMgPerHour, order.capMgPerHour, order.doseMg].join(' ') : ''
  const mine = known.get(visit) ?? new Map<string, readonly VisitMark[]>()
  const marks = mine.get(limits) ?? judged(visit, order)
  known.set(visit, mine.set(limits, marks))
  return marks
}

function judged(visit: Judged, order: OrderLimits | null): VisitMark[] {
  const baseline = visit.checkIn ? chartedIn(visit.checkIn) : null
  const before: Charted[] = []
  let isRunning = false
  return visit.entries.flatMap(({ event }) => {
    const now = chartedIn(event) ?? (order && pumpedAt(visit, event, order, isRunning))
    if (event.kind === 'started' || event.kind === 'pump-found') isRunning = true
    if (!now) return []
    const marks = judge(now, { before: [...before], baseline })
    before.push(now)
    return marks.map((mark) => ({ ...mark, eventId: event.id }))
  })
}

/** The marks up to an instant that no note has answered, oldest first. */
export function openMarks(visit: Judged, order: OrderLimits | null, asOf: string): VisitMark[] {
  const answered = new Set(visit.entries.flatMap(({ event }) => (event.kind === 'note' && event.about ? [event.about] : [])))
  return marksOfVisit(visit, order).filter(({ at, eventId }) => Date.parse(at) <= Date.parse(asOf) && !answered.has(eventId))
}

/** What an entry charted, without what was left out; null for entries that chart nothing. */
export function chartedIn(event: SessionEvent): Charted | null {
  const signs = event.kind === 'checked-in' ? event.vitals : event.kind === 'vitals' || event.kind === 'scores' ? event : null
  if (!signs) return null
  const numbers = Object.entries(signs).filter(([, value]) => typeof value === 'number')
  return { ...Object.fromEntries(numbers), at: event.at }
}

/** What the pump was set to or found at, beside the order; null for entries that say nothing of a rate. */
function pumpedAt(visit: Judged, event: SessionEvent, order: OrderLimits, isRunning: boolean): Charted | null {
  const { infusate } = visit
  if (!infusate || (!('rateMlPerHour' in event) && event.kind !== 'stopped') || event.kind === 'second-check') return null
  const rate = 'rateMlPerHour' in event ? event.rateMlPerHour : '0'
  return {
    at: event.at,
    rateMgPerHour: plain(exact(rate).times(infusate.infusateMg).div(infusate.finalMl), 2),
    orderedMgPerHour: order.rateMgPerHour,
    ...(order.capMgPerHour !== null && { capMgPerHour: order.capMgPerHour }),
    givenMg: amountsAt(visit, event.at)?.givenMg ?? '0',
    orderedMg: order.doseMg,
    ...(event.kind === 'pump-found' && !isRunning && exact(rate).gt(0) && { foundRunning: true }),
  }
}
