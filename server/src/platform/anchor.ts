import { sign } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonical } from './canonical.ts'
import { inTransaction, type Tx, withoutClinic } from './database.ts'
import type { Ground } from './ground.ts'
import { leafOf, rootOf } from './line-tree.ts'

/** Where signed heads go: the data folder's own place first, then others; and the address that gets each as a letter. */
export type AnchorPlaces = { readonly folders: readonly string[]; readonly mail?: string | undefined }

type Signed = { readonly clinicId: string; readonly text: string }

/**
 * Signs the head of every clinic's chain that has moved since its last anchor, and writes it outside the database: without that nobody
 * could see that the chain's tail was cut. Gives how many were signed; a place that cannot be reached is logged and holds up no other.
 */
export const anchorHeads = async (ground: Ground, { folders, mail }: AnchorPlaces): Promise<number> => {
  if (folders.length === 0 && mail === undefined) return 0
  const clinics = await withoutClinic(ground.database, (db) => db.selectFrom('clinic').select('id').orderBy('id').execute())
  const signed: Signed[] = []
  for (const { id } of clinics)
    await tried(ground, id, async () => {
      const text = await signedHead(ground, id, await lastIn(folders[0], id))
      if (text !== null) signed.push({ clinicId: id, text })
    })
  for (const folder of folders) await tried(ground, folder, () => write(folder, signed))
  if (mail !== undefined && signed.length > 0) await tried(ground, mail, () => post(ground, mail, signed))
  return signed.length
}

const tried = async ({ log }: Ground, place: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    log.error({ place, error: error instanceof Error ? error.message : String(error) }, 'anchors were not kept')
  }
}

const write = async (folder: string, signed: readonly Signed[]) => {
  if (signed.length > 0) await mkdir(folder, { recursive: true })
  for (const { clinicId, text } of signed) await appendFile(join(folder, `${clinicId}.jsonl`), `${text}\n`, { mode: 0o600 })
}

const post = ({ postman, newId, clock }: Ground, to: string, signed: readonly Signed[]) =>
  postman.send({ to, subject: 'Anchors of the audit trail', body: signed.map(({ text }) => text).join('\n') }, newId(clock()))

const lastIn = async (folder: string | undefined, clinicId: string): Promise<number> => {
  if (folder === undefined) return 0
  const text = await readFile(join(folder, `${clinicId}.jsonl`), 'utf8').catch(() => '')
  const last = text.trimEnd().split('\n').at(-1)
  return last ? Number(JSON.parse(JSON.parse(last).head).seq) : 0
}

// A head that did not move needs no second anchor, and an empty chain none.
const signedHead = ({ database, clock, keys }: Ground, clinicId: string, after: number): Promise<string | null> =>
  inTransaction(database, clinicId, async (tx) => {
    const { seq, hash } = await tx.db
      .selectFrom('auditHead')
      .where('clinicId', '=', clinicId)
      .select(['seq', 'hash'])
      .executeTakeFirstOrThrow()
    const upTo = Number(seq)
    if (upTo < after) throw new Error(`The trail ends at line ${upTo}, and line ${after} was anchored.`)
    if (upTo === after) return null
    const root = rootOf(await leavesBetween(tx, after, upTo))
    const head = canonical({ clinic: clinicId, at: clock().toISOString(), seq: upTo, hash, after, root })
    const signature = sign(null, Buffer.from(head), keys.anchor.privateKey).toString('base64')
    return JSON.stringify({ head, signature })
  })

const AT_ONCE = 2000

const leavesBetween = async ({ db, clinicId }: Tx, after: number, upTo: number): Promise<string[]> => {
  const leaves: string[] = []
  while (after + leaves.length < upTo) {
    const lines = await db
      .selectFrom('auditLine')
      .where('clinicId', '=', clinicId)
      .where('seq', '>', String(after + leaves.length))
      .where('seq', '<=', String(upTo))
      .orderBy('seq')
      .limit(AT_ONCE)
      .select('entry')
      .execute()
    if (lines.length === 0) throw new Error(`Lines of the trail of ${clinicId} are missing after ${after + leaves.length}.`)
    for (const { entry } of lines) leaves.push(leafOf(entry))
  }
  return leaves
}
