import { amountsAt, foldSession } from '@dripline/clinical'
import { sessionOf } from '../care/session/store.ts'
import { inTransaction } from '../platform/database.ts'
import type { Ward } from './place.ts'
import type { Notebook } from './storm.ts'

/** What the database holds in the end, beside what the hands were told. */
export const countKept = async ({ database, clinic }: Ward, { sent, acknowledged }: Notebook) => {
  const rows = await inTransaction(database, clinic.clinicId, ({ db }) =>
    db
      .selectFrom('sessionEvent')
      .where('clinicId', '=', clinic.clinicId)
      .where('kind', 'in', ['vitals', 'note'])
      .select(['id', 'kind', 'body'])
      .execute(),
  )
  const ids = new Set(rows.map(({ id }) => id))
  const notes = rows.flatMap(({ kind, body }) =>
    kind === 'note' ? [JSON.stringify(body).match(/entry-\d+-\d+/)?.[0] ?? ''] : [],
  )
  return {
    sent: sent.size,
    acknowledged: acknowledged.size,
    lost: [...acknowledged.values()].filter((id) => !ids.has(id)).length,
    doubled: notes.length - new Set(notes).size + (acknowledged.size - new Set(acknowledged.values()).size),
  }
}

/** mg given in one visit by now as the record works it out. */
export const mgOnRecord = async ({ database, clinic }: Ward, sessionId: string, asOf: Date): Promise<number> => {
  const session = await inTransaction(database, clinic.clinicId, (tx) => sessionOf(tx, sessionId))
  return Number(amountsAt(foldSession(session?.events ?? []), asOf.toISOString())?.givenMg ?? Number.NaN)
}
