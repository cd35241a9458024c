import { administrationOf, nextOfVisit, seenBy } from '@dripline/clinical'
import { type Ctx, staffOf } from '../../platform/context.ts'
import { allergyWords } from '../people/chart-list.ts'
import type { OwnOrder } from '../planning/plan.ts'
import { anyFactsFrom, headFacts } from './facts-of.ts'
import { ownGatesNow } from './gates-now.ts'
import { namesIn } from './names-in.ts'
import { nowIn } from './now-in.ts'
import { dueOf, marksWithAnswers } from './open-marks.ts'
import { policiesOfVisit } from './policies-of-visit.ts'
import { offersWhile } from './read-offers.ts'
import type { VisitRows } from './visit-rows.ts'

/** Everything the screen of a visit shows whose acts are its administration's own: what is next, the gates before it, the log, what went in. */
export function ownVisitFrom(ctx: Ctx, { session, order, person, gates: rows, names, chair, start, ...known }: OwnVisitRows) {
  const { folded, events, id, personId, planId, orderId, appointmentId, chairId } = session
  const now = nowIn(ctx, session)
  const offers = offersWhile(known.offers, session, ctx.now())
  const facts = anyFactsFrom(rows, { session, order })
  const { act, gates } = ownGatesNow(facts, now)
  const due = dueOf(folded, order.protocolId, now, policiesOfVisit(rows.set, folded))
  return {
    screen: 'acts' as const,
    ...{ id, personId, planId, orderId, appointmentId, chairId },
    now,
    clock: ctx.stamp(),
    zone: facts.zone,
    state: folded.state,
    chair,
    start,
    gives: folded.gives,
    startedAt: folded.startedAt,
    stoppedAt: folded.stoppedAt,
    given: administrationOf(folded.gives.by)?.given(folded, now) ?? null,
    person: {
      name: person.name,
      dateOfBirth: person.dateOfBirth,
      sex: person.sex,
      allergies: allergyWords(rows.chart.allergies),
    },
    order,
    next: nextOfVisit({ visit: folded, order: headFacts(order), gates: act === null ? null : gates, due }, now),
    act,
    gates,
    due,
    marks: marksWithAnswers(folded, null),
    offers,
    events: seenBy(events, staffOf(ctx).id),
    names: namesIn(
      names,
      order,
      events,
      gates,
      offers.map(({ by }) => by),
    ),
  }
}

type OwnVisitRows = Omit<VisitRows, 'order'> & { order: OwnOrder }
