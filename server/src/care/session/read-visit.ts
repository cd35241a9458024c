import { actAhead, nextOfVisit, Problem, safetyToday } from '@dripline/clinical'
import { type Ctx, staffOf, type Tx } from '../../platform/context.ts'
import { inKeptLook } from '../../platform/kept-look.ts'
import { shows } from '../../platform/shown.ts'
import { allergyWords } from '../people/chart-list.ts'
import { isForPump, type PumpOrder } from '../planning/store.ts'
import { changesSince } from './changes-since.ts'
import { factsFrom } from './facts-of.ts'
import { gatesNow } from './gates-now.ts'
import { seenVisit } from './hide-check.ts'
import { namesIn } from './names-in.ts'
import { nowIn } from './now-in.ts'
import { dueOf, marksWithAnswers } from './open-marks.ts'
import { policiesOfVisit } from './policies-of-visit.ts'
import { offersWhile } from './read-offers.ts'
import { ownVisitFrom } from './read-own-visit.ts'
import { type VisitRows, visitRowsOf } from './visit-rows.ts'

/** Everything a visit's screen shows, and which screen that is; what is due and how late is worked out here, by the server's clock. */
export function lookAtVisit(ctx: Ctx, sessionId: string, known: string | null = null) {
  return inKeptLook(ctx, 'read-visit', {
    of: sessionId,
    load: (tx) => visitRowsOf(tx, sessionId),
    alike: `${staffOf(ctx).id} ${known}`,
    answer: (rows, at) => {
      const visit = visitFrom(at, rows)
      return shows([rows.session.personId], { ...visit, ...changesSince(at, rows.session.events, visit.events, known) })
    },
  })
}

/** The same of a visit at a pump; Problem `wrong-state` where its acts are its administration's own. */
export async function readVisit(ctx: Ctx, sessionId: string, known: string | null = null) {
  const visit = await lookAtVisit(ctx, sessionId, known)
  if (visit.screen !== 'pump') throw new Problem('wrong-state', { sessionId })
  return visit
}

/** One visit as its screens read it; Problem `not-found`. */
export const visitIn = async (ctx: Ctx, tx: Tx, sessionId: string) => visitFrom(ctx, await visitRowsOf(tx, sessionId))

const visitFrom = (ctx: Ctx, { order, ...rows }: VisitRows) =>
  isForPump(order) ? pumpVisitFrom(ctx, { ...rows, order }) : ownVisitFrom(ctx, { ...rows, order })

type PumpVisitRows = Omit<VisitRows, 'order'> & { order: PumpOrder }

const pumpVisitFrom = (ctx: Ctx, { session, order, person, gates: rows, names, ...known }: PumpVisitRows) => {
  // Named one by one: whatever else a visit is held with, above all what two people have read apart, stays on the server.
  const { folded, events, id, personId, planId, orderId, appointmentId, chairId } = session
  const row = { id, personId, planId, orderId, appointmentId, chairId }
  const now = nowIn(ctx, session)
  const offers = offersWhile(known.offers, session, ctx.now())
  const facts = factsFrom(rows, { session, order })
  const gates = gatesNow(facts, now)
  const policies = policiesOfVisit(rows.set, folded)
  const due = dueOf(folded, order.protocolId, now, policies)
  const act = actAhead(folded.state)
  const seen = seenVisit(ctx, session, order, policies)
  return {
    screen: 'pump' as const,
    ...row,
    now,
    clock: ctx.stamp(),
    zone: facts.zone,
    state: folded.state,
    chair: known.chair,
    start: known.start,
    person: {
      name: person.name,
      dateOfBirth: person.dateOfBirth,
      sex: person.sex,
      allergies: allergyWords(rows.chart.allergies),
    },
    ...seen,
    names: namesIn(
      names,
      order,
      events,
      Object.values(gates).flat(),
      offers.map(({ by }) => by),
    ),
    due,
    next: nextOfVisit(
      { visit: folded, order: facts.order, gates: act && gates[act], due, secondPerson: policies.secondPerson },
      now,
    ),
    marks: marksWithAnswers(folded, order),
    gates,
    safety: safetyToday(facts, now),
    offers,
  }
}
