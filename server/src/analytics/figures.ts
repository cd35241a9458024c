import { sql } from 'kysely'
import type { OutcomeRow } from '../care/outcomes/outcome-rows.ts'
import type { Tx } from '../platform/context.ts'

const DAY_MS = 86_400_000

/** What stands beside the result: how complete the answers are, how long people wait, and whom the clinic did not treat. */
export type Figures = {
  /** Questions of the people shown that were due by now. */
  due: number
  answered: number
  /** Whole days from a person's first call to their first infusion, the middle one; null where no call is on record. */
  daysToFirst: number | null
  /** Calls of the period that the clinic ended as not suitable or with an urgent referral. */
  notTreated: number
}

/** The figures of these courses; `since` is the first day of the period, null for all of it. */
export const figuresOf = async (tx: Tx, courses: readonly OutcomeRow[], since: string | null): Promise<Figures> => {
  const calls = await firstCalls(tx)
  const waits = courses.flatMap(({ patientId, firstStartedAt }) => {
    const call = calls.get(patientId)
    return call && firstStartedAt ? [Math.floor((Date.parse(firstStartedAt) - call.getTime()) / DAY_MS)] : []
  })
  return {
    due: courses.reduce((sum, { due }) => sum + due, 0),
    answered: courses.reduce((sum, { answered }) => sum + answered, 0),
    daysToFirst: middle(waits),
    notTreated: await callsNotTreated(tx, since),
  }
}

/** The middle of an odd number of values, the lower of the two middles of an even one; null of none. */
export const middle = (values: readonly number[]): number | null =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? null

const firstCalls = async ({ db, clinicId }: Tx): Promise<Map<string, Date>> => {
  const { rows } = await sql<{
    personId: string
    at: Date
  }>`select coalesce(person.merged_into, person.id) as person_id, min(lower(during)) as at
    from appointment join person on person.clinic_id = appointment.clinic_id and person.id = appointment.person_id
    where appointment.clinic_id = ${clinicId} and appointment.kind = 'call' and appointment.state = 'done' group by 1`.execute(db)
  return new Map(rows.map(({ personId, at }) => [personId, at]))
}

const callsNotTreated = async ({ db, clinicId }: Tx, since: string | null): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from call_outcome
    where clinic_id = ${clinicId} and outcome in ('not suitable now', 'urgent referral')
    and (${since}::date is null or decided_at >= ${since}::date)`.execute(db)
  return rows[0]?.count ?? 0
}
