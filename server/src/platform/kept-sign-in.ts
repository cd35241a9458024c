import type { Actor } from './actor.ts'
import type { Database } from './database.ts'

export type Staff = Extract<Actor, { kind: 'staff' }>
/** Who was recognized by a token, from and until which instant of the clock at the latest; in ms. */
type Found = {
  readonly clinicId: string
  readonly token: string
  readonly actor: Staff
  readonly fromMs: number
  readonly untilMs: number
}
type Kept = Found & { readonly readUntil: number }

/** How long a sign-in that was looked up serves the look-up of the next requests; in ms. */
export const KEPT_MS = 5000
const MOST = 2000
const servers = new WeakMap<Database, Map<string, Kept>>()

const keptBy = (database: Database): Map<string, Kept> => {
  const mine = servers.get(database) ?? new Map<string, Kept>()
  servers.set(database, mine)
  return mine
}

/** Keeps who was recognized; who was kept first goes first. */
export const keepSignIn = (database: Database, found: Found): void => {
  const mine = keptBy(database)
  const { signInId } = found.actor
  mine.delete(signInId)
  mine.set(signInId, {
    ...found,
    untilMs: Math.min(found.fromMs + KEPT_MS, found.untilMs),
    readUntil: performance.now() + KEPT_MS,
  })
  for (const oldest of mine.keys()) {
    if (mine.size <= MOST) break
    mine.delete(oldest)
  }
}

/** Who was recognized by just this token a moment ago, for requests whose step or look asks again whether they stand. */
export const recallSignIn = (database: Database, clinicId: string, token: string, now: Date): Staff | null => {
  const kept = keptBy(database).get(token.slice(0, token.indexOf('.')))
  if (!kept || kept.token !== token || kept.clinicId !== clinicId) return null
  const isFresh = now.getTime() >= kept.fromMs && now.getTime() < kept.untilMs && performance.now() < kept.readUntil
  return isFresh ? kept.actor : null
}

/** Has a sign-in looked up anew at its next request. */
export const forgetSignIn = (database: Database, signInId: string): void => void keptBy(database).delete(signInId)
