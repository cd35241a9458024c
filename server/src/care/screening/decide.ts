import {
  addDays,
  dateOf,
  type Fault,
  type Finding,
  needsAcknowledgement,
  overrideAct,
  overrideFacts,
  Problem,
  saySame,
  screen,
  standsInTheWay,
} from '@dripline/clinical'
import { spendProof } from '../../platform/auth/proof.ts'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { zoneOf } from '../clinic/store.ts'
import { acceptPerson } from '../people/accept-person.ts'
import { chartOf } from './chart-of.ts'
import type { Decision, Mitigation, Override } from './screening.ts'
import { insertDecision, screeningOf, screeningsOf } from './store.ts'

export type Decide = {
  screeningId: string
  decision: Decision
  reason: string
  acknowledged: readonly string[]
  overrides: readonly Override[]
  /** How each caution is met; only what was found is met. */
  mitigations?: readonly Mitigation[]
  /** A later day, for somebody deferred: when to look again. */
  lookAgainOn?: string | undefined
  proof?: string | undefined
}

/** A prescriber's signed decision on the newest screening, read again as of now; accepting makes the caller a patient. */
export function decide(
  ctx: Ctx,
  { screeningId, decision, reason, acknowledged, overrides, mitigations = [], lookAgainOn, proof }: Decide,
) {
  return inOneStep(ctx, 'decide-screening', async (tx) => {
    await demandRight(ctx, tx, 'decide-screening')
    const { id: by } = staffOf(ctx)
    const screening = await screeningOf(tx, screeningId)
    if (!screening) throw new Problem('not-found', { screeningId })
    if (screening.decisionId) throw new Problem('already-decided', { screeningId })
    const { personId } = screening
    await refuseStale(ctx, tx, screening)
    refuseDay(ctx, await zoneOf(tx), decision, lookAgainOn)
    refuseUnmet(screening.findings, mitigations)
    const isAccept = decision === 'accept'
    if (isAccept) refuseOpen(screening.findings, acknowledged, overrides)
    const signed = isAccept ? overrides : []
    const second = signed.length === 0 ? null : await secondSigner(ctx, tx, screeningId, signed, proof)

    const id = ctx.newId()
    const secondSignerId = second?.staffId ?? null
    const record = {
      id,
      screeningId,
      personId,
      decision,
      reason,
      acknowledged,
      mitigations,
      by,
      lookAgainOn: lookAgainOn ?? null,
    }
    await insertDecision(ctx, tx, { ...record, overrides: signed, secondSigner: secondSignerId })
    if (isAccept) await acceptPerson(ctx, tx, personId)
    return { decisionId: id, screeningId, personId, decision }
  })
}

type Frozen = { id: string; personId: string; indication: 'pain' | 'depression'; findings: readonly Finding[] }

// A newer screening, a newer answer from anywhere, or an answer that has grown too old: all ask for a new screening first.
const refuseStale = async (ctx: Ctx, tx: Tx, { id, personId, indication, findings }: Frozen) => {
  const newest = (await screeningsOf(tx, personId)).find((each) => each.indication === indication)
  const at = { at: ctx.now().toISOString(), zone: await zoneOf(tx) }
  const now = screen(await chartOf(tx, personId, indication), 'screening', at)
  if (newest?.id !== id || !saySame(now, findings)) throw new Problem('screening-stale', { screeningId: id })
}

const refuseDay = (ctx: Ctx, zone: string, decision: Decision, lookAgainOn: string | undefined) => {
  if (lookAgainOn === undefined) return
  const tomorrow = addDays(dateOf(ctx.now().toISOString(), zone), 1)
  const at = { field: 'lookAgainOn', value: lookAgainOn }
  if (decision !== 'defer') throw new Problem('not-valid', {}, [{ ...at, code: 'nothing-unless-deferred' }])
  if (lookAgainOn < tomorrow) throw new Problem('not-valid', {}, [{ ...at, code: 'day-from-on', params: { earliest: tomorrow } }])
}

const refuseUnmet = (findings: readonly Finding[], mitigations: readonly Mitigation[]) => {
  const isFound = ({ rule }: Mitigation) => findings.some((each) => each.rule === rule && each.level === 'caution')
  const faults = mitigations
    .filter((each) => !isFound(each))
    .map(({ rule }): Fault => ({ field: rule, code: 'caution-that-was-found' }))
  if (faults.length > 0) throw new Problem('not-valid', {}, faults)
}

const secondSigner = async (ctx: Ctx, tx: Tx, screeningId: string, overrides: readonly Override[], proof: string | undefined) => {
  if (proof === undefined) throw new Problem('not-valid', {}, [{ field: 'proof', code: 'second-signer-for-override' }])
  return spendProof(
    ctx,
    tx,
    proof,
    overrideAct,
    overrideFacts(
      screeningId,
      overrides.map(({ rule }) => rule),
    ),
  )
}

// All at once: what stands in the way, what was not acknowledged, an override of what cannot or need not be overridden.
const refuseOpen = (findings: readonly Finding[], acknowledged: readonly string[], overrides: readonly Override[]) => {
  const overridden = new Set(overrides.map(({ rule }) => rule))
  const faults: Fault[] = findings.flatMap((finding): Fault[] => {
    const { rule, overridable } = finding
    if (standsInTheWay(finding)) {
      if (overridable && overridden.has(rule)) return []
      return [{ field: rule, code: overridable ? 'to-be-cleared-or-overridden' : 'to-be-cleared-first' }]
    }
    return needsAcknowledgement(finding) && !acknowledged.includes(rule) ? [{ field: rule, code: 'to-be-acknowledged' }] : []
  })
  for (const { rule, reason } of overrides) {
    const finding = findings.find((each) => each.rule === rule)
    if (!finding || !standsInTheWay(finding)) faults.push({ field: rule, code: 'no-override-it-blocks-nothing' })
    else if (reason.trim() === '') faults.push({ field: rule, code: 'reason-for-override' })
  }
  if (faults.length > 0) throw new Problem('finding-blocks', {}, faults)
}
