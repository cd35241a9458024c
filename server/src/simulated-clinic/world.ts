import type { GuardedAct } from '@dripline/clinical'
import { sealProof } from '../platform/auth/proof.ts'
import type { Actor } from '../platform/context.ts'
import type { Part } from './cast.ts'
import type { Stage } from './play.ts'
import type { Safe } from './safe-contents.ts'

/** What the lives share: who the staff are, the chairs, and what stands in the safe. */
export type World = {
  readonly stage: Stage
  readonly staff: Map<string, Actor & { kind: 'staff' }>
  readonly chairs: string[]
  readonly safe: Safe
}

export const system: Actor = { kind: 'system', name: 'play' }

/** A member of staff by their part; the director has engaged everybody before anybody else enters. */
export const person = ({ staff }: World, key: Part['key']) => {
  const found = staff.get(key)
  if (!found) throw new TypeError(`Nobody plays ${key} yet.`)
  return found
}

/** A second person's word for an act, as it is given on the same screen. */
export const wordOf = async (
  world: World,
  key: string,
  asker: Part['key'],
  second: Part['key'],
  act: GuardedAct,
  facts: Record<string, string>,
) => {
  const proof = await world.stage.act(`${key} proof`, person(world, asker), (ctx) =>
    sealProof(ctx, { staffId: person(world, second).id, act, facts, method: 'simulated' }),
  )
  return proof?.proof ?? ''
}

const MINUTE = 60_000
export const after = (at: Date, minutes: number) => new Date(at.getTime() + minutes * MINUTE)
