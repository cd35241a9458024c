import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { HandOver } from './speakers.ts'

/** Every offer of a call and every time it was taken, in order. */
export const handOversOf = (tx: Tx, callId: string): Promise<HandOver[]> =>
  tx.db
    .selectFrom('callHandOver')
    .where('clinicId', '=', tx.clinicId)
    .where('callId', '=', callId)
    .orderBy('place')
    .select(['fromId', 'toId', 'note', 'doneAt', sql<HandOver['kind']>`kind`.as('kind')])
    .execute()

/** Writes down the next of them. */
export const insertHandOver = async (tx: Tx, callId: string, row: HandOver): Promise<void> => {
  await tx.db
    .insertInto('callHandOver')
    .values(({ selectFrom }) => ({
      clinicId: tx.clinicId,
      callId,
      ...row,
      place: selectFrom('callHandOver')
        .where('clinicId', '=', tx.clinicId)
        .where('callId', '=', callId)
        .select(sql<number>`coalesce(max(place), 0) + 1`.as('place')),
    }))
    .execute()
}
