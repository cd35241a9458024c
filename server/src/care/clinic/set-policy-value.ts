import { type Fault, type Policy, type PolicyValue, Problem, policiesAt, policyOf, whyNotSet } from '@dripline/clinical'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { setValuesOf } from '../../platform/policies.ts'
import { insertPolicyValue } from './store.ts'

export type SetPolicyValue = {
  policy: string
  name: string
  /** Null gives back what was approved, or delivered. */
  value: PolicyValue | null
  /** The instant from which it holds; never in the past, so that old records keep theirs. */
  validFrom: Date
  reason: string
}

const refuseContradiction = (policy: Policy, together: Readonly<Record<string, PolicyValue>>, value: PolicyValue) => {
  if (!policy.together?.(together)) return
  const rule = { code: `policy.${policy.id}.together`, params: together }
  throw new Problem('not-valid', {}, [{ field: 'value', code: 'policy-contradiction', params: { rule }, value }])
}

/** Sets one value of a policy for this clinic, within what the policy allows, from an instant on. */
export function setPolicyValue(ctx: Ctx, { policy: id, name, value, validFrom, reason }: SetPolicyValue) {
  return inOneStep(ctx, 'set-policy-value', async (tx) => {
    await demandRight(ctx, tx, 'approve-defaults')
    const policy = policyOf(id)
    if (!policy) throw new Problem('not-valid', {}, [{ field: 'policy', code: 'one-of-clinics-policies', value: id }])
    const faults: Fault[] = []
    const expected =
      value === null ? (name in policy.values ? null : whyNotSet(policy, name, value)) : whyNotSet(policy, name, value)
    if (expected) faults.push({ ...expected, field: name in policy.values ? 'value' : 'name', value })
    if (validFrom.getTime() < ctx.now().getTime() - A_PRESS_MS)
      faults.push({ field: 'validFrom', code: 'now-or-later-what-was-done', value: validFrom })
    if (faults.length > 0) throw new Problem('not-valid', {}, faults)

    const held = valuesAt(await setValuesOf(tx), id, validFrom)
    if (value !== null) refuseContradiction(policy, { ...held, [name]: value }, value)

    await insertPolicyValue(tx, {
      id: ctx.newId(),
      policy: id,
      name,
      value,
      validFrom,
      reason,
      approvedBy: staffOf(ctx).id,
      approvedAt: ctx.now(),
    })
    return { policy: id, name, value, validFrom: validFrom.toISOString() }
  })
}

/** How long a press may be on its way. */
const A_PRESS_MS = 60_000

const valuesAt = (set: Parameters<typeof policiesAt>[0], id: string, at: Date): Record<string, PolicyValue> => {
  const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  return { ...(policiesAt(set, at.toISOString()) as Record<string, Record<string, PolicyValue>>)[name] }
}
