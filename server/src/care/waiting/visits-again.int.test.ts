import { beforeEach, expect, test } from 'vitest'
import type { Ctx } from '../../platform/context.ts'
import { heldClock, peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { appointmentOf } from '../booking/store.ts'
import { newestConsent } from '../people/store.ts'
import { withdrawConsent } from '../people/withdraw-consent.ts'
import { closeCourse } from '../planning/close-course.ts'
import { arrive } from '../session/arrive.ts'
import { callOffVisit } from '../session/call-off-visit.ts'
import { patientReady } from '../session/testing.ts'
import { acceptOffer } from './accept-offer.ts'
import { addToList } from './add-to-list.ts'
import { holderOf, lettersIn, offersIn, strikeList } from './testing.ts'

const WISH = { noticeMinutes: 60, weekdays: [2, 4] as number[], part: 'any', days: 14 } as const

let clinic: TestClinic
let nurse: Ctx
let prescriber: Ctx
let personId: string
let planId: string
let orderId: string
let appointmentId: string
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T14:00:00Z'))
  const ready = await patientReady(clinic, { indication: 'depression' })
  ;({ nurse, prescriber, personId, planId } = ready)
  orderId = ready.orderIds[5] ?? ''
  appointmentId = ready.appointmentIds[5] ?? ''
})

const wait = () => addToList(nurse, { personId, service: 'infusion', orderId, ...WISH })
const calledOff = async () => {
  await callOffVisit(nurse, { appointmentId })
  await strikeList(clinic)
  clinic.clock.forward(1)
}
const accept = async () => acceptOffer(holderOf(clinic, 'offer', (await offersIn(nurse))[0]?.id ?? ''))

test('whoever has no canceled visit of an order in force cannot wait for an infusion', async () => {
  await expect(wait()).rejects.toMatchObject({ code: 'wrong-state' })
  await expect(addToList(nurse, { personId, service: 'infusion', orderId: nurse.newId(), ...WISH })).rejects.toMatchObject({
    code: 'not-found',
  })
  await calledOff()
  await closeCourse(prescriber, { planId, reason: 'moved away' })
  await expect(wait()).rejects.toMatchObject({ code: 'wrong-state' })
})

test('a canceled visit takes a free chair again, stays one entry in the calendar, and nothing is given before its order is signed for that day', async () => {
  await calledOff()
  await wait()
  await strikeList(clinic)
  const [offer] = await offersIn(nurse)
  expect(offer?.service).toBe('infusion')
  clinic.clock.forward(1)
  expect(await accept()).toMatchObject({ appointmentId, personId })
  const visit = await peek(nurse, (tx) => appointmentOf(tx, appointmentId))
  expect(visit).toMatchObject({ state: 'booked', sequence: 2, start: offer?.start })
  await strikeList(clinic)
  const files = (await lettersIn(clinic)).filter(({ kind }) => kind === 'appointment-told').map(({ calendar }) => calendar ?? '')
  expect(files.map((file) => /METHOD:(\w+)/.exec(file)?.[1])).toEqual(['CANCEL', 'REQUEST'])
  for (const file of files) expect(file).toContain(`UID:${appointmentId}@dripline`)
  clinic.clock.now = offer?.start ?? clinic.clock.now
  await expect(arrive(nurse, { appointmentId })).rejects.toMatchObject({ code: 'order-expired' })
})

test('is neither offered nor given once a consent is withdrawn, nor too near to the session before', async () => {
  await calledOff()
  await wait()
  await strikeList(clinic)
  const offers = await offersIn(nurse)
  expect(offers.map(({ start }) => start.toISOString().slice(0, 10))).toEqual(['2026-12-01'])
  const consent = await peek(nurse, (tx) => newestConsent(tx, personId, 'depression'))
  await withdrawConsent(nurse, { personId, consentId: consent?.id ?? '', reason: 'does not want to' })
  await expect(accept()).rejects.toMatchObject({ code: 'consent-missing' })
  clinic.clock.forward(3 * 60)
  await strikeList(clinic)
  expect(await offersIn(nurse)).toHaveLength(1)
})
