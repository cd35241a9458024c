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
import type { Ctx } from '../../platform/context.ts'
import { inKeptLook } from '../../platform/kept-look.ts'
import { clinicZone } from '../../platform/kept-zone.ts'
import { shows } from '../../platform/shown.ts'
import type { AnyOrder } from '../planning/plan.ts'
import { isForPump } from '../planning/store.ts'
import { followedOf } from './append-event.ts'
import type { DrugTask } from './drugs/store.ts'
import { nextFrom } from './next-at.ts'
import { dueOf, marksWithAnswers } from './open-marks.ts'
import { type RoomRows, roomRowsOf } from './room-rows.ts'
import type { Session } from './session.ts'

/** The date (YYYY-MM-DD) that a clinic has now. */
const todayIn = (zone: string, now: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()

/** A clinic's day as two instants. */
const hoursOf = (zone: string, day: string) => {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(zone)
  return { start: start.toInstant().toString(), end: start.add({ days: 1 }).toInstant().toString() }
}

/** Every chair and every visit of today, or of a day (YYYY-MM-DD): state, latest signs with their age, what is due and how late, by the server's clock. */
export function readRoom(ctx: Ctx, day: string | null = null) {
  return clinicZone(ctx, (zone) => {
    const date = day ?? todayIn(zone, ctx.now())
    return inKeptLook(ctx, 'read-room', {
      of: `${zone} ${date}`,
      load: (tx) => roomRowsOf(tx, hoursOf(zone, date)),
      alike: 'all',
      answer: (rows, at) => {
        const room = roomFrom(rows, at.now().toISOString())
        return shows(room.rows, room)
      },
    })
  })
}

const roomFrom = ({ zone, chairs, visits, ...found }: RoomRows, now: string) => ({
  now,
  zone,
  chairs,
  rows: visits.flatMap((visit) => {
    const order = found.orders.get(visit.id)
    if (!order) return []
    const { id: appointmentId, personId, chairId, name } = visit
    const planned = { start: visit.start.toISOString(), end: visit.end.toISOString() }
    const { indication, number, of, minutes } = order
    const here = found.here.get(visit.id)
    const held = here && { session: here.session, order: followedOf(here.line, here.session) ?? order }
    const policies = held && policiesAt(found.set, held.session.folded.stateSince ?? now)
    return [
      {
        appointmentId,
        personId,
        chairId,
        name,
        ...planned,
        indication,
        gives: { drug: order.drugId, by: order.administration },
        number,
        of,
        minutes,
        next: held ? nextFrom({ gates: here.gates, set: found.set }, held, now) : notHereYet,
        visit:
          held && policies
            ? {
                ...standing(held.session, held.order, found.names, now, policies),
                drugTasks: drugTasksOf(held.session, here.tasks),
              }
            : null,
      },
    ]
  }),
})

/** What is open of emergency doses, each with whose it is. */
const drugTasksOf = ({ folded }: Session, tasks: readonly DrugTask[]) => {
  if (openDrugTasks(folded).length === 0) return []
  const drugs = entriesOf(folded, 'drug-given')
  return tasks.map(({ eventId, task, owner }) => ({
    drug: drugs.find((given) => given.id === eventId)?.drug ?? 'a drug',
    task,
    owner,
  }))
}

/** When something went in: the stretches of the pump, or from the beginning to the end where there is none. */
const givenIn = ({ segments, startedAt, stoppedAt }: Session['folded']) => {
  if (startedAt !== null && segments.length === 0) return [{ from: startedAt, to: stoppedAt }]
  return segments.filter(({ rateMlPerHour }) => rateMlPerHour !== '0').map(({ from, to }) => ({ from, to }))
}

const standing = (
  { id, folded }: Session,
  order: AnyOrder,
  names: ReadonlyMap<string, string>,
  now: string,
  policies: Policies,
) => {
  const marks = marksWithAnswers(folded, isForPump(order) ? order : null)
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
    given: givenIn(folded),
    rateMlPerHour: folded.rateMlPerHour,
    latest: latestReadings(folded, now),
    due: dueOf(folded, order.protocolId, now, policies),
    level: highestLevel(past),
    policy: past[0]?.policy ?? null,
    answered: answer ? { text: answer.text, at: answer.at } : null,
    unanswered: marks.filter((mark) => !mark.answer).length,
    nurse: responsible ? (names.get(responsible.by) ?? null) : null,
    offeredTo: folded.offeredTo ? (names.get(folded.offeredTo) ?? null) : null,
  }
}
