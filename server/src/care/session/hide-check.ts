import { isCheckOpen, type Policies, secondCheck, seenBy, wasteCheck } from '@dripline/clinical'
import { type Ctx, staffOf } from '../../platform/context.ts'
import type { Order } from '../planning/plan.ts'
import { readingFacts } from './give-reading.ts'
import { nowIn } from './now-in.ts'
import type { Session } from './session.ts'

/**
 * The visit as the one who asks may see it: until two people agree or a prescriber was called, neither the order's mL and mL/h
 * nor what somebody else has read leaves the server.
 */
export function seenVisit<O extends Order>(
  ctx: Ctx,
  session: Session,
  order: O,
  { secondPerson }: Pick<Policies, 'secondPerson'>,
) {
  const { id: who } = staffOf(ctx)
  const all = session.folded.entries.map(({ event }) => event)
  const isOpen = isCheckOpen(all)
  const check = secondCheck(all, order, nowIn(ctx, session), secondPerson)
  const waste = wasteCheck(all)
  const { dose: _whole, syringeMl, rateMlPerHour, ...rest } = order
  return {
    events: seenBy(session.events, who),
    order: {
      ...rest,
      syringeMl: isOpen ? syringeMl : null,
      rateMlPerHour: isOpen ? rateMlPerHour : null,
    },
    check: {
      kind: check.kind,
      isOpen,
      /** What does not agree, once both stand; never by whom. */
      off: check.off,
      readings: check.readings.map(({ id, by, at }) => ({ id, by, at })),
      slips: isOpen ? check.slips.map(({ id }) => id) : [],
      openedAt: check.openedAt,
    },
    waste: { kind: waste.kind, readings: waste.readings.map(({ by, at }) => ({ by, at })) },
    facts: readingFacts(session.id, order),
  }
}
