import { addDays, type CallNext, type CallOutcome, keysOf, wholeDay } from '@dripline/clinical'
import { sql } from 'kysely'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import type { Cell } from '../../platform/csv.ts'
import { showsNobody } from '../../platform/shown.ts'
import { clinicSettings } from '../clinic/store.ts'
import { dateIn } from './calendars.ts'
import { callTakers } from './store.ts'

/** So many weeks at most are counted at one look. */
export const LONGEST_RANGE = 53

const [ASKED, BOOKED] = ['created_at', 'starts_at'] as const

export type MeasuresAsked = {
  /** A day of the last week that is counted; today when none is named. */
  to?: string | undefined
  weeks: number
  clinicianId?: string | undefined
}

export type WeekOfCalls = {
  /** Its Monday. */
  week: string
  /** Calls that were asked for and booked in this week, by callers and by the desk, whenever they are. */
  asked: number
  /** Calls whose time is in this week; everything below is of these. */
  booked: number
  kept: number
  missed: number
  canceledByCaller: number
  canceledByClinic: number
  /** Of before anybody wrote it down. */
  canceledByUnknown: number
  toCome: number
  /** Their time is over and nobody said what came of them. */
  open: number
  /** Median hours between the booking and the call, as it is now; null where there is none. */
  noticeHours: number | null
  outcomes: { outcome: CallOutcome; next: CallNext | null; count: number }[]
}

type Range = { start: Date; end: Date; zone: string; now: Date; clinicianId: string | undefined }

const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7))

const rangeOf = async (ctx: Ctx, tx: Tx, { to, weeks, clinicianId }: MeasuresAsked): Promise<Range & { mondays: string[] }> => {
  const { zone } = await clinicSettings(tx)
  const last = mondayOf(to ?? dateIn(zone, ctx.now()))
  const mondays = Array.from({ length: weeks }, (_, i) => addDays(last, -7 * (weeks - 1 - i)))
  const [start, end] = [wholeDay(zone, mondays[0] ?? last).start, wholeDay(zone, addDays(last, 7)).start]
  return { mondays, zone, now: ctx.now(), clinicianId, start: new Date(start), end: new Date(end) }
}

const weekOf = (instant: typeof ASKED | typeof BOOKED, zone: string) =>
  sql<string>`date_trunc('week', ${sql.ref(`appointment.${instant}`)} at time zone ${zone})::date::text`

const callsIn = (tx: Tx, by: typeof ASKED | typeof BOOKED, { start, end, clinicianId }: Range) =>
  tx.db
    .selectFrom('appointment')
    .where('appointment.clinicId', '=', tx.clinicId)
    .where('appointment.kind', '=', 'call')
    .where(sql<boolean>`${sql.ref(`appointment.${by}`)} >= ${start} and ${sql.ref(`appointment.${by}`)} < ${end}`)
    .$if(clinicianId !== undefined, (query) => query.where('appointment.clinicianId', '=', clinicianId ?? ''))

const countedWhere = (condition: ReturnType<typeof sql<boolean>>) => sql<number>`count(*) filter (where ${condition})::int`
const canceledBy = (who: 'caller' | 'clinic') =>
  countedWhere(sql<boolean>`appointment.state = 'cancelled' and appointment.cancelled_by = ${who}`)

const askedBy = (tx: Tx, range: Range) =>
  callsIn(tx, ASKED, range)
    .select([weekOf(ASKED, range.zone).as('week'), sql<number>`count(*)::int`.as('count')])
    .groupBy(sql`1`)
    .execute()

const standingBy = (tx: Tx, range: Range) =>
  callsIn(tx, BOOKED, range)
    .select([
      weekOf(BOOKED, range.zone).as('week'),
      sql<number>`count(*)::int`.as('booked'),
      countedWhere(sql<boolean>`appointment.state = 'done'`).as('kept'),
      countedWhere(sql<boolean>`appointment.state = 'missed'`).as('missed'),
      canceledBy('caller').as('canceledByCaller'),
      canceledBy('clinic').as('canceledByClinic'),
      countedWhere(sql<boolean>`appointment.state = 'cancelled' and appointment.cancelled_by is null`).as('canceledByUnknown'),
      countedWhere(sql<boolean>`appointment.state = 'booked' and appointment.starts_at > ${range.now}`).as('toCome'),
      countedWhere(sql<boolean>`appointment.state = 'booked' and appointment.starts_at <= ${range.now}`).as('open'),
      sql<number | null>`(percentile_cont(0.5) within group
        (order by extract(epoch from appointment.starts_at - appointment.created_at)::float8 / 3600))::float8`.as('noticeHours'),
    ])
    .groupBy(sql`1`)
    .execute()

const outcomesBy = (tx: Tx, range: Range) =>
  callsIn(tx, BOOKED, range)
    .innerJoin('call', (join) =>
      join.onRef('call.clinicId', '=', 'appointment.clinicId').onRef('call.appointmentId', '=', 'appointment.id'),
    )
    .innerJoin('callOutcome', (join) =>
      join.onRef('callOutcome.clinicId', '=', 'call.clinicId').onRef('callOutcome.callId', '=', 'call.id'),
    )
    .select([
      weekOf(BOOKED, range.zone).as('week'),
      sql<CallOutcome>`call_outcome.outcome`.as('outcome'),
      sql<CallNext | null>`call_outcome.next`.as('next'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .groupBy(sql`1, 2, 3`)
    .orderBy(sql`1, 2, 3`)
    .execute()

const nothing = {
  booked: 0,
  kept: 0,
  missed: 0,
  canceledByCaller: 0,
  canceledByClinic: 0,
  canceledByUnknown: 0,
  toCome: 0,
  open: 0,
  noticeHours: null,
}

const weeksOf = async (ctx: Ctx, tx: Tx, asked: MeasuresAsked): Promise<WeekOfCalls[]> => {
  const { mondays, ...range } = await rangeOf(ctx, tx, asked)
  const [asks, stand, ends] = [await askedBy(tx, range), await standingBy(tx, range), await outcomesBy(tx, range)]
  return mondays.map((monday) => ({
    ...nothing,
    ...stand.find(({ week }) => week === monday),
    week: monday,
    asked: asks.find(({ week }) => week === monday)?.count ?? 0,
    outcomes: ends.filter(({ week }) => week === monday).map(({ outcome, next, count }) => ({ outcome, next, count })),
  }))
}

/** What became of the free calls of each of these weeks, by the clinic's clock, for all who take calls or one of them. Counts alone, as they are. */
export function readCallMeasures(ctx: Ctx, asked: MeasuresAsked) {
  return inClinic(ctx, 'read-call-measures', async (tx) =>
    showsNobody({
      weeks: await weeksOf(ctx, tx, asked),
      clinicians: (await callTakers(tx)).map(({ id, name, title }) => ({ id, name: title ? `${name}, ${title}` : name })),
    }),
  )
}

const columns = {
  week: 'Week of',
  asked: 'Asked for in this week',
  booked: 'Booked for this week',
  kept: 'Kept',
  missed: 'No answer',
  canceledByCaller: 'Canceled by the caller',
  canceledByClinic: 'Canceled by the clinic',
  canceledByUnknown: 'Canceled, not recorded by whom',
  toCome: 'To come',
  open: 'Over and not closed',
  noticeHours: 'Median notice (hours)',
} as const
const names = keysOf(columns)

export const measuresHead: readonly string[] = [...Object.values(columns), 'Outcomes']

/** The same, for a file. */
export function exportCallMeasures(ctx: Ctx, asked: MeasuresAsked): Promise<Cell[][]> {
  return inClinic(ctx, 'export-call-measures', async (tx) =>
    showsNobody(
      (await weeksOf(ctx, tx, asked)).map((week): Cell[] => [
        ...names.map((name) => week[name]),
        week.outcomes.map(({ outcome, next, count }) => `${outcome}${next ? ` (${next})` : ''}: ${count}`).join('; '),
      ]),
    ),
  )
}
