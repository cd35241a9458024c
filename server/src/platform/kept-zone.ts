import { type Ctx, groundOf } from './context.ts'
import type { Database } from './database.ts'
import { shareOf } from './shares.ts'
import { inOneSnapshot } from './snapshot.ts'

const zones = new WeakMap<Database, Map<string, string>>()

/**
 * A look that must know the clinic's zone before it knows what to ask for: it is made with the zone as it was known here, and made again when
 * what it finds says another (`zone`).
 */
export const clinicZone = async <Found extends { readonly zone: string }>(
  ctx: Ctx,
  look: (zone: string) => Promise<Found>,
): Promise<Found> => {
  const { database } = groundOf(ctx)
  const known = zones.get(database) ?? new Map<string, string>()
  zones.set(database, known)
  const zone = known.get(ctx.clinicId) ?? (await zoneNow(ctx, database))
  const found = await look(zone)
  known.set(ctx.clinicId, found.zone)
  return found.zone === zone ? found : look(found.zone)
}

const zoneNow = async ({ clinicId, actor }: Ctx, database: Database): Promise<string> => {
  const { zone } = await inOneSnapshot(database, clinicId, shareOf(actor), ({ db }) =>
    db.selectFrom('clinic').where('id', '=', clinicId).select('zone').executeTakeFirstOrThrow(),
  )
  return zone
}
