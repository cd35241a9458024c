import { LONGEST_HOURS } from './auth/lifetime.ts'
import { resealed } from './auth/totp.ts'
import { type Ctx, inOneStep, openContext, type Tx } from './context.ts'
import { inTransaction, withoutClinic } from './database.ts'
import type { Ground } from './ground.ts'
import { linksOfBefore, resealLink } from './link.ts'

type App = { readonly id: string; readonly fresh: string }

const appsOfBefore = async (ctx: Ctx, { db, clinicId }: Tx): Promise<App[]> => {
  const accounts = await db
    .selectFrom('account')
    .where('clinicId', '=', clinicId)
    .where('totpSealed', 'is not', null)
    .select(['id', 'totpSealed'])
    .orderBy('id')
    .forUpdate()
    .execute()
  return accounts.flatMap(({ id, totpSealed }) => {
    const fresh = totpSealed === null ? null : resealed(ctx, id, totpSealed)
    return fresh === null ? [] : [{ id, fresh }]
  })
}

const sealedBefore = async (ctx: Ctx, tx: Tx) => ({ apps: await appsOfBefore(ctx, tx), links: await linksOfBefore(ctx, tx) })

const resealApp = ({ db, clinicId }: Tx, { id, fresh }: App) =>
  db.updateTable('account').set({ totpSealed: fresh }).where('clinicId', '=', clinicId).where('id', '=', id).execute()

/** Seals anew in one clinic; a start that finds nothing to seal leaves no line. */
const resealClinic = async (ground: Ground, clinicId: string): Promise<{ apps: number; links: number }> => {
  const ctx = openContext(ground, { clinicId, actor: { kind: 'system', name: 'keys' } })
  const { apps, links } = await inTransaction(ground.database, clinicId, (tx) => sealedBefore(ctx, tx), 'jobs')
  if (apps.length + links.length === 0) return { apps: 0, links: 0 }
  return inOneStep(ctx, 'reseal-secrets', async (tx) => {
    const found = await sealedBefore(ctx, tx)
    for (const app of found.apps) await resealApp(tx, app)
    for (const link of found.links) await resealLink(tx, link)
    return { apps: found.apps.length, links: found.links.length }
  })
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
    const done = await resealClinic(ground, clinicId)
    apps += done.apps
    links += done.links
  }
  const until = new Date(ground.clock().getTime() + LONGEST_HOURS * 3_600_000).toISOString()
  const says =
    `Sealed with the new key: ${apps} authenticator apps, ${links} links. Sign-ins made with the old key end by ${until}; ` +
    'after that SECRET_KEY_OLD can be left out here. Keep the old key for audit:verify: it signed the anchors until now.'
  return { apps, links, says }
}
