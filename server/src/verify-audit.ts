/**
 * Checks every clinic's audit chain: `npm run audit:verify`. It shares no code with what writes the chain, reads the
 * database by itself, and prints `ok N lines` or `bad line N: why` for each clinic; the exit code is 1 when one is bad.
 */
import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, verify } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import pg from 'pg'

type Row = Record<string, unknown>
/** Asks the database one question, as its owner. */
export type Ask = (text: string, values?: unknown[]) => Promise<Row[]>
export type Result = { readonly isGood: boolean; readonly says: string }

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const BEFORE_FIRST = sha256('dripline')
const AT_ONCE = 5000

class Bad extends Error {
  constructor(line: number, why: string) {
    super(`bad line ${line}: ${why}`)
  }
}

const isRecord = (value: unknown): value is Row => value !== null && typeof value === 'object'

const parsed = (text: string): Row | null => {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The signed heads kept outside the database, by their line: its hash. A signature that does not hold is bad. */
const readAnchors = (file: string, clinicId: string, publicKey: KeyObject | null): Map<number, string> => {
  const anchors = new Map<number, string>()
  if (!existsSync(file)) return anchors
  for (const text of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const line = parsed(text)
    const head = typeof line?.head === 'string' ? parsed(line.head) : null
    const seq = Number(head?.seq)
    if (!line || !head || head.clinic !== clinicId || !Number.isInteger(seq)) throw new Bad(0, 'an anchor cannot be read')
    const signature = Buffer.from(String(line.signature), 'base64')
    if (publicKey && !verify(null, Buffer.from(String(line.head)), publicKey, signature))
      throw new Bad(seq, 'the signature of its anchor does not hold')
    anchors.set(seq, String(head.hash))
  }
  return anchors
}

const checkLine = (row: Row, seq: number, clinicId: string, before: string) => {
  const [entry, hash] = [String(row.entry), String(row.hash)]
  if (Number(row.seq) !== seq) throw new Bad(seq, `missing; the next one there is line ${row.seq}`)
  if (sha256(`${before}\n${entry}`) !== hash) throw new Bad(seq, 'its hash is not that of its text and the line before')
  const said = parsed(entry)
  if (Number(said?.seq) !== seq) throw new Bad(seq, `its text says it is line ${said?.seq}`)
  if (said?.clinic !== clinicId) throw new Bad(seq, 'its text names another clinic')
  return hash
}

const checkAnchor = (anchors: Map<number, string>, seq: number, hash: string) => {
  const anchored = anchors.get(seq)
  if (anchored !== undefined && anchored !== hash) throw new Bad(seq, 'it is not the line that was anchored outside the database')
}

/** Follows one clinic's chain from its first line; throws at the first line that cannot be right. */
const follow = async (ask: Ask, clinicId: string, anchors: Map<number, string>): Promise<number> => {
  let [seq, hash] = [0, BEFORE_FIRST]
  checkAnchor(anchors, seq, hash)
  for (let more = true; more; ) {
    const rows = await ask(
      'select seq::text, entry, hash from audit_line where clinic_id = $1 and seq > $2 order by audit_line.seq limit $3',
      [clinicId, seq, AT_ONCE],
    )
    for (const row of rows) {
      hash = checkLine(row, seq + 1, clinicId, hash)
      seq += 1
      checkAnchor(anchors, seq, hash)
    }
    more = rows.length === AT_ONCE
  }
  const [head] = await ask('select seq::text, hash from audit_head where clinic_id = $1', [clinicId])
  const last = Math.max(0, ...anchors.keys(), Number(head?.seq ?? 0))
  if (last > seq) throw new Bad(seq + 1, `missing; the chain once reached line ${last}`)
  if (Number(head?.seq) !== seq || head?.hash !== hash) throw new Bad(seq, 'the head of the chain is another line')
  return seq
}

const LONGEST_WAIT_S = 60

/** What was written and is not chained yet; lines that wait for longer than a sealer ever takes are an alarm. */
const waiting = async (ask: Ask, clinicId: string): Promise<{ says: string; isAlarm: boolean }> => {
  const [found] = await ask(
    'select count(*)::text as lines, extract(epoch from clock_timestamp() - min(written_at))::int as seconds from audit_pending where clinic_id = $1',
    [clinicId],
  )
  const [lines, seconds] = [Number(found?.lines), Number(found?.seconds)]
  if (lines === 0) return { says: '', isAlarm: false }
  return { says: `; ${lines} not chained yet, the oldest for ${seconds} s`, isAlarm: seconds > LONGEST_WAIT_S }
}

/** Checks the chain of every clinic in a database, against the anchors in a folder. */
export const checkTrails = async (ask: Ask, folder: string, publicKey: KeyObject | null): Promise<Result[]> => {
  const results: Result[] = []
  for (const { id, name } of await ask('select id::text, name from clinic order by id')) {
    const clinicId = String(id)
    // Row level security holds for a database's owner too: without its clinic the trail would look empty.
    await ask("select set_config('app.clinic_id', $1, false)", [clinicId])
    try {
      const anchors = readAnchors(join(folder, 'anchors', `${clinicId}.jsonl`), clinicId, publicKey)
      const lines = await follow(ask, clinicId, anchors)
      const signed = publicKey ? `${anchors.size} anchors` : `${anchors.size} anchors, signatures not checked: no SECRET_KEY`
      const { says, isAlarm } = await waiting(ask, clinicId)
      results.push({ isGood: !isAlarm, says: `${isAlarm ? 'alarm' : 'ok'} ${lines} lines (${name}; ${signed}${says})` })
    } catch (error) {
      if (!(error instanceof Bad)) throw error
      results.push({ isGood: false, says: `${error.message} (${name})` })
    }
  }
  return results
}

/** The public half of the key that signs anchors, from the one secret (32 bytes, base64). */
export const anchorKey = (secret: string): KeyObject => {
  const seed = Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), 'dripline', 'anchor', 32))
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  return createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }))
}

const checkServer = async (url: string, folder: string, secret: string | undefined): Promise<Result[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const ask: Ask = async (text, values) => (await client.query(text, values)).rows
    return await checkTrails(ask, folder, secret ? anchorKey(secret) : null)
  } finally {
    await client.end()
  }
}

const checkFolder = async (place: string, secret: string | undefined): Promise<Result[]> => {
  const lock = new DatabaseSync(join(place, 'lock.sqlite'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    return [{ isGood: false, says: `not checked: Dripline is running on ${place}. Stop it first.` }]
  }
  const lite = await PGlite.create({ dataDir: join(place, 'database'), extensions: { btree_gist } })
  try {
    const kept = join(place, 'secret.key')
    const known = secret ?? (existsSync(kept) ? readFileSync(kept, 'utf8').trim() : undefined)
    const ask: Ask = async (text, values) => (await lite.query<Row>(text, values)).rows
    return await checkTrails(ask, place, known ? anchorKey(known) : null)
  } finally {
    await lite.close()
    lock.close()
  }
}

/** Checks what the environment names: the PostgreSQL server, or every embedded database in the data folder. */
export const verifyAudit = async (env: NodeJS.ProcessEnv): Promise<Result[]> => {
  const folder = env.DATA_DIR || '.data'
  const secret = env.SECRET_KEY || undefined
  if (env.DATABASE_URL) return checkServer(env.DATABASE_URL, join(folder, 'clinic'), secret)
  const results: Result[] = []
  for (const place of ['clinic', 'simulated'].map((name) => join(folder, name)))
    if (existsSync(join(place, 'database'))) results.push(...(await checkFolder(place, secret)))
  return results.length > 0 ? results : [{ isGood: false, says: `nothing to check: no database in ${folder}` }]
}

if (import.meta.main) {
  const results = await verifyAudit(process.env)
  for (const { says } of results) process.stdout.write(`${says}\n`)
  process.exitCode = results.every(({ isGood }) => isGood) ? 0 : 1
}
