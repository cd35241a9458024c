import type { Transaction } from 'kysely'
import { type Database, type DB, withoutClinic } from './database.ts'
import type { Ground } from './ground.ts'

export type Clinic = { readonly id: string }
type Kept = { readonly named: Map<string, Clinic>; only: { readonly clinic: Clinic; readonly until: number } | null }

const keptHosts = new WeakMap<Database, Kept>()
/** How long the only clinic of a database answers to every host before it is asked whether there is a second one. */
const ONLY_MS = 2000

/**
 * The clinic a host name belongs to; with exactly one clinic in the database every host is its host. A host is its clinic's for ever, so it
 * is read once.
 */
export const clinicOf = async (database: Database, host: string): Promise<Clinic | null> => {
  const kept = keptHosts.get(database) ?? { named: new Map<string, Clinic>(), only: null }
  keptHosts.set(database, kept)
  const known = kept.named.get(host)
  if (known) return known
  if (kept.only && kept.only.until > performance.now()) return kept.only.clinic
  // Anybody can send any host name: what is looked up for it takes nothing from the chair, but for the clinic that is known already.
  const { named, only } = await withoutClinic(database, (db) => lookUp(db, host), kept.only ? 'chair' : 'public')
  if (named) kept.named.set(host, named)
  kept.only = only && { clinic: only, until: performance.now() + ONLY_MS }
  return named ?? only
}

/** Forgets that a database had one clinic only: for whoever adds one. */
export const forgetOnly = (database: Database): void => {
  const kept = keptHosts.get(database)
  if (kept) kept.only = null
}

const lookUp = async (db: Transaction<DB>, host: string): Promise<{ named: Clinic | null; only: Clinic | null }> => {
  const named = await db.selectFrom('clinicHost').where('host', '=', host).select('clinicId as id').executeTakeFirst()
  if (named) return { named, only: null }
  const [only, another] = await db.selectFrom('clinic').select('id').limit(2).execute()
  return { named: null, only: only && !another ? only : null }
}

/** Scheme, host and port under which a clinic's own pages stand: its host name, when it has one, in the first clinic's address. */
export const originOf = async ({ database, origin }: Pick<Ground, 'database' | 'origin'>, clinicId: string): Promise<string> => {
  const named = await withoutClinic(database, (db) =>
    db.selectFrom('clinicHost').where('clinicId', '=', clinicId).select('host').executeTakeFirst(),
  )
  if (!named) return origin
  const url = new URL(origin)
  url.hostname = named.host
  return url.origin
}
