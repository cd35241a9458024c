import type { Role } from '@dripline/clinical'

export type { Role } from '@dripline/clinical'

/** Who acts: a person signed in, somebody holding a link, a visitor of a public page, a program, a machine, or the clinic's own clockwork. */
export type Actor =
  | {
      readonly kind: 'staff'
      readonly id: string
      /** All roles this person holds; their rights add up. */
      readonly roles: readonly Role[]
      readonly name: string
      readonly signInId: string
      /** The tablet is locked: only the ways to open it are open. */
      readonly isLocked?: boolean
      /** Signed in by a password and nothing else: only the ways to a second factor are open. */
      readonly isBare?: boolean
    }
  /** A patient who has signed in, a program that somebody has let in, a machine at the chair. */
  | { readonly kind: 'patient'; readonly id: string; readonly personId: string; readonly name: string }
  | { readonly kind: 'client'; readonly id: string; readonly name: string }
  | { readonly kind: 'device'; readonly id: string; readonly name: string }
  | { readonly kind: 'link'; readonly id: string; readonly purpose: string; readonly recordId: string }
  | { readonly kind: 'visitor'; readonly address: string }
  | { readonly kind: 'system'; readonly name: string }

/** How an actor stands in the trail: by kind and id, never by name. */
export const actorName = (actor: Actor): string => {
  if (actor.kind === 'visitor') return 'visitor'
  return actor.kind === 'system' ? `system:${actor.name}` : `${actor.kind}:${actor.id}`
}
