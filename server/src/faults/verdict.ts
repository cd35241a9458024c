import { amountsAt, foldSession } from '@dripline/clinical'
import { type Answer, clientOf } from '../bench/client.ts'
import { eventsOf } from '../care/planning/visit-log.ts'
import { sessionOf } from '../care/session/store.ts'
import { inTransaction } from '../platform/database.ts'
import type { Ward } from './place.ts'
import type { Door, Notebook } from './storm.ts'

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

type ShownVisit = { readonly state: string; readonly events: readonly { readonly id: string; readonly seq: number }[] }

/** Which visits a server shows otherwise than folding their log anew says: what it kept through kills, rollbacks and cuts. */
export const shownOtherwise = async (
  { database, clinic, cookie, sessionIds }: Ward,
  doors: readonly Door[],
): Promise<string[]> => {
  const logs = await inTransaction(database, clinic.clinicId, (tx) => eventsOf(tx, sessionIds))
  const wrong: string[] = []
  for (const [server, door] of doors.entries()) {
    const client = clientOf(door.port(), 1)
    for (const sessionId of sessionIds) {
      const log = logs.get(sessionId) ?? []
      const answer: Answer = await client.send({ path: `/api/session/${sessionId}`, host: clinic.host, cookie })
      const shown: ShownVisit = JSON.parse(answer.text)
      const idsOf = (events: readonly { readonly id: string; readonly seq?: number }[]) =>
        events
          .toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
          .map(({ id }) => id)
          .join()
      if (answer.status !== 200 || shown.state !== foldSession(log).state || idsOf(shown.events) !== idsOf(log))
        wrong.push(`server ${server + 1}, visit ${sessionId}: ${answer.status}`)
    }
    client.close()
  }
  return wrong
}
