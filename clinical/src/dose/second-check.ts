import { exact } from '../exact.ts'
import { type Policies, usualPolicies } from '../policies.ts'
import type { EventOf, SessionEvent } from '../visit/infusion-events.ts'

export type CheckReading = EventOf<'check-reading'>

/** What a reading of the second check is held against. */
export type CheckedOrder = { id: string; infusateMg: string; syringeMl: string; rateMlPerHour: string }

export const readFields = ['infusateMg', 'syringeMl', 'rateMlPerHour', 'vials'] as const
export type ReadField = (typeof readFields)[number]

/** How long a reading may wait for the other one: after that the syringe has stood too long to say that both read the same. */
type Holds = Pick<Policies['secondPerson'], 'readingHoldsMinutes'>

/** How the two readings of the present draw-up stand. */
export type SecondCheck = {
  kind: 'none' | 'one' | 'differ' | 'agree'
  /** The readings of the present round, the first one first: one or two different people. */
  readings: readonly CheckReading[]
  /** What does not agree, with the other reading or with the order. */
  off: readonly ReadField[]
  /** Earlier readings that were not what the order says, oldest first; they stay on the record. */
  slips: readonly CheckReading[]
  /** When the right values were opened because a prescriber was called; null while they are hidden. */
  openedAt: string | null
}

/**
 * Two different people read by themselves; a round ends with the second one. What differs asks both again, in a new round.
 * Only readings since the last draw-up or sending back, for this order, and not older than the clinic’s policy, count.
 */
export function secondCheck(
  events: readonly SessionEvent[],
  order: CheckedOrder,
  asOf: string,
  { readingHoldsMinutes }: Holds = usualPolicies.secondPerson,
): SecondCheck {
  const isFresh = ({ at }: CheckReading, then: string) => Date.parse(then) - Date.parse(at) <= readingHoldsMinutes * 60_000

  const from = events.findLastIndex(({ kind }) => ENDS.includes(kind))
  let round: CheckReading[] = []
  const all: CheckReading[] = []
  let openedAt: string | null = null
  for (const event of events.slice(from + 1)) {
    if (event.kind === 'check-opened') openedAt = event.at
    if (event.kind === 'check-taken-back') round = round.filter(({ by }) => by !== event.by)
    if (event.kind !== 'check-reading') continue
    if (event.orderId !== order.id) continue
    all.push(event)
    round = afterReading(
      round.filter((reading) => isFresh(reading, event.at)),
      event,
      order,
    )
  }
  const readings = round.filter((reading) => isFresh(reading, asOf))
  const slips = all.filter((reading) => !readings.includes(reading) && offOf([reading], order).length > 0)
  return { ...standing(readings, order), readings, slips, openedAt }
}

// Who presses again what both agree on changes nothing; anything else after two readings begins a new round.
function afterReading(round: readonly CheckReading[], event: CheckReading, order: CheckedOrder): CheckReading[] {
  if (round.length === 2 && offOf([...round, event], order).length === 0)
    return round.map((reading) => (reading.by === event.by ? event : reading))
  return [...(round.length === 2 ? [] : round.filter(({ by }) => by !== event.by)), event]
}

const ENDS: readonly SessionEvent['kind'][] = ['drawn-up', 'sent-back', 'cancelled']

function standing(readings: readonly CheckReading[], order: CheckedOrder): Pick<SecondCheck, 'kind' | 'off'> {
  if (readings.length < 2) return { kind: readings.length === 1 ? 'one' : 'none', off: [] }
  const off = offOf(readings, order)
  return { kind: off.length === 0 ? 'agree' : 'differ', off }
}

/** What in these readings differs from the order or from one another. */
export function offOf(readings: readonly CheckReading[], order: CheckedOrder): ReadField[] {
  return readFields.filter((field) => {
    if (field !== 'vials') return readings.some((reading) => !exact(reading[field]).eq(order[field]))
    return new Set(readings.map(vialsOf)).size > 1 || readings.some((reading) => !isWhole(reading))
  })
}

// Of one vial all that is in the syringe came; of several it matters how much of each.
const vialsOf = ({ vials }: CheckReading) =>
  vials
    .map(({ vialId, ml }) => (vials.length === 1 ? vialId : `${vialId} ${exact(ml).toFixed()}`))
    .sort()
    .join(', ')

/** Whether what came from the vials is what is in the syringe. */
const isWhole = ({ vials, syringeMl }: CheckReading) => vials.reduce((sum, { ml }) => sum.plus(ml), exact('0')).eq(syringeMl)

/** Whether the order's mL and mL/h, and the readings of others, may be seen: both agreed, a prescriber was called, or the visit is past it. */
export const isCheckOpen = (events: readonly SessionEvent[]): boolean => {
  const from = events.findLastIndex(({ kind }) => kind === 'sent-back')
  return events.slice(from + 1).some(({ kind }) => OPENS.includes(kind))
}

const OPENS: readonly SessionEvent['kind'][] = ['drawn-up', 'check-opened', 'started', 'cancelled', 'left']

const endsSeal: Partial<Record<SessionEvent['kind'], readonly SessionEvent['kind'][]>> = {
  'check-reading': OPENS,
  'dose-reading': ['drug-given', 'drug-settled'],
  'waste-reading': ['wasted'],
}

/** Readings of two people whose round is not over, by id: no screen that both may look at shows what one of them has read. */
export const sealedReadings = (events: readonly SessionEvent[]): ReadonlySet<string> =>
  new Set(
    events.flatMap(({ id, kind }, i) => {
      const ends = endsSeal[kind]
      return ends && !events.slice(i + 1).some((later) => ends.includes(later.kind)) ? [id] : []
    }),
  )

/** The events as one person may see them: what somebody else read stays unseen until its round is over. */
export function seenBy(events: readonly SessionEvent[], who: string): SessionEvent[] {
  const sealed = sealedReadings(events)
  return events.filter(({ id, by }) => by === who || !sealed.has(id))
}
