import { noRoom, Problem } from '@dripline/clinical'
import { type Ctx, lockInOrder, type Tx } from '../../platform/context.ts'
import type { ServiceLine } from '../clinic/service-line.ts'
import { later } from './appointment.ts'
import { chairCalendar } from './calendars.ts'
import { underLine } from './line-calendar.ts'
import { freshSlots, whoAt } from './offered-slots.ts'
import { callerOf } from './store.ts'
import { takeTime } from './take-time.ts'

export type BookVisit = {
  personId: string
  /** ISO instant on the clinic's quarter hour. */
  start: string
  /** Everything the chair is needed for: check-in, infusion, recovery. */
  minutes: number
  /** A certain chair, or the first free one. */
  chairId?: string
  /** The service line it is of, as it holds now, or null. */
  line: ServiceLine | null
}

/** Books a chair inside the caller's own step, or refuses with `slot-taken` and the nearest free times (their `holderId` is a chair's id). */
export const bookAppointment = async (ctx: Ctx, tx: Tx, { personId, start, minutes, chairId, line }: BookVisit) => {
  const { zone, state } = await callerOf(tx, personId)
  const calendarNow = async () => {
    const calendar = underLine(await chairCalendar(ctx, tx, minutes), line, state)
    return { ...calendar, holders: calendar.holders.filter((each) => !chairId || each.holderId === chairId) }
  }
  const { possible } = whoAt(await calendarNow(), start, ctx.now())
  if (possible.length === 0)
    throw new Problem('not-valid', {}, [{ field: 'start', code: 'quarter-hour-at-which-chair-is', value: start }])
  await lockInOrder(tx, [...possible.map((id) => `chair ${id}`), `person ${personId}`])
  const calendar = await calendarNow()
  const fresh = () => freshSlots(calendar, start, ctx.now())
  const [chair] = whoAt(calendar, start, ctx.now()).free
  if (!chair) throw new Problem('slot-taken', {}, [], fresh())

  const [id, at, from] = [ctx.newId(), ctx.now(), new Date(start)]
  const row = {
    id,
    kind: 'infusion',
    lineId: line?.id ?? null,
    personId,
    clinicianId: null,
    chairId: chair,
    start: from,
    end: later(from, minutes),
    around: calendar.room ?? noRoom,
    zone,
    at,
  } as const
  await takeTime(tx, row, fresh)
  return { id, personId, chairId: chair, start: from.toISOString(), end: row.end.toISOString() }
}
