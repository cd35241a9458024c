import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import pg from 'pg'
import type { Ask, Row } from './ask.ts'

/** One database to be checked: how to ask it, where its anchors are, the secret that signed them. */
export type Place = {
  readonly ask: Ask
  readonly anchors: readonly string[]
  readonly secret: string | undefined
  readonly olderSecrets?: readonly string[]
}

/** Why a database could not be looked at. */
export class NotLookedAt extends Error {}

type Look<T> = (place: Place) => Promise<T>

// What is checked is what was there at one instant, also while servers write. The anchors are older than that.
const atOneInstant = async <T>(ask: Ask, work: () => Promise<T>): Promise<T> => {
  await ask('begin isolation level repeatable read read only')
  try {
    return await work()
  } finally {
    await ask('rollback')
  }
}

const onServer = async <T>(url: string, place: Omit<Place, 'ask'>, look: Look<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect().catch((error: Error) => {
    throw new NotLookedAt(`the database does not answer (${error.message})`)
  })
  try {
    const ask: Ask = async (text, values) => (await client.query(text, values)).rows
    return await atOneInstant(ask, () => look({ ...place, ask }))
  } finally {
    await client.end()
  }
}

const inFolder = async <T>(folder: string, place: Omit<Place, 'ask'>, look: Look<T>): Promise<T> => {
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw new NotLookedAt(`Dripline is running on ${folder}. Stop it first.`)
  }
  const lite = await PGlite.create({ dataDir: join(folder, 'database'), extensions: { btree_gist } })
  try {
    const kept = join(folder, 'secret.key')
    const secret = place.secret ?? (existsSync(kept) ? readFileSync(kept, 'utf8').trim() : undefined)
    const ask: Ask = async (text, values) => (await lite.query<Row>(text, values)).rows
    return await atOneInstant(ask, () => look({ ...place, secret, ask }))
  } finally {
    await lite.close()
    lock.close()
  }
}

/** Looks at what the environment names: the PostgreSQL server, or every embedded database in the data folder. */
export const inEveryDatabase = async <T>(env: NodeJS.ProcessEnv, elsewhere: readonly string[], look: Look<T>): Promise<T[]> => {
  const folder = env.DATA_DIR || '.data'
  const others = [...(env.ANCHOR_DIR ? [env.ANCHOR_DIR] : []), ...elsewhere]
  const placeOf = (name: string) => ({
    anchors: [join(folder, name, 'anchors'), ...others],
    secret: env.SECRET_KEY || undefined,
    olderSecrets: (env.SECRET_KEY_OLD ?? '').split(',').flatMap((each) => each.trim() || []),
  })
  const url = env.MIGRATE_DATABASE_URL || env.DATABASE_URL
  if (url) return [await onServer(url, placeOf('clinic'), look)]
  const found: T[] = []
  for (const name of ['clinic', 'simulated'])
    if (existsSync(join(folder, name, 'database'))) found.push(await inFolder(join(folder, name), placeOf(name), look))
  if (found.length === 0) throw new NotLookedAt(`no database in ${folder}. Set DATA_DIR, or DATABASE_URL.`)
  return found
}
