import { Problem } from '@dripline/clinical'
import type { Tx } from './database.ts'

/** The sender's key for one write, and the hash of everything that was sent with it. */
export type Idempotency = { readonly key: string; readonly requestHash: string }

type Asked = { scope: string; sent: Idempotency | undefined; now: Date }
type Once<T> = { answer: T; isNew: boolean }

/**
 * Does the work once for a key: the key is the first row of the step, so of two at once the second waits for the first's
 * answer; a rollback takes the key back with it. Without a key (clockwork, the play) the work is simply done.
 */
export const answerOnce = async <T>(tx: Tx, { scope, sent, now }: Asked, work: () => Promise<T>): Promise<Once<T>> => {
  if (!sent) return { answer: await work(), isNew: true }
  const { key, requestHash } = sent
  const mine = await tx.db
    .insertInto('idempotencyKey')
    .values({ clinicId: tx.clinicId, scope, key, requestHash, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  const row = tx.db
    .selectFrom('idempotencyKey')
    .where('clinicId', '=', tx.clinicId)
    .where('scope', '=', scope)
    .where('key', '=', key)
  if (!mine) {
    const first = await row.select(['requestHash', 'answer']).executeTakeFirstOrThrow()
    if (first.requestHash !== requestHash) throw new Problem('key-reused')
    return { answer: JSON.parse(first.answer ?? 'null'), isNew: false }
  }
  const answer = await work()
  await tx.db
    .updateTable('idempotencyKey')
    .set({ answer: JSON.stringify(answer ?? null) })
    .where('clinicId', '=', tx.clinicId)
    .where('scope', '=', scope)
    .where('key', '=', key)
    .execute()
  return { answer, isNew: true }
}
