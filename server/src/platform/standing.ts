import type { Actor } from './actor.ts'

/** What a step asks the database about whoever was recognized before it: whether they still stand, with these roles. */
export type Standing = { readonly signInId: string; readonly roles: readonly string[]; readonly opensLocked: boolean }

/** What is asked about this actor; null of whoever did not sign in. */
export const standingOf = (actor: Actor): Standing | null =>
  actor.kind === 'staff' ? { signInId: actor.signInId, roles: actor.roles, opensLocked: actor.isLocked === true } : null

/** Why somebody who was recognized may not act any more, as the database says it. */
export type WhyNot = 'not-signed-in' | 'locked' | 'not-allowed'
