import { type Policies, policiesAt, type SetValue, usualPolicies } from '@dripline/clinical'
import { inTransaction } from '../database.ts'
import type { Ground } from '../ground.ts'
import { keptFor } from '../kept.ts'
import { setValuesOf } from '../policies.ts'

/** After how long without a request, in minutes, and after how long in all, in hours, a sign-in of a clinic ends. */
export type Lifetime = Policies['signInLifetime']

/** The longest that a clinic may let a sign-in last; in hours. */
export const LONGEST_HOURS = 24

const CHANGED = ['set-policy-value', 'approve-defaults']

/** How long sign-ins of this clinic last now: kept until somebody sets another value, for those that stand already too. */
export const lifetimeOf = async (ground: Ground, clinicId: string): Promise<Lifetime> => {
  const making = {
    make: async (): Promise<SetValue[]> => {
      const all = await inTransaction(ground.database, clinicId, setValuesOf)
      return all.filter(({ policy }) => policy === 'sign-in-lifetime')
    },
    heeds: (verb: string) => CHANGED.includes(verb),
  }
  const set = await keptFor(ground, clinicId, 'sign-in lifetime', making)
  return set.length === 0 ? usualPolicies.signInLifetime : policiesAt(set, ground.clock().toISOString()).signInLifetime
}
