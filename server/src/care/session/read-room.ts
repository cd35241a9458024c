import {
  entriesOf,
  expectedEnd,
  highestLevel,
  latestReadings,
  notHereYet,
  openDrugTasks,
  type Policies,
  policiesAt,
} from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { setValuesOf } from '../../platform/policies.ts'
import { appointmentsBetween, openChairs } from '../booking/store.ts'
import { zoneOf } from '../people/store.ts'
import type { Order } from '../planning/plan.ts'
import { ordersAt } from '../planning/store.ts'
import { orderFollowed } from './append-event.ts'
import { openTasksOf } from './drugs/store.ts'
import { nextAt } from './next-at.ts'
import { dueOf, marksWithAnswers } from './open-marks.ts'
import type { Session } from './session.ts'
import { namesOf, sessionsAt } from './store.ts'

/** The clinic's day as two instants. */
const dayOf = (zone: string, now: Date, day: string | null) => {
  const start = day
    ? Temporal.PlainDate.from(day).toZonedDateTime(zone)
    : Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).startOfDay()
  return { start: start.toInstant().toString(), end: start.add({ days: 1 }).toInstant().toString() }
}

/** Every chair and every visit of today, or of a day (YYYY-MM-DD): state, latest signs with their age, what is due and how late, by the server's clock. */
export const readRoom = (ctx: Ctx, day: string | null = null) =>
  inClinic(ctx, 'read-room', async (tx) => {
    const zone = await zoneOf(tx)
    const now = ctx.now().toISOString()
    const visits = (await appointmentsBetween(tx, dayOf(zone, ctx.now(), day))).filter(
      ({ kind, state }) => kind === 'infusion' && state !== 'cancelled',
    )
    const ids = visits.map(({ id }) => id)
    const [orders, sessions] = [await ordersAt(tx, ids), await sessionsAt(tx, ids)]
    const names = await nursesOf(tx, sessions)
    const set = await setValuesOf(tx)
    const rows = []
    for (const visit of visits) {
      const order = orders.find(({ appointmentId }) => appointmentId === visit.id)
      const session = sessions.find(({ appointmentId }) => appointmentId === visit.id)
      if (!order) continue
      const { id: appointmentId, personId, chairId, name } = visit
      const planned = { start: visit.start.toISOString(), end: visit.end.toISOString() }
      const { indication, number, of, minutes } = order
      const held = session && { session, order: (await orderFollowed(tx, session)) ?? order }
      rows.push({
        appointmentId,
        personId,
        chairId,
        name,
        ...planned,
        indication,
        number,
        of,
        minutes,
        next: held ? await nextAt(tx, held, now) : notHereYet,
        visit: held
          ? {
              ...standing(held.session, held.order, names, now, policiesAt(set, held.session.folded.stateSince ?? now)),
              drugTasks: await drugTasksOf(tx, held.session),
            }
          : null,
      })
    }
    return { now, zone, chairs: await openChairs(tx), rows }
  })

/** What is open of emergency doses, each with whose it is. */
const drugTasksOf = async (tx: Tx, { id, folded }: Session) => {
  if (openDrugTasks(folded).length === 0) return []
  const drugs = entriesOf(folded, 'drug-given')
  return (await openTasksOf(tx, id)).map(({ eventId, task, owner }) => ({
    drug: drugs.find((given) => given.id === eventId)?.drug ?? 'a drug',
    task,
    owner,
  }))
}

const standing = ({ id, folded }: Session, order: Order, names: Record<string, string>, now: string, policies: Policies) => {
  const marks = marksWithAnswers(folded, order)
  const last = folded.entries.findLast(({ event }) => event.kind === 'vitals' || event.kind === 'checked-in')
  const past = marks.filter(({ eventId }) => eventId === last?.event.id)
  const answer = past.find((mark) => mark.answer)?.answer
  const { responsible } = folded
  return {
    sessionId: id,
    state: folded.state,
    stateSince: folded.stateSince,
    startedAt: folded.startedAt,
    stoppedAt: folded.stoppedAt,
    endsAt: expectedEnd(folded, now),
    given: folded.segments.filter(({ rateMlPerHour }) => rateMlPerHour !== '0').map(({ from, to }) => ({ from, to })),
    rateMlPerHour: folded.rateMlPerHour,
    latest: latestReadings(folded, now),
    due: dueOf(folded, order.protocolId, now, policies),
    level: highestLevel(past),
    policy: past[0]?.policy ?? null,
    answered: answer ? { text: answer.text, at: answer.at } : null,
    unanswered: marks.filter((mark) => !mark.answer).length,
    nurse: responsible ? (names[responsible.by] ?? null) : null,
    offeredTo: folded.offeredTo ? (names[folded.offeredTo] ?? null) : null,
  }
}

const nursesOf = (tx: Tx, sessions: readonly Session[]) =>
  namesOf(
    tx,
    sessions.flatMap(({ folded: { responsible, offeredTo } }) => [responsible?.by ?? [], offeredTo ?? []].flat()),
  )
