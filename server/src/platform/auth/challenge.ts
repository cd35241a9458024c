import { type Ctx, groundOf } from '../context.ts'
import { inTransaction, type Tx } from '../database.ts'
import { sha256 } from '../keys.ts'

/** What a ceremony under way is for: a passkey's answer, the code after a password, a new app of codes. */
export type Ceremony = 'sign-in' | 'passkey' | 'second factor' | 'totp' | 'proof'

export const CEREMONY_MS = 5 * 60_000

type Opening = { readonly purpose: Ceremony; readonly accountId?: string; readonly bound?: string }

/** Opens a ceremony for five minutes and gives its secret, 32 bytes in base64url; only the hash is kept. */
export async function openChallenge(ctx: Ctx, { purpose, accountId, bound }: Opening): Promise<string> {
  const id = ctx.newId()
  const secret = groundOf(ctx).keys.token('sign-in', 'challenge', id)
  const expiresAt = new Date(ctx.now().getTime() + CEREMONY_MS)
  // Not a step: a ceremony under way is no fact about the clinic, and the trail would fill with unfinished ones.
  await inTransaction(groundOf(ctx).database, ctx.clinicId, ({ db, clinicId }) =>
    db
      .insertInto('challenge')
      .values({
        clinicId,
        id,
        purpose,
        accountId: accountId ?? null,
        bound: bound ?? null,
        challenge: sha256(secret),
        createdAt: ctx.now(),
        expiresAt,
      })
      .execute(),
  )
  return secret
}

const open = ({ db, clinicId }: Tx, now: Date, purpose: Ceremony, secret: string) =>
  db
    .selectFrom('challenge')
    .where('clinicId', '=', clinicId)
    .where('challenge', '=', sha256(secret))
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .select(['id', 'accountId', 'bound'])

/** A ceremony that is still open, without closing it: a wrong code may be mended. */
export const lookAtChallenge = (ctx: Ctx, tx: Tx, purpose: Ceremony, secret: string) =>
  open(tx, ctx.now(), purpose, secret).forUpdate().executeTakeFirst()

/** Closes a ceremony in this step. */
export const closeChallenge = (ctx: Ctx, { db, clinicId }: Tx, id: string) =>
  db.updateTable('challenge').set({ usedAt: ctx.now() }).where('clinicId', '=', clinicId).where('id', '=', id).execute()

/** Takes a ceremony, once: it is closed before its answer is looked at, so that a replayed answer finds nothing. */
export function takeChallenge(ctx: Ctx, purpose: Ceremony, secret: string) {
  return inTransaction(groundOf(ctx).database, ctx.clinicId, async (tx) => {
    const found = await lookAtChallenge(ctx, tx, purpose, secret)
    if (found) await closeChallenge(ctx, tx, found.id)
    return found
  })
}
