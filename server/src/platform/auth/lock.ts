import { type Ctx, groundOf, inOneStep, staffOf } from '../context.ts'
import { inTransaction, type Tx } from '../database.ts'
import { policiesOf } from '../policies.ts'
import { lockSignIn, type SignInRow, touchChair } from './store.ts'

const MINUTE_MS = 60_000
/** A browser tells of a touch this often at most; in ms. */
const TELLS_EVERY_MS = 30_000
/** The shortest time after which a clinic may let its tablets lock; in ms. */
export const SOONEST_MS = MINUTE_MS

type Standing = Pick<SignInRow, 'id' | 'touchedAt' | 'lockedAt'>

/** Whether a sign-in is not locked whatever the clinic's policy says: at no chair, or touched just now. */
export const isSurelyOpen = ({ touchedAt, lockedAt }: Omit<Standing, 'id'>, now: Date): boolean =>
  lockedAt === null && (touchedAt === null || now.getTime() - touchedAt.getTime() <= SOONEST_MS)

/**
 * Whether a sign-in is locked: it was, or it has been at a chair and nobody has touched it for as long as the clinic allows. Once seen so
 * it stays locked.
 */
export const isLocked = async (tx: Tx, standing: Standing, now: Date): Promise<boolean> => {
  const { id, touchedAt, lockedAt } = standing
  if (lockedAt !== null) return true
  if (touchedAt === null || isSurelyOpen(standing, now)) return false
  const untouchedMs = now.getTime() - touchedAt.getTime()
  const { lockAfter } = (await policiesOf(tx, now)).chairLock
  if (untouchedMs <= lockAfter * MINUTE_MS + TELLS_EVERY_MS) return false
  await lockSignIn(tx, id, now)
  return true
}

/** Somebody has touched the screen of the person signed in, at a chair. No step: it is no fact about the clinic. */
export async function tellTouch(ctx: Ctx): Promise<{ touched: true }> {
  const { signInId } = staffOf(ctx)
  await inTransaction(groundOf(ctx).database, ctx.clinicId, (tx) => touchChair(tx, signInId, ctx.now()))
  return { touched: true }
}

/** Locks the sign-in that this request came by, until its person or another of this device opens it. */
export function lock(ctx: Ctx) {
  return inOneStep(ctx, 'lock-tablet', async (tx) => {
    const { id: accountId, signInId } = staffOf(ctx)
    await lockSignIn(tx, signInId, ctx.now())
    return { accountId, signInId }
  })
}

const open = [
  /^\/api\/auth\/(unlock|lock|passkey|passkey\/options|password|second|sign-out)$/,
  /^\/api\/session\/glance$/,
  /^\/api\/auth\/enter$/,
]

/** What a locked tablet may still ask for: the ways to open it, what stands on its screen, and pages without a record in them. */
export const isOpenWhenLocked = (method: string, path: string): boolean =>
  open.some((each) => each.test(path)) || (!path.startsWith('/api/') && (method === 'GET' || path === '/sign-in'))
