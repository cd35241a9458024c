import type { Responder } from '@dripline/clinical'
import { sql } from 'kysely'
import { json, type Tx } from '../../platform/database.ts'
import { RULES } from './rules-version.generated.ts'

export type OutcomeRow = {
  planId: string
  patientId: string
  indication: string
  firstSession: string | null
  firstStartedAt: string | null
  dayZero: string | null
  responder: Responder
  due: number
  answered: number
  /** Whole days from the person's first call to the first infusion; null where no call is on record. */
  waitedDays: number | null
}

// Four ways to be behind, each found by an index of its own.
const marksPast = (clinicId: string, now: Date) => {
  const where = (is: ReturnType<typeof sql>) =>
    sql`select patient_id, marks, made, marked_at, holds_until from course_mark where clinic_id = ${clinicId} and ${is}`
  return sql`(${where(sql`is_behind`)} union ${where(sql`rules < ${RULES}`)} union ${where(sql`rules > ${RULES}`)}
    union ${where(sql`holds_until <= ${now}`)}) as past`
}

/** Of how many people the rows are behind the facts, and since when the oldest is. */
export const behind = async ({ db, clinicId }: Tx, now: Date): Promise<{ people: number; since: Date | null }> => {
  const { rows } = await sql<{ people: number; since: Date | null }>`
    select count(*)::int as people, min(case when made <> marks or holds_until is null then marked_at else holds_until end) as since
    from ${marksPast(clinicId, now)}`.execute(db)
  return rows[0] ?? { people: 0, since: null }
}

/** People whose rows are behind, the longest first, each with the number of its marks: read before any fact. */
export const marksBehind = async ({ db, clinicId }: Tx, now: Date, most: number): Promise<Map<string, string>> => {
  const { rows } = await sql<{ patientId: string; marks: string }>`
    select patient_id, marks::text as marks from ${marksPast(clinicId, now)} order by marked_at, patient_id limit ${most}`.execute(
    db,
  )
  return new Map(rows.map(({ patientId, marks }) => [patientId, marks]))
}

/** Holds the marks that still stand where they were read; who writes a fact at this moment is left for the next time. */
export const holdMarks = async ({ db, clinicId }: Tx, marks: ReadonlyMap<string, string>): Promise<Set<string>> => {
  const { rows } = await sql<{ patientId: string }>`
    select m.patient_id from course_mark m
    join jsonb_to_recordset(${json([...marks].map(([id, seen]) => ({ id, seen })))}) as read (id uuid, seen bigint) on read.id = m.patient_id
    where m.clinic_id = ${clinicId} and m.patient_id = any(${[...marks.keys()]}) and m.marks = read.seen
    order by m.patient_id for update of m skip locked`.execute(db)
  return new Set(rows.map(({ patientId }) => patientId))
}

/** Puts rows in the place of those before, and says until when they hold. */
export const putOutcomes = async (
  { db, clinicId }: Tx,
  rows: readonly OutcomeRow[],
  held: readonly { patientId: string; until: string | null }[],
  now: Date,
): Promise<void> => {
  await sql`insert into course_outcome as o (clinic_id, plan_id, patient_id, indication, first_session, first_started_at, day_zero,
      responder, due, answered, waited_days, made_at)
    select ${clinicId}::uuid, "planId", "patientId", indication, "firstSession", "firstStartedAt", "dayZero", responder, due, answered, "waitedDays", ${now}
    from jsonb_to_recordset(${json(rows)}) as made ("planId" uuid, "patientId" uuid, indication text, "firstSession" date,
      "firstStartedAt" timestamptz, "dayZero" date, responder jsonb, due int, answered int, "waitedDays" int) order by "planId"
    on conflict (clinic_id, plan_id) do update set patient_id = excluded.patient_id, indication = excluded.indication,
      first_session = excluded.first_session, first_started_at = excluded.first_started_at, day_zero = excluded.day_zero,
      responder = excluded.responder, due = excluded.due, answered = excluded.answered,
      waited_days = excluded.waited_days, made_at = excluded.made_at`.execute(db)
  await sql`update course_mark m set made = m.marks, rules = ${RULES}, holds_until = held.until
    from jsonb_to_recordset(${json(held)}) as held ("patientId" uuid, until timestamptz)
    where m.clinic_id = ${clinicId} and m.patient_id = any(${held.map(({ patientId }) => patientId)}) and m.patient_id = held."patientId"`.execute(
    db,
  )
}
