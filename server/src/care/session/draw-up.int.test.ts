import { book, foldSession } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import { receiveVials } from '../../ledgers/substances/receive-vials.ts'
import { left } from '../../ledgers/substances/testing.ts'
import { type TestClinic, testClinic } from '../../platform/testing.ts'
import { renewOrder } from '../planning/renew-order.ts'
import { arrive } from './arrive.ts'
import { checkIn } from './check-in.ts'
import { drawUp } from './draw-up.ts'
import { giveReading } from './give-reading.ts'
import { readCheck } from './read-check.ts'
import { readVisit } from './read-visit.ts'
import { confirmOrder, sendBack } from './send-back.ts'
import type { ReadingSent } from './session.ts'
import { startInfusion } from './start-infusion.ts'
import { stopInfusion } from './stop-infusion.ts'
import { doseFor, drawUpOf, patientReady, readingFor, vialReceived, visitCleared, wasted, wellToday, wordOf } from './testing.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

describe('a weight that has changed', () => {
  test('sends the order back, and the visit follows the one a prescriber signs anew', async () => {
    const ready = await patientReady(clinic, { indication: 'depression' })
    const { nurse, prescriber, appointmentIds, orderIds, second, vialId } = ready
    const { sessionId } = await arrive(nurse, { appointmentId: appointmentIds[0] ?? '' })
    const heavier = wellToday({ weightKg: '74' })
    const sent = await checkIn(nurse, { sessionId, ...heavier })
    expect(sent).toMatchObject({
      cleared: false,
      why: [{ code: 'weight-of-order', params: { kg: '74', signedKg: '72' } }],
    })
    expect(await readVisit(nurse, sessionId)).toMatchObject({ state: 'arrived', events: expect.anything() })
    await expect(drawUpOf({ ...ready, indication: 'depression' }, sessionId)).rejects.toMatchObject({ code: 'wrong-state' })

    const dose = { ...doseFor('depression', clinic.clock.now), weightKg: '74', infusate: { infusateMg: '37', finalMl: '100' } }
    const { findings } = sent
    const acknowledged = [...findings.map(({ rule }) => rule), 'first-dose', 'interval', 'ideal-weight']
    const renewed = await renewOrder(prescriber, { orderId: orderIds[0] ?? '', dose, acknowledged })
    expect(await checkIn(nurse, { sessionId, ...heavier })).toMatchObject({ cleared: true })
    const { order, facts } = await readVisit(nurse, sessionId)
    expect(order.id).toBe(renewed.orderId)
    expect(facts).toMatchObject({ infusateMg: '37' })
    const read = readingFor('depression', vialId, { infusateMg: '37', syringeMl: '0.74', vials: [{ vialId, ml: '0.74' }] })
    await giveReading(nurse, { sessionId, ...read })
    expect(await readCheck(second, { sessionId, ...read })).toMatchObject({ check: 'agree', isDrawn: true })
    await startInfusion(nurse, { sessionId })
    expect((await readVisit(nurse, sessionId)).state).toBe('running')
  })

  test('of two in a hundred does not', async () => {
    const { nurse, appointmentIds } = await patientReady(clinic, { indication: 'depression' })
    const { sessionId } = await arrive(nurse, { appointmentId: appointmentIds[0] ?? '' })
    expect(await checkIn(nurse, { sessionId, ...wellToday({ weightKg: '73.4' }) })).toMatchObject({ cleared: true })
  })
})

describe('a draw-up', () => {
  test('from a vial of another drug is refused by the server, whatever its strength, and takes nothing out of the safe', async () => {
    const ready = await visitCleared(clinic, { indication: 'depression' })
    const { nurse, second, sessionId } = ready
    const facts = { drugId: 'midazolam', lot: 'SIM-1', mgPerMl: '5', volumeMl: '10', expiresOn: '2027-08-31', invoice: '' }
    const word = await wordOf(nurse, second, 'receive', { ...facts, vials: '1' })
    const { received } = await receiveVials(nurse, { ...facts, vials: 1, proof: word })
    const midazolam = received[0]?.vialId ?? ''
    await drawUpOf({ ...ready, vialId: midazolam }, sessionId)
    await expect(drawUp(nurse, { sessionId })).rejects.toMatchObject({ code: 'vial-of-other-drug' })
    expect(await left(nurse, midazolam)).toBe('10')
    expect((await readVisit(nurse, sessionId)).state).toBe('cleared')
  })

  test('of ten times the volume or the rate takes nothing out of the safe, whoever read it', async () => {
    const ready = await visitCleared(clinic, { indication: 'depression' })
    const { nurse, second, sessionId, vialId } = ready
    const right = { sessionId, ...readingFor('depression', vialId) }
    const slips: [Partial<ReadingSent>, string][] = [
      [{ syringeMl: '7.2', vials: [{ vialId, ml: '7.2' }] }, 'syringeMl'],
      [{ rateMlPerHour: '1500' }, 'rateMlPerHour'],
      [{ infusateMg: '360' }, 'infusateMg'],
    ]
    for (const [slip, field] of slips) {
      await giveReading(nurse, { ...right, ...slip })
      expect(await readCheck(second, right)).toMatchObject({ check: 'differ', off: [field], isDrawn: false })
      await giveReading(nurse, right)
      expect(await readCheck(second, { ...right, ...slip })).toMatchObject({ check: 'differ', isDrawn: false })
      await expect(drawUp(nurse, { sessionId })).rejects.toMatchObject({ code: 'check-differs', faults: [{ field }] })
    }
    expect(Number(await left(nurse, vialId))).toBe(10)
    await drawUp(nurse, await drawUpOf(ready, sessionId))
    expect(Number(await left(nurse, vialId))).toBe(9.28)
  })

  test('refuses a vial of another strength', async () => {
    const ready = await visitCleared(clinic, { indication: 'depression' })
    const { nurse, second, sessionId } = ready
    const vialId = await vialReceived(nurse, second, '100')
    const sent = await drawUpOf({ ...ready, vialId }, sessionId)
    await expect(drawUp(nurse, sent)).rejects.toMatchObject({ name: 'Problem' })
    expect(Number(await left(nurse, vialId))).toBe(10)
  })

  test('needs a second person for this very order, who is somebody else', async () => {
    const ready = await visitCleared(clinic, { indication: 'depression' })
    const { nurse, second, sessionId, vialId } = ready
    const read = { sessionId, ...readingFor('depression', vialId) }
    await giveReading(nurse, read)
    await giveReading(nurse, read)
    await expect(drawUp(nurse, { sessionId })).rejects.toMatchObject({ code: 'draw-up-not-witnessed' })
    await expect(giveReading(nurse, { ...read, proof: 'nothing' })).rejects.toMatchObject({ code: 'proof-failed' })
    const { facts } = await readVisit(nurse, sessionId)
    const word = await wordOf(nurse, second, 'draw-up', facts)
    await expect(giveReading(second, { ...read, proof: word })).rejects.toMatchObject({ code: 'proof-same-person' })
    const other = await wordOf(nurse, second, 'draw-up', { ...facts, infusateMg: '360' })
    await expect(giveReading(nurse, { ...read, proof: other })).rejects.toMatchObject({ code: 'proof-failed' })
    clinic.clock.forward(4)
    await expect(giveReading(nurse, { ...read, proof: word })).rejects.toMatchObject({ code: 'proof-used' })
  })

  test('that differs is sent back: nothing starts, and what was drawn waits for waste', async () => {
    const ready = await visitCleared(clinic, { indication: 'depression' })
    const { nurse, second, prescriber, sessionId } = ready
    await drawUp(nurse, await drawUpOf(ready, sessionId))
    clinic.clock.forward(1)
    await sendBack(second, { sessionId, reason: 'The label names somebody else' })
    await expect(startInfusion(nurse, { sessionId })).rejects.toMatchObject({ code: 'draw-up-not-witnessed' })
    await wasted(ready, sessionId, '100')
    clinic.clock.forward(1)
    await expect(confirmOrder(nurse, { sessionId, reason: 'it is fine' })).rejects.toMatchObject({ code: 'no-right' })
    await checkIn(nurse, { sessionId, ...wellToday() })
    await expect(drawUp(nurse, await drawUpOf(ready, sessionId))).rejects.toMatchObject({
      code: 'gate-closed',
      faults: [{ field: 'order-valid' }],
    })
    expect((await readVisit(nurse, sessionId)).next).toMatchObject({ code: 'confirm-order', by: ['prescriber'] })
    await confirmOrder(prescriber, { sessionId, reason: 'The label is right: read again with both' })
    await expect(confirmOrder(prescriber, { sessionId, reason: 'again' })).rejects.toMatchObject({ code: 'wrong-state' })
    await drawUp(nurse, { sessionId })
    await startInfusion(nurse, { sessionId })
    clinic.clock.forward(40)
    await stopInfusion(nurse, { sessionId, reason: 'Dose complete' })
    expect(book(foldSession((await readVisit(nurse, sessionId)).events), clinic.clock.now.toISOString())).toEqual({
      drawnMg: '72',
      givenMg: '36',
      wastedMg: '36',
      differenceMg: '0',
      openMg: '0',
      isClosed: true,
    })
  })

  test('for an order that was signed anew since does not start', async () => {
    const ready = await visitCleared(clinic, { indication: 'depression' })
    const { nurse, prescriber, sessionId, orderIds } = ready
    await drawUp(nurse, await drawUpOf(ready, sessionId))
    clinic.clock.forward(1)
    const dose = { ...doseFor('depression', clinic.clock.now), weightKg: '71', infusate: { infusateMg: '35.5', finalMl: '100' } }
    const acknowledged = ['first-dose', 'interval', 'ideal-weight', 'pain-condition']
    await renewOrder(prescriber, { orderId: orderIds[0] ?? '', dose, acknowledged })
    await expect(startInfusion(nurse, { sessionId })).rejects.toMatchObject({
      code: 'gate-closed',
      faults: [{ field: 'what-hangs' }],
    })
  })
})
