import { beginningOf, type EventBody } from '@dripline/clinical'
import { type Ctx, inOneStep, openContext, staffOf } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { deliverDue } from '../../platform/message.ts'
import { peek, type TestClinic } from '../../platform/testing.ts'
import { appointmentOf } from '../booking/store.ts'
import { orderById } from '../planning/store.ts'
import { insertEvent, insertSession } from '../session/store.ts'
import type { patientReady } from '../session/testing.ts'
import { planFollowUps } from './courses-due.ts'
import { checkInLetter } from './letters.ts'
import { assessmentsOf } from './store.ts'

export type Ready = Awaited<ReturnType<typeof patientReady>>

const MINUTE_MS = 60_000

/** Sets the held clock to an instant. */
export const goTo = (clinic: TestClinic, at: string) => {
  clinic.clock.now = new Date(at)
}

/** Sets the clock to an hour of a local day. */
export const goToHour = (clinic: TestClinic, date: string, hour: number, zone: string) => {
  clinic.clock.now = new Date(Date.parse(beginningOf(date, zone)) + hour * 60 * MINUTE_MS)
}

type Give = { number: number; minutes?: number; at?: string }

/**
 * Writes one whole visit into the book, from arrival to the stop of the pump, at its appointed time or another one; the clock
 * then stands at its end. The steps of a visit have tests of their own; here only what was given matters.
 */
export const give = async (clinic: TestClinic, ready: Ready, { number, minutes = 40, at }: Give) => {
  const [orderId = '', appointmentId = ''] = [ready.orderIds[number - 1], ready.appointmentIds[number - 1]]
  const { order, visit } = await peek(ready.nurse, async (tx) => ({
    order: await orderById(tx, orderId),
    visit: await appointmentOf(tx, appointmentId),
  }))
  if (!order || !visit) throw new TypeError(`No session ${number} in this plan.`)
  const start = at ? Date.parse(at) : visit.start.getTime()
  const { rateMlPerHour, syringeMl, infusateMg, finalMl } = order
  const check: EventBody = { kind: 'second-check', syringeMl, rateMlPerHour }
  const vitals = { systolic: 128, diastolic: 78, pulse: 70, spo2: 98, resp: 14 }
  const steps: [number, EventBody, Ctx?][] = [
    [-30, { kind: 'booked' }],
    [-29, { kind: 'arrived' }],
    [-20, { kind: 'checked-in', identifiers: ['name', 'birthday'], escort: null, weightKg: '72', vitals }],
    [
      -10,
      {
        kind: 'drawn-up',
        vials: [{ vialId: ready.vialId, ml: syringeMl }],
        infusateMg,
        syringeMl,
        finalMl,
        witness: staffOf(ready.second).id,
      },
    ],
    [-9, check],
    [-8, check, ready.second],
    [0, { kind: 'started', rateMlPerHour, vtbiMl: null }],
    [minutes, { kind: 'stopped', reason: minutes === order.minutes ? 'all given' : 'asked to stop' }],
  ]
  const sessionId = ready.nurse.newId()
  await inOneStep(ready.nurse, 'give-session', async (tx) => {
    const { personId, planId, chairId } = ready
    await insertSession(ready.nurse, tx, { id: sessionId, personId, planId, orderId, appointmentId, chairId })
    for (const [i, [minute, said, by = ready.nurse]] of steps.entries()) {
      const happened = new Date(start + minute * MINUTE_MS).toISOString()
      const stamp = { id: ready.nurse.newId(), at: happened, enteredAt: happened, by: staffOf(by).id, seq: i + 1 }
      await insertEvent(tx, sessionId, { ...said, ...stamp })
    }
    return { sessionId, personId }
  })
  clinic.clock.now = new Date(start + (minutes + 1) * MINUTE_MS)
  return { sessionId, startedAt: new Date(start).toISOString() }
}

/** Lets the clinic's own clock do its minute's work: follow-ups, then letters. Gives the letters sent since the last time. */
export const tick = async (clinic: TestClinic) => {
  const { ground, clinicId, clock } = clinic
  const ctx = openContext(ground, { clinicId, actor: { kind: 'system', name: 'follow-up' }, clock: clock.read })
  await planFollowUps(ctx)
  const before = await lettersSent(clinic)
  await deliverDue(ground, { 'check-in': checkInLetter }, clinicId, clock.read)
  return (await lettersSent(clinic)).slice(before.length)
}

export const lettersSent = ({ ground, clinicId }: TestClinic) =>
  inTransaction(ground.database, clinicId, ({ db }) =>
    db
      .selectFrom('message')
      .where('clinicId', '=', clinicId)
      .where('kind', '=', 'check-in')
      .where('sentAt', 'is not', null)
      .orderBy('sentAt')
      .orderBy('dueAt')
      .orderBy('id')
      .select(['aboutId', 'recipient', 'subject', 'body', 'sentAt'])
      .execute(),
  )

/** What was asked in a course, as the server holds it. */
export const asked = ({ nurse, planId }: Ready) => peek(nurse, (tx) => assessmentsOf(tx, planId))

/** The person who holds the link of a question. */
export const holderOf = ({ ground, clinicId, clock }: TestClinic, assessmentId: string): Ctx =>
  openContext(ground, {
    clinicId,
    actor: { kind: 'link', id: assessmentId, purpose: 'check-in', recordId: assessmentId },
    clock: clock.read,
  })
