import {
  type DoseSum,
  doseHistory,
  type Fault,
  type Finding,
  failedSoft,
  type Indication,
  isCovered,
  needsAcknowledgement,
  Problem,
  protocolOf,
  type SignedOverrides,
  screen,
  standsInTheWay,
  weightDoubt,
} from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { policiesOf } from '../../platform/policies.ts'
import { defaultsApproved } from '../clinic/clinical-defaults.ts'
import { zoneOf } from '../clinic/store.ts'
import { lockPerson, newestConsent } from '../people/store.ts'
import { chartOf } from '../screening/chart-of.ts'
import { recordAnswers } from '../screening/record-answers.ts'
import { acceptanceOf } from '../screening/store.ts'
import type { PlanSent } from './plan.ts'
import { givenBefore } from './visit-log.ts'
import { refuseUnchecked, workOut } from './work-out.ts'

type ToSign = Pick<PlanSent, 'personId' | 'dose' | 'acknowledged' | 'confirmed'> & {
  at: Omit<Parameters<typeof doseHistory>[1], 'now' | 'zone'>
}

/** Everything that must hold before a dose is signed for a person, read in the step that signs it; the weight is kept. */
export const readyToSign = async (ctx: Ctx, tx: Tx, { personId, dose, acknowledged, confirmed, at }: ToSign) => {
  const person = await lockPerson(tx, personId)
  if (!person) throw new Problem('not-found', { personId })
  if (person.mergedInto) throw new Problem('wrong-state', { personId })
  if (!person.acceptedAt) throw new Problem('not-a-patient', { personId })
  if (!(await defaultsApproved(tx))) throw new Problem('defaults-not-approved')
  const zone = await zoneOf(tx)
  const { doseLimits: limits } = await policiesOf(tx, ctx.now())
  const lastKg = (await chartOf(tx, personId)).weightKg?.value ?? null
  const drugId = protocolOf(dose.protocolId)?.gives.drug ?? ''
  const given = doseHistory(await givenBefore(tx, personId, drugId), { ...at, now: ctx.now().toISOString(), zone })
  const { protocol, sum } = workOut(dose, { body: person, now: ctx.now(), zone, lastKg, limits, ...given })
  const { indication } = protocol
  const acceptance = await acceptanceOf(tx, personId, indication)
  if (acceptance?.decision !== 'accept') throw new Problem('not-a-patient', { personId })
  const weightAt = await keepWeight(ctx, tx, personId, dose, [...(confirmed ?? []), ...weightSeen(sum, dose, acknowledged)])
  const findings = await findingsToSign(ctx, tx, { personId, indication, zone, acceptance, acknowledged })
  const consent = await newestConsent(tx, personId, indication)
  if (!consent) throw new Problem('consent-missing', { personId })
  refuseUnchecked(sum, acknowledged)
  return { person, zone, protocol, sum, weightAt, acceptance, consent, findings }
}

// A check of the order has shown the same numbers: whoever has ticked it has answered, and is not asked a second time.
const weightSeen = (sum: DoseSum, { weightKg }: PlanSent['dose'], acknowledged: readonly string[]): string[] =>
  failedSoft(sum).some(({ id }) => weightChecks.includes(id) && acknowledged.includes(id)) ? [weightDoubt(weightKg)] : []
const weightChecks = ['weight-as-before', 'height-and-weight']

// A dose is worked out from the newest weight there is; one that is new here is kept with its own date. An order is no measurement:
// the same weight keeps the time at which it was measured, whatever a form says. Gives that time.
const keepWeight = async (
  ctx: Ctx,
  tx: Tx,
  personId: string,
  { weightKg, weightAt }: PlanSent['dose'],
  confirmed: readonly string[] = [],
): Promise<Date> => {
  const newest = (await chartOf(tx, personId)).weightKg
  const at = new Date(weightAt)
  if (newest && Number(newest.value) === Number(weightKg)) return new Date(newest.at)
  if (newest && new Date(newest.at) > at) {
    const params = { kg: String(newest.value) }
    throw new Problem('not-valid', {}, [{ field: 'dose.weightKg', code: 'newest-weight-on-record', params, value: weightKg }])
  }
  await recordAnswers(ctx, tx, personId, 'form', { weightKg }, at, confirmed, 'dose.')
  return at
}

type Reading = {
  personId: string
  indication: Indication
  zone: string
  acceptance: SignedOverrides
  acknowledged: readonly string[]
}

// What the rules say now; what stands in the way and was not overridden on the same answers at the decision refuses.
const findingsToSign = async (ctx: Ctx, tx: Tx, { personId, indication, zone, acceptance, acknowledged }: Reading) => {
  const findings = screen(await chartOf(tx, personId, indication), 'plan', { at: ctx.now().toISOString(), zone })
  const inTheWay = findings.filter((finding) => standsInTheWay(finding) && !isCovered(finding, acceptance))
  const consent = inTheWay.find(({ rule }) => rule === 'consent')
  if (consent) throw new Problem(isNotForThis(consent) ? 'consent-missing' : 'consent-stale', { personId })
  const faults: Fault[] = [
    ...inTheWay.map(({ rule, reason }): Fault => ({ field: rule, code: 'to-be-cleared', params: { reason } })),
    ...findings
      .filter((finding) => needsAcknowledgement(finding) && !acknowledged.includes(finding.rule))
      .map(({ rule, reason }): Fault => ({ field: rule, code: 'to-be-acknowledged-reason', params: { reason } })),
  ]
  if (faults.length > 0) throw new Problem('finding-blocks', { personId }, faults)
  return findings
}

const readIn = ({ values }: Finding, key: string) => values.find((each) => each.key === key)?.value
const isNotForThis = (consent: Finding) => readIn(consent, 'consentFor') !== readIn(consent, 'indication')
