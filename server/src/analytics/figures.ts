import { sql } from 'kysely'
import type { Tx } from '../platform/context.ts'
import { daysToFirst, type Tally } from './count-outcomes.ts'

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

/** The figures of the groups in these tallies; `since` is the first day of the period, null for all of it. */
export const figuresOf = async (tx: Tx, shown: readonly Tally[], since: string | null): Promise<Figures> => ({
  due: shown.reduce((sum, { due }) => sum + due, 0),
  answered: shown.reduce((sum, { answered }) => sum + answered, 0),
  daysToFirst: await daysToFirst(tx, [...new Set(shown.map(({ group }) => group))], since),
  notTreated: await callsNotTreated(tx, since),
})

const callsNotTreated = async ({ db, clinicId }: Tx, since: string | null): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from call_outcome
    where clinic_id = ${clinicId} and outcome in ('not suitable now', 'urgent referral')
    and (${since}::date is null or decided_at >= ${since}::date)`.execute(db)
  return rows[0]?.count ?? 0
}
