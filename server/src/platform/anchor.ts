import { sign } from 'node:crypto'
import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { canonical } from './canonical.ts'
import { inTransaction, withoutClinic } from './database.ts'
import type { Ground } from './ground.ts'

/**
 * Signs the head of every clinic's audit chain and appends it to a file outside the database: without it nobody could see
 * that the chain's tail was cut. Daily, and at each clean stop. `folder` is the data folder; one file a clinic under `anchors`.
 */
export const anchorHeads = async (ground: Ground, folder: string): Promise<number> => {
  const clinics = await withoutClinic(ground.database, (db) => db.selectFrom('clinic').select('id').orderBy('id').execute())
  await mkdir(join(folder, 'anchors'), { recursive: true })
  for (const { id } of clinics) {
    const head = canonical({ clinic: id, at: ground.clock().toISOString(), ...(await headOf(ground, id)) })
    const signature = sign(null, Buffer.from(head), ground.keys.anchor.privateKey).toString('base64')
    await appendFile(join(folder, 'anchors', `${id}.jsonl`), `${JSON.stringify({ head, signature })}\n`, { mode: 0o600 })
  }
  return clinics.length
}

const headOf = async ({ database }: Ground, clinicId: string) => {
  const { seq, hash } = await inTransaction(database, clinicId, ({ db }) =>
    db.selectFrom('auditHead').where('clinicId', '=', clinicId).select(['seq', 'hash']).executeTakeFirstOrThrow(),
  )
  return { seq: Number(seq), hash }
}
