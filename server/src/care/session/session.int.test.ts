import { foldSession, Problem } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import { bookOfSession } from '../../ledgers/substances/book-of-session.ts'
import { peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { appointmentOf } from '../booking/store.ts'
import { arrive } from './arrive.ts'
import { changeRate, resume } from './change-rate.ts'
import { amendEntry, chartEntry } from './chart-entry.ts'
import { checkIn } from './check-in.ts'
import { cancelVisit, discharge } from './discharge.ts'
import { drawUp } from './draw-up.ts'
import { readVisit } from './read-visit.ts'
import { startInfusion } from './start-infusion.ts'
import { pauseInfusion, stopInfusion } from './stop-infusion.ts'
import { drawUpOf, patientReady, pumpRead, signs, visitCleared, visitRunning, wasted, wellToday } from './testing.ts'
import { wasteRemainder } from './waste-remainder.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

const refused = (code: string) => expect.objectContaining({ name: 'Problem', code })
const scores = { kind: 'scores', dissociation: 0, distress: 0, pain: 3, sedation: 0 } as const

describe('a whole visit', () => {
  test('goes from arrival to the door, and the drug book closes with it', async () => {
    const { nurse, sessionId, appointmentIds, ...ready } = await visitRunning(clinic, { indication: 'depression' })
    clinic.clock.forward(5)
    await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } })
    clinic.clock.forward(35)
    await stopInfusion(nurse, { sessionId, reason: 'Dose complete' })
    expect((await readVisit(nurse, sessionId)).next.code).toBe('chart-vitals')
    await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } })
    await chartEntry(nurse, { sessionId, entry: scores })
    expect((await readVisit(nurse, sessionId)).next.code).toBe('read-pump')
    await pumpRead(nurse, sessionId, '100')
    await chartEntry(nurse, { sessionId, entry: { kind: 'recovering' } })
    clinic.clock.forward(30)
    for (const gate of ['walks', 'mood', 'escort', 'instructions'] as const)
      await chartEntry(nurse, { sessionId, entry: { kind: 'home-check', gate, isMet: true, note: null } })
    await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } })
    await chartEntry(nurse, { sessionId, entry: scores })
    await expect(discharge(nurse, { sessionId })).rejects.toMatchObject({
      code: 'gate-closed',
      faults: [{ field: 'adverse-effects' }],
    })
    await chartEntry(nurse, { sessionId, entry: { kind: 'no-adverse-effects' } })
    await discharge(nurse, { sessionId })

    const visit = await readVisit(nurse, sessionId)
    expect(visit.state).toBe('left')
    expect(await peek(nurse, (tx) => bookOfSession(tx, sessionId, 'ketamine'))).toMatchObject({
      drawnMg: '36',
      givenMg: '36',
      isOpen: false,
    })
    const appointment = await peek(nurse, (tx) => appointmentOf(tx, appointmentIds[0] ?? ''))
    expect(appointment?.state).toBe('done')
    expect(Object.keys(visit.names)).toContain(visit.order.signedBy)
    expect(ready.orderIds[0]).toBe(visit.order.id)
  })

  test('an early stop leaves a remainder, which a witness sees destroyed before anybody leaves', async () => {
    const { nurse, second, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    clinic.clock.forward(60)
    await changeRate(nurse, { sessionId, rateMlPerHour: '20', reason: 'dizzy' })
    clinic.clock.forward(30)
    await pauseInfusion(nurse, { sessionId, reason: 'pressure' })
    clinic.clock.forward(15)
    await expect(resume(nurse, { sessionId, rateMlPerHour: '25' })).rejects.toMatchObject({
      code: 'gate-closed',
      faults: [{ field: 'pressure' }, { field: 'pulse' }, { field: 'spo2' }, { field: 'sedation' }],
    })
    await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } })
    await chartEntry(nurse, { sessionId, entry: scores })
    await resume(nurse, { sessionId, rateMlPerHour: '25' })
    clinic.clock.forward(60)
    await stopInfusion(nurse, { sessionId, reason: 'Patient asks' })
    await chartEntry(nurse, { sessionId, entry: { kind: 'recovering' } })
    await expect(discharge(nurse, { sessionId })).rejects.toMatchObject({
      code: 'gate-closed',
      faults: expect.arrayContaining([expect.objectContaining({ field: 'book-closed' })]),
    })
    await expect(wasted({ nurse, second }, sessionId, '40')).rejects.toMatchObject({
      code: 'gate-closed',
      faults: [{ field: 'pump-total' }],
    })
    await pumpRead(nurse, sessionId, '60')
    await wasteRemainder(nurse, { sessionId })
    expect(await peek(nurse, (tx) => bookOfSession(tx, sessionId, 'ketamine'))).toEqual({
      drawnMg: '100',
      givenMg: '60',
      wastedMg: '40',
      openMg: '0',
      isOpen: false,
    })
  })

  test('once the book is written, what the pump did can no longer be told differently', async () => {
    const { nurse, second, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    const begun = clinic.clock.now.toISOString()
    clinic.clock.forward(60)
    await stopInfusion(nurse, { sessionId, reason: 'Patient asks', totalMl: '25' })
    await wasted({ nurse, second }, sessionId, '75')
    const at = new Date(Date.parse(begun) + 20 * 60_000).toISOString()
    const slower = changeRate(nurse, { sessionId, rateMlPerHour: '10', reason: 'forgotten', at })
    await expect(slower).rejects.toThrow(refused('book-settled'))
    await expect(pauseInfusion(nurse, { sessionId, reason: 'forgotten', at })).rejects.toThrow(refused('book-settled'))
    const { events } = await readVisit(nurse, sessionId)
    const started = events.find(({ kind }) => kind === 'started')?.id ?? ''
    await expect(amendEntry(nurse, { sessionId, eventId: started, reason: 'late', entry: null })).rejects.toThrow(
      refused('book-settled'),
    )
  })
})

describe('what stands in the way', () => {
  test('nothing runs without a check-in, a draw-up and its second person, in this order', async () => {
    const ready = await patientReady(clinic, { indication: 'pain' })
    const { nurse, appointmentIds } = ready
    const [appointmentId = '', tomorrow = ''] = appointmentIds
    await expect(arrive(nurse, { appointmentId: tomorrow })).rejects.toThrow(refused('time-not-possible'))
    const { sessionId } = await arrive(nurse, { appointmentId })
    await expect(arrive(nurse, { appointmentId })).rejects.toThrow(refused('wrong-state'))
    await expect(drawUpOf({ ...ready, indication: 'pain' }, sessionId)).rejects.toThrow(refused('wrong-state'))
    await expect(drawUp(nurse, { sessionId })).rejects.toThrow(refused('wrong-state'))
    await checkIn(nurse, { sessionId, ...wellToday() })
    await expect(startInfusion(nurse, { sessionId })).rejects.toThrow(refused('draw-up-not-witnessed'))
    await expect(stopInfusion(nurse, { sessionId, reason: 'x' })).rejects.toThrow(refused('wrong-state'))
    await expect(discharge(nurse, { sessionId })).rejects.toBeInstanceOf(Problem)
    await drawUp(nurse, await drawUpOf({ ...ready, indication: 'pain' }, sessionId))
    await expect(cancelVisit(nurse, { sessionId, reason: 'goes home' })).rejects.toThrow(refused('book-open'))
    await startInfusion(nurse, { sessionId })
    await expect(startInfusion(nurse, { sessionId })).rejects.toThrow(refused('session-already-started'))
    await expect(changeRate(nurse, { sessionId, rateMlPerHour: '25.1', reason: 'more' })).rejects.toMatchObject({
      code: 'gate-closed',
      faults: [{ field: 'within-order', value: { code: 'gate.within-order.asked', params: { rateMlPerHour: '25.1' } } }],
    })
  })

  test('nobody is let in on an order whose day is over', async () => {
    const { nurse, appointmentIds } = await patientReady(clinic, { indication: 'pain' })
    clinic.clock.forward(36 * 60)
    const late = arrive(nurse, { appointmentId: appointmentIds[0] ?? '' })
    await expect(late).rejects.toThrow(refused('order-expired'))
  })

  test('a rate of nothing is refused and leaves a record that can still be read', async () => {
    const { nurse, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    clinic.clock.forward(1)
    await expect(changeRate(nurse, { sessionId, rateMlPerHour: '0', reason: 'none' })).rejects.toThrow(refused('not-valid'))
    expect(foldSession((await readVisit(nurse, sessionId)).events).rateMlPerHour).toBe('25')
  })

  test('a high pressure or a yes to danger stands open until it is acknowledged by name', async () => {
    const { nurse, appointmentIds } = await patientReady(clinic, { indication: 'depression' })
    const { sessionId } = await arrive(nurse, { appointmentId: appointmentIds[0] ?? '' })
    const sent = wellToday({ vitals: { ...signs, systolic: 150 }, safetyQuestion: 'yes' })
    const open = await checkIn(nurse, { sessionId, ...sent }).catch((error: unknown) => error)
    expect(open).toMatchObject({ code: 'finding-blocks' })
    const fields = (open as Problem).faults.map(({ field }) => field).sort()
    expect(fields).toEqual(['blood-pressure', 'suicide-risk'])
    expect(await checkIn(nurse, { sessionId, ...sent, acknowledged: fields })).toMatchObject({ cleared: true })
  })

  test('the drug of a visit that does not begin is wasted before a witness, then it is called off', async () => {
    const ready = await visitCleared(clinic, { indication: 'depression' })
    const { nurse, sessionId } = ready
    await drawUp(nurse, await drawUpOf(ready, sessionId))
    await wasted(ready, sessionId, '100')
    await cancelVisit(nurse, { sessionId, reason: 'Goes home' })
    expect(await peek(nurse, (tx) => bookOfSession(tx, sessionId, 'ketamine'))).toMatchObject({
      wastedMg: '36',
      isOpen: false,
    })
  })

  test('another clinic does not know this visit', async () => {
    const { sessionId } = await visitCleared(clinic, { indication: 'depression' })
    const stranger = await (await testClinic()).as('nurse')
    await expect(readVisit(stranger, sessionId)).rejects.toThrow(refused('not-found'))
    await expect(stopInfusion(stranger, { sessionId, reason: 'x' })).rejects.toThrow(refused('not-found'))
  })
})
