import { Problem } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** From which device a deed comes, as which of its entries, and by which form. */
export type EntryFrom = { readonly deviceId?: string; readonly deviceSeq?: number; readonly form?: string }

/** The sender's key for one write, the hash of everything that was sent with it, and where it comes from. */
export type Idempotency = { readonly key: string; readonly requestHash: string; readonly from?: EntryFrom }

type Asked = { author: string; verb: string; sent: Idempotency | undefined; now: Date }
type Done<T> = (answer: T, key: KeyOfStep | null) => Promise<void>
/** The row of a step's key, whose answer is kept by whoever ends the step. */
export type KeyOfStep = { readonly scope: string; readonly key: string; readonly answer: string }

// Nobody's name or verb holds a space, so the author is what comes before the first.
const scopeOf = ({ author, verb }: Asked) => `${author} ${verb}`
const isBy = (author: string, scope: string) => scope.startsWith(`${author} `)

/**
 * Does the work once for a key, for ever: the key is the first row of the step, so of two at once the second waits for the
 * first's answer; a rollback takes the key back with it. A key that another author has sent, or the same one with another
 * request, is refused. Without a key (clockwork, the play) the work is simply done. `done` ends the step: it keeps the answer beside the key.
 */
export const answerOnce = async <T>(tx: Tx, asked: Asked, work: () => Promise<T>, done: Done<T>): Promise<T> => {
  const { author, sent, now } = asked
  const scope = scopeOf(asked)
  if (!sent) {
    const answer = await work()
    await done(answer, null)
    return answer
  }
  const { key, requestHash, from: { deviceId = null, deviceSeq = null, form = null } = {} } = sent
  const { rows: mine } =
    await sql`insert into idempotency_key (clinic_id, scope, key, request_hash, created_at, device_id, device_seq, form)
    select ${tx.clinicId}, ${scope}, ${key}, ${requestHash}, ${now}::timestamptz, ${deviceId}, ${deviceSeq}::bigint, ${form} where not exists (
      select 1 from idempotency_key where clinic_id = ${tx.clinicId} and key = ${key}
        and (request_hash <> ${requestHash} or split_part(scope, ' ', 1) <> ${author}))
    on conflict do nothing returning key`.execute(tx.db)
  if (mine.length === 0) {
    const sentBefore = await tx.db
      .selectFrom('idempotencyKey')
      .where('clinicId', '=', tx.clinicId)
      .where('key', '=', key)
      .select(['scope', 'requestHash', 'answer'])
      .execute()
    const first = sentBefore.find((each) => each.scope === scope)
    if (!first || sentBefore.some((each) => each.requestHash !== requestHash || !isBy(author, each.scope)))
      throw new Problem('key-reused')
    return JSON.parse(first.answer ?? 'null')
  }
  const answer = await work()
  await done(answer, { scope, key, answer: JSON.stringify(answer ?? null) })
  return answer
}
