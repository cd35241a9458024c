import { type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

/** Where a letter stands: written, still to come, not carried to its address, or no longer wanted. */
export const letterStates = ['written', 'to come', 'not delivered', 'dropped'] as const
export type LetterState = (typeof letterStates)[number]

const state = sql<LetterState>`case when sent_at is not null then 'written' when failed_at is not null then 'not delivered'
  when dropped_at is not null then 'dropped' else 'to come' end`

type LettersPage = { which: LetterState; skip: number; take: number | null }

/** Letters of a state, the newest first (to come: the next first), and how many there are; `take` null gives all. */
export const lettersPage = async ({ db, clinicId }: Tx, { which, skip, take }: LettersPage) => {
  const found = db.selectFrom('message').where('clinicId', '=', clinicId).where(sql<SqlBool>`${state} = ${which}`)
  const rows = await found
    .orderBy('dueAt', which === 'to come' ? 'asc' : 'desc')
    .orderBy('id', which === 'to come' ? 'asc' : 'desc')
    .offset(skip)
    .$if(take !== null, (query) => query.limit(take ?? 0))
    .select(['id', 'kind', 'dueAt', 'sentAt', 'droppedAt', 'failedAt', 'failure', 'recipient', 'subject', 'body', 'calendar'])
    .execute()
  const { total } = await found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  return { total, letters: rows }
}

/** Whom these letters are to, of the clinic's people. */
export const personsWritten = async (
  { db, clinicId }: Tx,
  letters: readonly { recipient: string | null }[],
): Promise<string[]> => {
  const addresses = [...new Set(letters.flatMap(({ recipient }) => recipient ?? []))]
  if (addresses.length === 0) return []
  const people = db.selectFrom('person').where('clinicId', '=', clinicId).where('email', 'in', addresses)
  return (await people.select('id').execute()).map(({ id }) => id)
}

/** How many letters stand where. */
export const letterCounts = async ({ db, clinicId }: Tx): Promise<Record<LetterState, number>> => {
  const found = await db
    .selectFrom('message')
    .where('clinicId', '=', clinicId)
    .groupBy(state)
    .select([state.as('state'), sql<number>`count(*)::int`.as('count')])
    .execute()
  const count = (each: LetterState) => found.find((row) => row.state === each)?.count ?? 0
  return {
    written: count('written'),
    'to come': count('to come'),
    'not delivered': count('not delivered'),
    dropped: count('dropped'),
  }
}
