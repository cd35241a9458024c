import { type Fault, Problem, type Protocol, protocolOf, visitMinutes } from '@dripline/clinical'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, lockInOrder, staffOf } from '../../platform/context.ts'
import { bookAppointment } from '../booking/book-appointment.ts'
import { lineForVisit } from '../booking/line-calendar.ts'
import { promiseReminder } from '../booking/reminders.ts'
import { openChairs } from '../booking/store.ts'
import { insertAsNeeded } from './as-needed-store.ts'
import { curveHash, dayOfVisit, inputsFor } from './freeze.ts'
import type { PlanSent } from './plan.ts'
import { planUnderWay } from './plan-under-way.ts'
import { readyToSign } from './ready-to-sign.ts'
import { refuseLines } from './refuse-lines.ts'
import { insertOrder, insertPlan } from './store.ts'

/** Signs a course: one frozen order a session, each with its chair and day. Nothing is signed unless everything can be. */
export function signPlan(ctx: Ctx, { personId, dose, visits, acknowledged, confirmed = [], asNeeded = [] }: PlanSent) {
  return inOneStep(ctx, 'sign-plan', async (tx) => {
    await demandRight(ctx, tx, 'sign-order')
    const { id: signedBy } = staffOf(ctx)
    const toCome = protocolOf(dose.protocolId)?.sessions ?? 0
    const at = { number: 1, toCome, start: visits[0]?.start ?? null, plannedHours: null }
    const asked = { personId, dose, acknowledged, confirmed, at }
    const { person, zone, protocol, sum, weightAt, acceptance, consent, findings } = await readyToSign(ctx, tx, asked)
    const { indication, id: protocolId, version: protocolVersion, sessions } = protocol
    const underWay = await planUnderWay(tx, personId, indication, ctx.now())
    if (underWay) throw new Problem('plan-signed', { planId: underWay.id })
    refuseVisits(visits, protocol)
    await refuseLines(ctx, tx, asNeeded, acknowledged)
    // All chairs at once and in one order for everybody: two courses signed in the same second cannot wait for each other.
    await lockInOrder(
      tx,
      (await openChairs(tx)).map(({ id }) => `chair ${id}`),
    )

    const line = await lineForVisit(ctx, tx, { protocolId, neededMinutes: visitMinutes(protocol), isFluid: false })
    const planId = ctx.newId()
    const inputs = inputsFor(sum, person, ctx.now(), zone)
    const frozen = { sum, inputs, weightAt, signedBy }
    const signed = { decisionId: acceptance.id, consentId: consent.id, indication, protocolId, protocolVersion, sessions }
    await insertPlan(ctx, tx, { id: planId, personId, ...frozen, ...signed, curveHash: curveHash(inputs), findings })
    const orderIds: string[] = []
    const appointmentIds: string[] = []
    for (const [i, { start, chairId }] of visits.entries()) {
      const wanted = { personId, start, ...line, ...(chairId !== undefined && { chairId }) }
      const visit = await named(`visits.${i}.`, { visit: i + 1 }, () => bookAppointment(ctx, tx, wanted))
      const id = ctx.newId()
      const place = { planId, personId, number: i + 1, appointmentId: visit.id, replacesId: null, ...dayOfVisit(start, zone) }
      await insertOrder(ctx, tx, { id, ...place, ...frozen, capMgPerHour: capOf(protocol), drugId: protocol.gives.drug })
      await insertAsNeeded(ctx, tx, id, asNeeded, signedBy)
      await promiseReminder(ctx, tx, visit.id, new Date(visit.start))
      orderIds.push(id)
      appointmentIds.push(visit.id)
    }
    return { planId, personId, orderIds, appointmentIds }
  })
}

/** The cap of the pump's rate in mg/h, when the protocol has one. */
export const capOf = ({ cap }: Protocol): string | null => (cap?.unit === 'mg/h' ? cap.amount : null)

// Says which of the visits could not be had: every one of them is given back with the refusal.
const named = async <T>(prefix: string, about: { visit: number }, book: () => Promise<T>): Promise<T> => {
  try {
    return await book()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const faults = error.faults.map((fault) => ({ ...fault, field: prefix + fault.field }))
    throw new Problem(error.code, { ...error.about, ...about }, faults, error.fresh)
  }
}

const HOUR_MS = 3_600_000

/** Hours from the beginning of one visit to the beginning of another. */
export const hoursFrom = (before: string, after: string) => (Date.parse(after) - Date.parse(before)) / HOUR_MS

const refuseVisits = (visits: PlanSent['visits'], { sessions, spacing }: Protocol) => {
  const faults: Fault[] =
    visits.length === sessions ? [] : [{ field: 'visits', code: 'dates-one-session', params: { sessions }, value: visits.length }]
  for (const [i, { start }] of visits.entries()) {
    const before = visits[i - 1]
    if (before && hoursFrom(before.start, start) < spacing.leastHours)
      faults.push({
        field: `visits.${i}.start`,
        code: 'at-least-h-after-session-before',
        params: { leastHours: spacing.leastHours },
        value: start,
      })
  }
  if (faults.length > 0) throw new Problem('not-valid', {}, faults)
}
