import { actAhead, nextOfVisit, Problem, type SessionEvent, safetyToday } from '@dripline/clinical'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { appointmentOf } from '../booking/store.ts'
import { allergyWords } from '../people/chart-list.ts'
import { allergiesOf, chairs, personOf, zoneOf } from '../people/store.ts'
import { orderFollowed } from './append-event.ts'
import { factsOf } from './facts-of.ts'
import { gatesNow } from './gates-now.ts'
import { seenVisit } from './hide-check.ts'
import { nowIn } from './now-in.ts'
import { dueOf, marksWithAnswers } from './open-marks.ts'
import { policiesOfVisit } from './policies-of-visit.ts'
import { offersHere } from './read-offers.ts'
import { namesOf, sessionOf } from './store.ts'

/** Everything the chair's screen shows of one visit; what is due and how late is worked out here, by the server's clock. */
export const readVisit = (ctx: Ctx, sessionId: string) => inClinic(ctx, 'read-visit', (tx) => visitIn(ctx, tx, sessionId))

/** One visit as its screens read it; Problem `not-found`. */
export const visitIn = async (ctx: Ctx, tx: Tx, sessionId: string) => {
  const session = await sessionOf(tx, sessionId)
  const order = session && (await orderFollowed(tx, session))
  const person = session && (await personOf(tx, session.personId))
  if (!session || !order || !person) throw new Problem('not-found', { sessionId })
  // Named one by one: whatever else a visit is held with, above all what two people have read apart, stays on the server.
  const { folded, events, id, personId, planId, orderId, appointmentId, chairId } = session
  const row = { id, personId, planId, orderId, appointmentId, chairId }
  const now = nowIn(ctx, session)
  // A chair that was closed since keeps its name.
  const chair = (await chairs(tx)).find(({ id }) => id === row.chairId)
  const offers = await offersHere(tx, session, ctx.now())
  const visit = await appointmentOf(tx, row.appointmentId)
  const facts = await factsOf(tx, { session, order })
  const gates = gatesNow(facts, now)
  const policies = await policiesOfVisit(tx, folded)
  const due = dueOf(folded, order.protocolId, now, policies)
  const act = actAhead(folded.state)
  const seen = seenVisit(ctx, session, order, policies)
  return {
    ...row,
    now,
    clock: ctx.stamp(),
    zone: await zoneOf(tx),
    state: folded.state,
    chair: chair?.name ?? '',
    start: visit?.start.toISOString() ?? null,
    person: {
      name: person.name,
      dateOfBirth: person.dateOfBirth,
      sex: person.sex,
      allergies: allergyWords(await allergiesOf(tx, session.personId)),
    },
    ...seen,
    names: await namesOf(tx, [
      order.signedBy,
      ...events.flatMap(staffIn),
      ...offers.map(({ by }) => by),
      ...Object.values(gates).flatMap((each) => each.flatMap(({ by }) => by ?? [])),
    ]),
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

const staffIn = (event: SessionEvent): string[] => [
  event.by,
  ...('witness' in event && event.witness !== undefined ? [event.witness] : []),
  ...(event.kind === 'handed-over' ? [event.to] : []),
]
