import { type Fault, type Finding, needsAcknowledgement, Problem, screen, standsInTheWay, visitMinutes } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { bookAppointment } from '../booking/book-appointment.ts'
import { defaultsApproved } from '../people/clinical-defaults.ts'
import { newestConsent, personOf, zoneOf } from '../people/store.ts'
import { chartOf } from '../screening/chart-of.ts'
import { acceptanceOf } from '../screening/store.ts'
import { curveHash, dayOfVisit, inputsFor } from './freeze.ts'
import type { PlanSent } from './plan.ts'
import { insertOrder, insertPlan } from './store.ts'
import { refuseUnchecked, workOut } from './work-out.ts'

/** Signs a course: one frozen order a session, each with its chair and day. Nothing is signed unless everything can be. */
export const signPlan = (ctx: Ctx, { personId, dose, visits, acknowledged }: PlanSent) =>
  inOneStep(ctx, 'sign-plan', async (tx) => {
    const { id: signedBy } = staffOf(ctx)
    const person = await personOf(tx, personId)
    if (!person) throw new Problem('not-found', { personId })
    if (!person.acceptedAt) throw new Problem('not-a-patient', { personId })
    if (!(await defaultsApproved(tx))) throw new Problem('defaults-not-approved')
    const zone = await zoneOf(tx)
    const { protocol, sum } = workOut(dose, { body: person, now: ctx.now(), zone, isFirstDose: true, hoursSinceLastDose: null })
    const acceptance = await acceptanceOf(tx, personId, protocol.indication)
    if (acceptance?.decision !== 'accept') throw new Problem('not-a-patient', { personId })
    const findings = await findingsToSign(ctx, tx, personId, zone, acceptance.overrides, acknowledged)
    const consent = await newestConsent(tx, personId, protocol.indication)
    if (!consent) throw new Problem('consent-missing', { personId })
    refuseUnchecked(sum, acknowledged)
    refuseVisits(visits, protocol)

    const planId = ctx.newId()
    const inputs = inputsFor(planId, sum, person, ctx.now())
    const frozen = { sum, inputs, weightAt: new Date(dose.weightAt), signedBy }
    const { indication, id: protocolId, version: protocolVersion, sessions } = protocol
    const signed = { decisionId: acceptance.id, consentId: consent.id, indication, protocolId, protocolVersion, sessions }
    await insertPlan(ctx, tx, { id: planId, personId, ...frozen, ...signed, curveHash: curveHash(inputs), findings })
    const orderIds: string[] = []
    for (const [i, { start, chairId }] of visits.entries()) {
      const visit = await bookAppointment(ctx, tx, {
        personId,
        start,
        minutes: visitMinutes(protocol),
        ...(chairId !== undefined && { chairId }),
      })
      const id = ctx.newId()
      const place = { planId, personId, number: i + 1, appointmentId: visit.id, replacesId: null, ...dayOfVisit(start, zone) }
      await insertOrder(ctx, tx, {
        id,
        ...place,
        ...frozen,
        capMgPerHour: protocol.cap?.unit === 'mg/h' ? protocol.cap.amount : null,
      })
      orderIds.push(id)
    }
    return { planId, personId, orderIds }
  })

/** What the rules say when a plan is signed; what stands in the way and was not overridden at the decision refuses. */
export const findingsToSign = async (
  ctx: Ctx,
  tx: Tx,
  personId: string,
  zone: string,
  overridden: readonly string[],
  acknowledged: readonly string[],
): Promise<Finding[]> => {
  const findings = screen(await chartOf(tx, personId), 'plan', { at: ctx.now().toISOString(), zone })
  const inTheWay = findings.filter((finding) => standsInTheWay(finding) && !overridden.includes(finding.rule))
  const consent = inTheWay.find(({ rule }) => rule === 'consent')
  if (consent) throw new Problem(consent.values.length === 0 ? 'consent-missing' : 'consent-stale', { personId })
  const faults: Fault[] = [
    ...inTheWay.map(({ rule, reason }) => ({ field: rule, expected: `to be cleared: ${reason}` })),
    ...findings
      .filter((finding) => needsAcknowledgement(finding) && !acknowledged.includes(finding.rule))
      .map(({ rule, reason }) => ({ field: rule, expected: `to be acknowledged: ${reason}` })),
  ]
  if (faults.length > 0) throw new Problem('finding-blocks', { personId }, faults)
  return findings
}

const HOUR_MS = 3_600_000

const refuseVisits = (
  visits: PlanSent['visits'],
  { sessions, spacing }: { sessions: number; spacing: { leastHours: number } },
) => {
  const faults: Fault[] =
    visits.length === sessions ? [] : [{ field: 'visits', expected: `${sessions} dates, one a session`, value: visits.length }]
  for (const [i, { start }] of visits.entries()) {
    const before = visits[i - 1]
    if (before && Date.parse(start) - Date.parse(before.start) < spacing.leastHours * HOUR_MS)
      faults.push({
        field: `visits.${i}.start`,
        expected: `at least ${spacing.leastHours} h after the session before`,
        value: start,
      })
  }
  if (faults.length > 0) throw new Problem('not-valid', {}, faults)
}
