import type { Role } from '@dripline/clinical'

export type { Role } from '@dripline/clinical'

/** Who acts: a person signed in, somebody holding a link, a visitor of a public page, or the clinic's own clockwork. */
export type Actor =
  | {
      readonly kind: 'staff'
      readonly id: string
      /** All roles this person holds; their rights add up. */
      readonly roles: readonly Role[]
      readonly name: string
      readonly signInId: string
    }
  | { readonly kind: 'link'; readonly id: string; readonly purpose: string; readonly recordId: string }
  | { readonly kind: 'visitor'; readonly address: string }
  | { readonly kind: 'system'; readonly name: string }

/** How an actor stands in the trail: by kind and id, never by name. */
export const actorName = (actor: Actor): string => {
  if (actor.kind === 'staff' || actor.kind === 'link') return `${actor.kind}:${actor.id}`
  return actor.kind === 'system' ? `system:${actor.name}` : 'visitor'
}
