import { Problem } from '@dripline/clinical'
import type { ExpressionBuilder } from 'kysely'
import { type Ctx, groundOf, type Tx } from './context.ts'
import type { DB } from './database.generated.ts'
import { sha256 } from './keys.ts'

export type LinkPurpose =
  | 'appointment'
  | 'invitation'
  | 'check-in'
  | 'no-check-ins'
  | 'no-reminders'
  | 'estimate'
  | 'waiting'
  | 'offer'

const secretOf = (ctx: Ctx, purpose: LinkPurpose, recordId: string, issue: number) =>
  groundOf(ctx).keys.token('link', ctx.clinicId, purpose, recordId, issue)

/** The address of a link that was made; nothing opens there before `makeLink`. */
export const linkAddress = (ctx: Ctx, purpose: LinkPurpose, recordId: string, issue = 1) =>
  `${ctx.origin}/l/${secretOf(ctx, purpose, recordId, issue)}/${purpose}`

/** Makes the address of a single-purpose link; made again for the same record and issue it is the same link. Only its hash is kept. */
export const makeLink = async (
  ctx: Ctx,
  tx: Tx,
  purpose: LinkPurpose,
  recordId: string,
  expiresAt: Date,
  issue = 1,
): Promise<string> => {
  await tx.db
    .insertInto('link')
    .values({
      clinicId: tx.clinicId,
      id: ctx.newId(),
      purpose,
      recordId,
      issue,
      secretHash: sha256(secretOf(ctx, purpose, recordId, issue)),
      createdAt: ctx.now(),
      expiresAt,
    })
    .onConflict((conflict) => conflict.columns(['clinicId', 'purpose', 'recordId', 'issue']).doNothing())
    .execute()
  return linkAddress(ctx, purpose, recordId, issue)
}

/** The same link as the row that a function of the database writes in its own step. */
export const linkRow = (ctx: Ctx, purpose: LinkPurpose, recordId: string, until: Date) => ({
  id: ctx.newId(),
  hash: sha256(secretOf(ctx, purpose, recordId, 1)),
  until,
})

// In letters of before a change of keys, and in those of after it.
const madeWithAnyKey =
  (secret: string) =>
  ({ or, eb }: ExpressionBuilder<DB, 'link'>) =>
    or([eb('secretHash', '=', sha256(secret)), eb('resealedHash', '=', sha256(secret))])

/** The links of a clinic that the addresses which are made from now on do not open yet, each with the hash of its new one. */
export const linksOfBefore = async (ctx: Ctx, { db, clinicId }: Tx): Promise<{ id: string; hash: string }[]> => {
  const live = await db
    .selectFrom('link')
    .where('clinicId', '=', clinicId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', ctx.now())
    .select(['id', 'purpose', 'recordId', 'issue', 'secretHash', 'resealedHash'])
    .execute()
  return live.flatMap(({ id, purpose, recordId, issue, secretHash, resealedHash }) => {
    const hash = sha256(secretOf(ctx, purpose as LinkPurpose, recordId, issue))
    return hash === secretHash || hash === resealedHash ? [] : [{ id, hash }]
  })
}

/** Lets the address that is made from now on open a link too. */
export const resealLink = ({ db, clinicId }: Tx, { id, hash }: { id: string; hash: string }) =>
  db.updateTable('link').set({ resealedHash: hash }).where('clinicId', '=', clinicId).where('id', '=', id).execute()

/** The link a secret opens, or null when there is none, or it has expired or was taken back. */
export const openLink = (tx: Tx, secret: string, now: Date) =>
  tx.db
    .selectFrom('link')
    .where('clinicId', '=', tx.clinicId)
    .where(madeWithAnyKey(secret))
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .select(['id', 'purpose', 'recordId'])
    .executeTakeFirst()

/** Why a secret opens nothing: its time is over, a newer link took its place, or there is none like it here. */
export const whyNotOpen = async (tx: Tx, secret: string, now: Date): Promise<'expired' | 'replaced' | 'unknown'> => {
  const link = await tx.db
    .selectFrom('link')
    .where('clinicId', '=', tx.clinicId)
    .where(madeWithAnyKey(secret))
    .select(['id', 'revokedAt', 'expiresAt'])
    .executeTakeFirst()
  if (!link) return 'unknown'
  const { id, revokedAt, expiresAt } = link
  if (revokedAt === null && expiresAt <= now) await seenExpired(tx, id, expiresAt)
  return (revokedAt ?? expiresAt).getTime() === expiresAt.getTime() ? 'expired' : 'replaced'
}

// What was seen to have expired stays so, whatever a clock says later: it was taken back at the very end of its time.
const seenExpired = ({ db, clinicId }: Tx, id: string, expiresAt: Date) =>
  db
    .updateTable('link')
    .set({ revokedAt: expiresAt })
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute()

/** Takes back every link to a record. */
export const revokeLinks = (ctx: Ctx, tx: Tx, purpose: LinkPurpose, recordId: string) =>
  tx.db
    .updateTable('link')
    .set({ revokedAt: ctx.now() })
    .where('clinicId', '=', tx.clinicId)
    .where('purpose', '=', purpose)
    .where('recordId', '=', recordId)
    .where('revokedAt', 'is', null)
    .execute()

/** The record this link was made for; a link of another purpose opens nothing here. */
export const linkedRecord = (ctx: Ctx, purpose: LinkPurpose): string => {
  const { actor } = ctx
  if (actor.kind !== 'link' || actor.purpose !== purpose) throw new Problem('link-unusable', { why: 'unknown' })
  return actor.recordId
}

const PURPOSES = [
  'appointment',
  'invitation',
  'check-in',
  'estimate',
  'waiting',
  'offer',
] as const satisfies readonly LinkPurpose[]

/** The whole address of a link whose end was cut off on the way, or null: its secret is whole, so it is clear what was meant. */
export const mendedAddress = (path: string, purpose: string): string | null => {
  const [, , secret = '', ...rest] = path.split('/')
  const tail = rest.join('/')
  const isCut = PURPOSES.some((each) => each === purpose && each !== tail && each.startsWith(tail))
  return isCut ? `/l/${secret}/${purpose}` : null
}
