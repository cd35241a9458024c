import type { Actor, Role } from '../actor.ts'
import { inTransaction, type Tx } from '../database.ts'
import type { Ground } from '../ground.ts'
import { sha256 } from '../keys.ts'

/** Idle and absolute limits of a sign-in, and how often its token is exchanged for a fresh one. */
export const limits = { idleMinutes: 60, absoluteHours: 12, rotateMinutes: 30 } as const

export const cookieName = (origin: string) => (origin.startsWith('https:') ? '__Host-dripline' : 'dripline')

/** The token of a sign-in's issue: made again for the same issue it is the same, so a repeated answer can carry it. */
export const tokenOf = (ground: Ground, signInId: string, issue: number) => ground.keys.token('sign-in', signInId, issue)

const MINUTE = 60_000

type Account = { id: string; name: string; role: string }
type Row = { id: string; lastSeenAt: Date; issuedAt: Date; createdAt: Date; issue: number; account: Account }

const findSignIn = async ({ db, clinicId }: Tx, token: string): Promise<Row | null> => {
  const row = await db
    .selectFrom('signIn')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'signIn.clinicId').onRef('account.id', '=', 'signIn.accountId'),
    )
    .where('signIn.clinicId', '=', clinicId)
    .where('tokenHash', '=', sha256(token))
    .where('revokedAt', 'is', null)
    .where('account.closedAt', 'is', null)
    .select([
      'signIn.id',
      'lastSeenAt',
      'issuedAt',
      'signIn.createdAt',
      'issue',
      'account.id as accountId',
      'account.name',
      'account.role',
    ])
    .executeTakeFirst()
  return row ? { ...row, account: { id: row.accountId, name: row.name, role: row.role } } : null
}

/** Who holds this token now, or null: closed accounts, revoked, idle or too old sign-ins hold nothing, at once. */
export const actorOf = (ground: Ground, clinicId: string, token: string): Promise<Actor | null> =>
  inTransaction(ground.database, clinicId, async (tx) => {
    const now = ground.clock()
    const found = await findSignIn(tx, token)
    if (!found) return null
    const idle = now.getTime() - found.lastSeenAt.getTime() > limits.idleMinutes * MINUTE
    const old = now.getTime() - found.createdAt.getTime() > limits.absoluteHours * 60 * MINUTE
    if (idle || old) return null
    if (now.getTime() - found.lastSeenAt.getTime() > MINUTE)
      await tx.db
        .updateTable('signIn')
        .set({ lastSeenAt: now })
        .where('clinicId', '=', clinicId)
        .where('id', '=', found.id)
        .execute()
    return { kind: 'staff', id: found.account.id, role: found.account.role as Role, name: found.account.name, signInId: found.id }
  })

type Beginning = {
  id: string
  accountId: string
  method: 'passkey' | 'password' | 'recovery' | 'invitation' | 'simulated'
  at: Date
}

/** Begins a sign-in; the caller puts `tokenOf(ground, id, 1)` into the cookie. */
export const beginSignIn = async (
  ground: Ground,
  { db, clinicId }: Tx,
  { id, accountId, method, at }: Beginning,
): Promise<void> => {
  await db
    .insertInto('signIn')
    .values({
      clinicId,
      id,
      accountId,
      method,
      tokenHash: sha256(tokenOf(ground, id, 1)),
      createdAt: at,
      issuedAt: at,
      lastSeenAt: at,
    })
    .execute()
}
