import type { Database } from './database.ts'
import { withoutClinic } from './database.ts'
import type { Ground } from './ground.ts'

export type Clinic = { id: string; name: string; zone: string; simulated: boolean; setUpAt: Date | null }

/** The clinic a host name belongs to; with exactly one clinic in the database every host is its host. */
export const clinicOf = (database: Database, host: string): Promise<Clinic | null> =>
  withoutClinic(database, async (db) => {
    const columns = ['clinic.id', 'clinic.name', 'clinic.zone', 'clinic.simulated', 'clinic.setUpAt'] as const
    const named = await db
      .selectFrom('clinicHost')
      .innerJoin('clinic', 'clinic.id', 'clinicHost.clinicId')
      .where('host', '=', host)
      .select(columns)
      .executeTakeFirst()
    if (named) return named
    const [only, another] = await db.selectFrom('clinic').select(columns).limit(2).execute()
    return only && !another ? only : null
  })

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
