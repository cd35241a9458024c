import { limits } from './auth/sign-in.ts'
import { resealed } from './auth/totp.ts'
import { type Ctx, inOneStep, openContext, type Tx } from './context.ts'
import { withoutClinic } from './database.ts'
import type { Ground } from './ground.ts'
import { resealLinks } from './link.ts'

const resealApps = async (ctx: Ctx, { db, clinicId }: Tx): Promise<number> => {
  const accounts = await db
    .selectFrom('account')
    .where('clinicId', '=', clinicId)
    .where('totpSealed', 'is not', null)
    .select(['id', 'totpSealed'])
    .orderBy('id')
    .forUpdate()
    .execute()
  let count = 0
  for (const { id, totpSealed } of accounts) {
    const fresh = totpSealed === null ? null : resealed(ctx, id, totpSealed)
    if (fresh === null) continue
    await db.updateTable('account').set({ totpSealed: fresh }).where('clinicId', '=', clinicId).where('id', '=', id).execute()
    count += 1
  }
  return count
}

type Resealing = { readonly apps: number; readonly links: number; readonly says: string }

/**
 * Seals what stands in the database with today's key, in every clinic, when keys of before are given; null when there are none. Says what
 * is left for the old key to open, and until when.
 */
export const resealSecrets = async (ground: Ground): Promise<Resealing | null> => {
  if (ground.keys.before.length === 0) return null
  const clinics = await withoutClinic(ground.database, (db) => db.selectFrom('clinic').select('id').orderBy('id').execute())
  let [apps, links] = [0, 0]
  for (const { id: clinicId } of clinics) {
    const ctx = openContext(ground, { clinicId, actor: { kind: 'system', name: 'keys' } })
    const done = await inOneStep(ctx, 'reseal-secrets', async (tx) => ({
      apps: await resealApps(ctx, tx),
      links: await resealLinks(ctx, tx),
    }))
    apps += done.apps
    links += done.links
  }
  const until = new Date(ground.clock().getTime() + limits.absoluteHours * 3_600_000).toISOString()
  const says =
    `Sealed with the new key: ${apps} authenticator apps, ${links} links. Sign-ins made with the old key end by ${until}; ` +
    'after that SECRET_KEY_OLD can be left out here. Keep the old key for audit:verify: it signed the anchors until now.'
  return { apps, links, says }
}
