import { actAhead, nextOfVisit, Problem, type SessionEvent, safetyToday } from '@dripline/clinical'
import { type Ctx, staffOf, type Tx } from '../../platform/context.ts'
import { inKeptLook } from '../../platform/kept-look.ts'
import { shows } from '../../platform/shown.ts'
import { appointmentOf } from '../booking/store.ts'
import { chairs } from '../clinic/store.ts'
import { allergyWords } from '../people/chart-list.ts'
import { isForPump } from '../planning/store.ts'
import { followedOf } from './append-event.ts'
import { changesSince } from './changes-since.ts'
import { factsFrom, gateRowsOf } from './facts-of.ts'
import { gatesNow } from './gates-now.ts'
import { seenVisit } from './hide-check.ts'
import { recall } from './kept-visits.ts'
import { nowIn } from './now-in.ts'
import { offersTo } from './offer-store.ts'
import { dueOf, marksWithAnswers } from './open-marks.ts'
import { policiesOfVisit } from './policies-of-visit.ts'
import { offersWhile } from './read-offers.ts'
import type { SessionRow } from './session.ts'
import { allNames, sessionOf } from './store.ts'

/** Everything the chair's screen shows of one visit; what is due and how late is worked out here, by the server's clock. */
export function readVisit(ctx: Ctx, sessionId: string, known: string | null = null) {
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

/** One visit as its screens read it; Problem `not-found`. */
export const visitIn = async (ctx: Ctx, tx: Tx, sessionId: string) => visitFrom(ctx, await visitRowsOf(tx, sessionId))

const visitRowsOf = async (tx: Tx, sessionId: string) => {
  // Whose visit it is may change (a merge): what is kept of it only says what to ask for at once.
  const kept = recall(tx.database, tx.clinicId, sessionId)?.row
  const [session, asKept] = await Promise.all([sessionOf(tx, sessionId), kept && aroundOf(tx, kept)])
  if (!session) throw new Problem('not-found', { sessionId })
  const around = asKept && kept && isSame(kept, session) ? asKept : await aroundOf(tx, session)
  const order = followedOf(around.gates.orders, session)
  const { person } = around.gates.chart
  if (!order || !person) throw new Problem('not-found', { sessionId })
  // A visit whose acts are its administration's own has its own reading.
  if (!isForPump(order)) throw new Problem('wrong-state', { sessionId })
  return { ...around, session, order, person }
}

const isSame = (one: SessionRow, other: SessionRow) =>
  one.personId === other.personId && one.orderId === other.orderId && one.chairId === other.chairId

/** What a visit's screen shows beside its log, all of it asked for at once. */
const aroundOf = async (tx: Tx, row: SessionRow) => {
  const [gates, offers, visit, allChairs, names] = await Promise.all([
    gateRowsOf(tx, row),
    offersTo(tx, row),
    appointmentOf(tx, row.appointmentId),
    chairs(tx),
    allNames(tx),
  ])
  // A chair that was closed since keeps its name.
  const chair = allChairs.find(({ id }) => id === row.chairId)?.name ?? ''
  return { gates, offers, start: visit?.start.toISOString() ?? null, chair, names }
}

type VisitRows = Awaited<ReturnType<typeof visitRowsOf>>

const visitFrom = (ctx: Ctx, { session, order, person, gates: rows, names, ...known }: VisitRows) => {
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
    names: namesAmong(names, [
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

const namesAmong = (names: ReadonlyMap<string, string>, ids: readonly string[]): Record<string, string> =>
  Object.fromEntries([...new Set(ids)].flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? '']] : [])))

const staffIn = (event: SessionEvent): string[] => [
  event.by,
  ...('witness' in event && event.witness !== undefined ? [event.witness] : []),
  ...(event.kind === 'handed-over' ? [event.to] : []),
]
