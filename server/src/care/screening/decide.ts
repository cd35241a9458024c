import { type Fault, type Finding, needsAcknowledgement, Problem, standsInTheWay } from '@dripline/clinical'
import { spendProof } from '../../platform/auth/proof.ts'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { acceptPerson } from '../people/accept-person.ts'
import type { Decision, Override } from './screening.ts'
import { insertDecision, screeningOf, screeningsOf } from './store.ts'

export type Decide = {
  screeningId: string
  decision: Decision
  reason: string
  acknowledged: readonly string[]
  overrides: readonly Override[]
  proof?: string | undefined
}

/** A prescriber's signed decision on the newest screening; accepting makes the caller a patient. */
export const decide = (ctx: Ctx, { screeningId, decision, reason, acknowledged, overrides, proof }: Decide) =>
  inOneStep(ctx, 'decide-screening', async (tx) => {
    const screening = await screeningOf(tx, screeningId)
    if (!screening) throw new Problem('not-found', { screeningId })
    if (screening.decisionId) throw new Problem('already-decided', { screeningId })
    const { personId, indication } = screening
    const newest = (await screeningsOf(tx, personId)).find((each) => each.indication === indication)
    if (newest?.id !== screeningId) throw new Problem('screening-stale', { screeningId })
    const findings = screening.findings as unknown as Finding[]
    if (decision === 'accept') refuseOpen(findings, acknowledged, overrides)
    const isOverride = decision === 'accept' && overrides.length > 0
    if (isOverride && proof === undefined)
      throw new Problem('not-valid', {}, [{ field: 'proof', expected: 'a second signer, for an override' }])
    const second =
      isOverride && proof !== undefined ? await spendProof(ctx, tx, proof, 'override-findings', { screeningId }) : null

    const id = ctx.newId()
    const { id: by } = staffOf(ctx)
    await insertDecision(ctx, tx, {
      id,
      screeningId,
      personId,
      decision,
      reason,
      overrides: isOverride ? overrides : [],
      acknowledged,
      by,
      secondSigner: second?.staffId ?? null,
    })
    if (decision === 'accept') await acceptPerson(ctx, tx, personId)
    return { decisionId: id, screeningId, personId, decision }
  })

// All at once: what stands in the way, what was not acknowledged, an override without its words.
const refuseOpen = (findings: readonly Finding[], acknowledged: readonly string[], overrides: readonly Override[]) => {
  const overridden = new Set(overrides.filter(({ reason }) => reason.trim() !== '').map(({ rule }) => rule))
  const faults: Fault[] = findings.flatMap((finding) => {
    const { rule, overridable } = finding
    if (standsInTheWay(finding) && !(overridable && overridden.has(rule)))
      return [
        {
          field: rule,
          expected: overridable ? 'to be cleared, or overridden with a reason and a second signer' : 'to be cleared',
        },
      ]
    return needsAcknowledgement(finding) && !acknowledged.includes(rule) ? [{ field: rule, expected: 'to be acknowledged' }] : []
  })
  if (faults.length > 0) throw new Problem('finding-blocks', {}, faults)
}
