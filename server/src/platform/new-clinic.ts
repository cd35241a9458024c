import { type Database, inTransaction, json, withoutClinic } from './database.ts'
import { forgetOnly } from './host.ts'
import { sha256 } from './keys.ts'

/** The hash before the first line of every chain. */
export const GENESIS = sha256('dripline')

/** The numbers on every public and patient page, until a clinic sets its own. */
export const CRISIS_LINES = [
  { label: 'In danger now?', action: 'Call', number: '911' },
  { label: 'In crisis?', action: 'Call or text', number: '988' },
] as const

type NewClinic = { id: string; host: string; at: Date; code?: string; name?: string; zone?: string; simulated?: boolean }

/** Makes a clinic that waits to be set up with a one-time code; with a second clinic, both are known by their hosts from then on. */
export const newClinic = async (
  database: Database,
  { id, host, at, code, name, zone, simulated = false }: NewClinic,
  firstHost?: string,
): Promise<void> => {
  const others = await withoutClinic(database, (db) =>
    db.selectFrom('clinic').leftJoin('clinicHost', 'clinicHost.clinicId', 'clinic.id').select(['clinic.id', 'host']).execute(),
  )
  const unnamed = others.find((other) => other.host === null)
  if (unnamed && firstHost === undefined) throw new Error('The first clinic has no host name yet: set PUBLIC_URL to its address.')
  await inTransaction(database, id, async ({ db }) => {
    await db
      .insertInto('clinic')
      .values({
        id,
        name: name ?? 'New clinic',
        zone: zone ?? 'America/New_York',
        simulated,
        createdAt: at,
        crisisLines: json(CRISIS_LINES),
        setUpCodeHash: code === undefined ? null : sha256(code),
      })
      .execute()
    await db.insertInto('auditHead').values({ clinicId: id, seq: 0, hash: GENESIS }).execute()
    const hosts = [
      ...(others.length > 0 ? [{ host, clinicId: id }] : []),
      ...(unnamed && firstHost !== undefined ? [{ host: firstHost, clinicId: unnamed.id }] : []),
    ]
    if (hosts.length > 0) await db.insertInto('clinicHost').values(hosts).execute()
  })
  forgetOnly(database)
}

/** A one-time code that is easy to read aloud and to type. */
export const oneTimeCode = (random: (size: number) => Buffer): string => {
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
  const code = [...random(12)].map((byte) => letters[byte % letters.length]).join('')
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-')
}
