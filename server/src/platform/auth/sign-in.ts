import type { Actor, Role } from '../actor.ts'
import { type Ctx, groundOf } from '../context.ts'
import { inTransaction, type Tx } from '../database.ts'
import type { Ground } from '../ground.ts'
import { keepSignIn, recallSignIn, type Staff } from '../kept-sign-in.ts'
import { sha256 } from '../keys.ts'
import { type Lifetime, LONGEST_HOURS, lifetimeOf } from './lifetime.ts'
import { isLocked, isSurelyOpen, SOONEST_MS } from './lock.ts'
import { hasSecondFactor } from './second-factor.ts'
import { signInNow } from './sign-in-now.ts'
import { findSignIn, insertSignIn, rotateSignIn, type SignInRow, signInsById, signOutOne, touchSignIn } from './store.ts'

/** How often a sign-in's token is exchanged, and how long the one before still opens. */
const limits = { rotateMinutes: 30, overlapMinutes: 2 } as const

export type Method = 'pin' | 'passkey' | 'password' | 'recovery' | 'set-up' | 'invitation' | 'simulated'

/** The token of a sign-in's issue: made again for the same issue it is the same, so a repeated answer can carry it. */
export const tokenOf = (ground: Ground, signInId: string, issue: number) =>
  `${signInId}.${ground.keys.token('sign-in', signInId, issue)}`

/** Whether a token is that of a sign-in's issue, made now or with a key of before. */
const isTokenOf = (ground: Ground, token: string, signInId: string, issue: number) =>
  token.startsWith(`${signInId}.`) && ground.keys.made(token.slice(signInId.length + 1), 'sign-in', signInId, issue)

const MINUTE = 60_000
const KNOWN = 10_000
const known = new WeakMap<Ground['keys'], Map<string, boolean>>()

/** Whether a token was made here for some sign-in, without asking the database: a made-up cookie costs the chair's connections nothing. */
export const isMade = (ground: Ground, token: string): boolean => {
  const mine = known.get(ground.keys) ?? new Map<string, boolean>()
  known.set(ground.keys, mine)
  const before = mine.get(token)
  if (before !== undefined) return before
  const signInId = TOKEN.exec(token)?.[1]
  const issues = Math.ceil((LONGEST_HOURS * 60) / limits.rotateMinutes) + 1
  const made =
    signInId !== undefined &&
    Array.from({ length: issues }, (_, i) => i + 1).some((issue) => isTokenOf(ground, token, signInId, issue))
  if (mine.size >= KNOWN) mine.clear()
  mine.set(token, made)
  return made
}
const TOKEN = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.[\w-]{43}$/

/** Begins a sign-in in this step, and ends the one that this request came by; give its id to `giveCookie` once the step is done. */
export const beginSignIn = async (ctx: Ctx, tx: Tx, accountId: string, method: Method): Promise<string> => {
  const id = ctx.newId()
  // Its cookie is about to be replaced: what nobody holds on purpose must open nothing either.
  if (ctx.actor.kind === 'staff') await signOutOne(tx, ctx.actor.id, ctx.actor.signInId, ctx.now())
  // A simulated clinic is entered as anybody by a press: there is nothing for a second factor to keep.
  const isBare = !groundOf(ctx).simulated && !(await hasSecondFactor(tx, accountId))
  await insertSignIn(tx, { id, accountId, method, isBare, tokenHash: sha256(tokenOf(groundOf(ctx), id, 1)), at: ctx.now() })
  return id
}

const minutesSince = (now: Date, then: Date) => (now.getTime() - then.getTime()) / MINUTE

type Ending = Pick<SignInRow, 'revokedAt' | 'closedAt' | 'lastSeenAt' | 'createdAt'>
const isOver = (row: Ending, now: Date, { idleMinutes, overallHours }: Lifetime) =>
  row.revokedAt !== null ||
  row.closedAt !== null ||
  minutesSince(now, row.lastSeenAt) > idleMinutes ||
  minutesSince(now, row.createdAt) > overallHours * 60

/** `changes`: how many of the clinic were committed when the database was asked. */
export type Recognised = { readonly actor: Actor; readonly freshToken?: string; readonly changes?: bigint }

/**
 * Who holds this token, as it was looked up moments ago or is now: only for what asks again, in its step or look, whether they stand.
 */
export const recogniseKept = async (ground: Ground, clinicId: string, token: string): Promise<Recognised | null> => {
  const actor = recallSignIn(ground.database, clinicId, token, ground.clock())
  return actor ? { actor } : recognise(ground, clinicId, token)
}

/** Who holds this token now, or null: closed accounts, revoked, idle or too old sign-ins hold nothing, at once. */
export const recognise = async (ground: Ground, clinicId: string, token: string): Promise<Recognised | null> => {
  const signInId = TOKEN.exec(token)?.[1]
  const row = signInId && (await signInNow(ground.database, clinicId, signInId))
  if (!row) return null
  const [now, lifetime] = [ground.clock(), await lifetimeOf(ground, clinicId)]
  if (isAsItWas(row, token, now, lifetime)) {
    const actor = actorOf(row)
    // Never a bare one: it opens records at the request after a second factor was set up, on every server.
    if (!row.isBare)
      keepSignIn(ground.database, { clinicId, token, actor, fromMs: now.getTime(), untilMs: changesByItself(row, lifetime) })
    return { actor, changes: row.changes }
  }
  return inTransaction(ground.database, clinicId, (tx) => recogniseIn(ground, tx, { signInId: row.id, token, lifetime }))
}

/** Whether nothing about a sign-in is to be written, judged or exchanged: most requests by far. */
const isAsItWas = (row: SignInRow, token: string, now: Date, lifetime: Lifetime): boolean =>
  !isOver(row, now, lifetime) &&
  sha256(token) === row.tokenHash &&
  minutesSince(now, row.issuedAt) < limits.rotateMinutes &&
  minutesSince(now, row.lastSeenAt) < 1 &&
  isSurelyOpen(row, now)

const actorOf = ({ id, accountId, name, roles, isBare }: SignInRow): Staff => ({
  kind: 'staff',
  id: accountId,
  roles: roles as Role[],
  name,
  signInId: id,
  ...(isBare && { isBare }),
})

type Holding = { readonly signInId: string; readonly token: string; readonly lifetime: Lifetime }
const recogniseIn = async (ground: Ground, tx: Tx, { signInId, token, lifetime }: Holding): Promise<Recognised | null> => {
  const now = ground.clock()
  const row = await findSignIn(tx, signInId)
  if (!row) return null
  if (isOver(row, now, lifetime)) {
    // What was seen to have expired stays so, whatever a clock says later.
    if (row.revokedAt === null) await signOutOne(tx, row.accountId, row.id, now)
    return null
  }
  const freshToken = await freshTokenFor(ground, tx, row, token)
  if (freshToken === null) return null
  if (minutesSince(now, row.lastSeenAt) >= 1) await touchSignIn(tx, row.id, now)
  const actor: Actor = { ...actorOf(row), ...((await isLocked(tx, row, now)) && { isLocked: true }) }
  return { actor, ...(freshToken !== token && { freshToken }) }
}

// When time alone may change what this sign-in opens, in ms of the clock: its limits, its next token, its screen that nobody touches.
const changesByItself = ({ createdAt, issuedAt, lastSeenAt, touchedAt }: SignInRow, lifetime: Lifetime): number =>
  Math.min(
    lastSeenAt.getTime() + lifetime.idleMinutes * MINUTE,
    createdAt.getTime() + lifetime.overallHours * 60 * MINUTE,
    issuedAt.getTime() + limits.rotateMinutes * MINUTE,
    touchedAt === null ? Number.POSITIVE_INFINITY : touchedAt.getTime() + SOONEST_MS,
  )

// The token this sign-in should be held by from now on: the given one, a fresh one, or null when the given one opens nothing.
// A tab that was already on its way with the issue before gets the same fresh token, since tokens can be made again.
const freshTokenFor = async (ground: Ground, tx: Tx, row: SignInRow, token: string): Promise<string | null> => {
  const now = ground.clock()
  const age = minutesSince(now, row.issuedAt)
  // The token of this issue is one whichever key made it: a repeated answer after a change of keys carries another.
  if (sha256(token) !== row.tokenHash && !isTokenOf(ground, token, row.id, row.issue)) {
    const isBefore = row.issue > 1 && isTokenOf(ground, token, row.id, row.issue - 1)
    return isBefore && age <= limits.overlapMinutes ? tokenOf(ground, row.id, row.issue) : null
  }
  if (age < limits.rotateMinutes) return token
  const fresh = tokenOf(ground, row.id, row.issue + 1)
  await rotateSignIn(tx, row, sha256(fresh), now)
  return fresh
}

/** Which of these sign-ins still stand: what stays open for long asks for all of them at once. */
export const standing = async (ground: Ground, clinicId: string, signInIds: readonly string[]): Promise<Set<string>> => {
  if (signInIds.length === 0) return new Set()
  const lifetime = await lifetimeOf(ground, clinicId)
  return inTransaction(ground.database, clinicId, async (tx) => {
    const rows = await signInsById(tx, signInIds)
    const now = ground.clock()
    const stand: string[] = []
    for (const row of rows) if (!isOver(row, now, lifetime) && !(await isLocked(tx, row, now))) stand.push(row.id)
    return new Set(stand)
  })
}
