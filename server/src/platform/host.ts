import type { Database } from './database.ts'
import { withoutClinic } from './database.ts'

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

/** The host of a request: its own URL's, lower case, without a trailing dot. */
export const hostOf = (url: string) => new URL(url).hostname.toLowerCase().replace(/\.$/, '')
