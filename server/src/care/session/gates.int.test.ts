import { entriesOf, foldSession } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import { inOneStep } from '../../platform/context.ts'
import { type TestClinic, testClinic } from '../../platform/testing.ts'
import { decide } from '../screening/decide.ts'
import { screenPerson } from '../screening/screen-person.ts'
import { answerMark } from './answer-mark.ts'
import { appendEvent, holdSession } from './append-event.ts'
import { changeRate, resume } from './change-rate.ts'
import { amendEntry, chartEntry } from './chart-entry.ts'
import { discharge } from './discharge.ts'
import { drawUp } from './draw-up.ts'
import { pumpFound } from './pump-found.ts'
import { readVisit } from './read-visit.ts'
import { startInfusion } from './start-infusion.ts'
import { pauseInfusion, stopInfusion } from './stop-infusion.ts'
import { drawUpOf, signs, visitCleared, visitRunning } from './testing.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

const closed = (...fields: string[]) => ({
  code: 'gate-closed',
  faults: fields.map((field) => expect.objectContaining({ field })),
})
const ready = async (indication: 'pain' | 'depression' = 'depression') => {
  const visit = await visitCleared(clinic, { indication })
  await drawUp(visit.nurse, await drawUpOf(visit, visit.sessionId))
  return visit
}

describe('the start', () => {
  test('is stopped by a pressure charted after check-in, and opened by two calm ones five minutes apart', async () => {
    const { nurse, sessionId } = await ready()
    const chart = (systolic: number, diastolic: number) =>
      chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs, systolic, diastolic } })
    clinic.clock.forward(1)
    await chart(182, 95)
    const refused = await startInfusion(nurse, { sessionId }).catch((error: unknown) => error)
    expect(refused).toMatchObject({
      ...closed('pressure', 'marks-answered'),
      faults: [{ field: 'pressure', value: { params: { systolic: 182, diastolic: 95 } } }, { field: 'marks-answered' }],
    })
    const [high] = (await readVisit(nurse, sessionId)).marks
    await answerMark(nurse, { sessionId, about: high?.eventId ?? '', text: 'Prescriber called', does: 'note' })
    clinic.clock.forward(2)
    await chart(150, 88)
    await expect(startInfusion(nurse, { sessionId })).rejects.toMatchObject(closed('pressure'))
    clinic.clock.forward(5)
    await chart(146, 84)
    await startInfusion(nurse, { sessionId })
    expect((await readVisit(nurse, sessionId)).state).toBe('running')
  })

  test('four hours after check-in goes by no sign that was read then', async () => {
    const { nurse, sessionId } = await ready()
    clinic.clock.forward(240)
    await expect(startInfusion(nurse, { sessionId })).rejects.toMatchObject(closed('pressure', 'pulse', 'spo2', 'sedation'))
    const { gates } = await readVisit(nurse, sessionId)
    expect(gates.start.find(({ id }) => id === 'spo2')).toMatchObject({
      state: 'unknown',
      ageMinutes: 240,
      value: { code: 'gate.spo2.read', params: { value: 98, unit: '%' } },
    })
  })

  test('is stopped by an answer that excludes or a decision that declines, whenever it came', async () => {
    const { nurse, prescriber, personId, sessionId } = await ready()
    clinic.clock.forward(1)
    const { screeningId } = await screenPerson(nurse, { personId, answers: { psychosis: 'yes' }, baseline: {} })
    await expect(startInfusion(nurse, { sessionId })).rejects.toMatchObject(closed('rules'))
    await decide(prescriber, { screeningId, decision: 'decline', reason: 'psychosis', acknowledged: [], overrides: [] })
    await expect(startInfusion(nurse, { sessionId })).rejects.toMatchObject(closed('accepted', 'rules'))
  })

  test('asks the five questions after a yes about ending one’s life', async () => {
    const { nurse, personId, sessionId } = await ready()
    clinic.clock.forward(1)
    await screenPerson(nurse, { personId, answers: { safetyQuestion: 'yes' }, baseline: {} })
    await expect(startInfusion(nurse, { sessionId })).rejects.toMatchObject(closed('safety'))
    clinic.clock.forward(1)
    await screenPerson(nurse, { personId, answers: { asqResult: 'acute' }, baseline: {} })
    await expect(startInfusion(nurse, { sessionId })).rejects.toMatchObject(closed('safety'))
    clinic.clock.forward(1)
    await screenPerson(nurse, { personId, answers: { asqResult: 'non-acute' }, baseline: {} })
    await startInfusion(nurse, { sessionId })
  })
})

describe('while it runs', () => {
  test('pause, a lower rate, a stop and every fact pass whatever is red; a raise and a resume do not', async () => {
    const { nurse, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    clinic.clock.forward(5)
    await changeRate(nurse, { sessionId, rateMlPerHour: '20', reason: 'dizzy' })
    const { eventIds } = await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs, systolic: 205 } })
    const raise = changeRate(nurse, { sessionId, rateMlPerHour: '25', reason: 'back' })
    await expect(raise).rejects.toMatchObject(closed('pressure', 'marks-answered'))
    await changeRate(nurse, { sessionId, rateMlPerHour: '10', reason: 'pressure' })
    await pauseInfusion(nurse, { sessionId, reason: 'pressure' })
    await expect(resume(nurse, { sessionId, rateMlPerHour: '25' })).rejects.toMatchObject(closed('pressure', 'marks-answered'))
    await answerMark(nurse, { sessionId, about: eventIds[0] ?? '', text: 'Prescriber called', does: 'note' })
    clinic.clock.forward(5)
    await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } })
    await resume(nurse, { sessionId, rateMlPerHour: '25' })
    await stopInfusion(nurse, { sessionId, reason: 'asks' })
  })

  test('a pump found past the order is charted, counts, is marked and stands in the way until it is answered', async () => {
    const { nurse, sessionId } = await visitRunning(clinic, { indication: 'depression' })
    clinic.clock.forward(10)
    await expect(changeRate(nurse, { sessionId, rateMlPerHour: '200', reason: 'x' })).rejects.toMatchObject(
      closed('within-order'),
    )
    await pumpFound(nurse, { sessionId, rateMlPerHour: '200', note: 'set by mistake' })
    clinic.clock.forward(6)
    const visit = await readVisit(nurse, sessionId)
    const folded = foldSession(visit.events)
    expect(folded).toMatchObject({ rateMlPerHour: '200', state: 'running' })
    expect(visit.marks).toMatchObject([{ threshold: 'over-order', level: 'call', answer: null }])
    // 10 min at 150 and 6 min at 200 mL/h of 0.36 mg/mL.
    await stopInfusion(nurse, { sessionId, reason: 'found at 200' })
    const { gates } = await readVisit(nurse, sessionId)
    expect(gates.discharge.find(({ id }) => id === 'book-closed')).toMatchObject({
      value: { code: 'gate.book-closed.open', params: { openMg: '19.8' } },
    })
  })

  test('a rate that was written wrong is put right, also past the order', async () => {
    const { nurse, sessionId } = await visitRunning(clinic, { indication: 'depression' })
    const { events } = await readVisit(nurse, sessionId)
    const eventId = events.find(({ kind }) => kind === 'started')?.id ?? ''
    const entry = { kind: 'started', rateMlPerHour: '1500', vtbiMl: '100' } as const
    await amendEntry(nurse, { sessionId, eventId, reason: 'it ran ten times as fast', entry })
    expect((await readVisit(nurse, sessionId)).marks).toMatchObject([{ threshold: 'over-order' }])
  })

  test('a pump found running before any start runs in the record, marked', async () => {
    const { nurse, sessionId } = await ready()
    clinic.clock.forward(2)
    await pumpFound(nurse, { sessionId, rateMlPerHour: '150', note: null })
    expect(await readVisit(nurse, sessionId)).toMatchObject({
      state: 'running',
      marks: [{ threshold: 'found-running', level: 'stop' }],
    })
  })

  test('the answer “pump paused” pauses the pump, and twice is once', async () => {
    const { nurse, second, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    clinic.clock.forward(5)
    const { eventIds } = await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs, systolic: 205 } })
    const answer = { sessionId, about: eventIds[0] ?? '', text: 'Pump paused, prescriber called', does: 'pause' } as const
    await answerMark(nurse, answer)
    clinic.clock.forward(1)
    await answerMark(second, answer)
    const visit = await readVisit(nurse, sessionId)
    expect(visit.state).toBe('paused')
    expect(entriesOf(foldSession(visit.events), 'paused')).toHaveLength(1)
    expect(visit.marks.every(({ answer: said }) => said?.text === answer.text)).toBe(true)
  })
})

test('what was seen at the stop is too old half an hour later', async () => {
  const { nurse, sessionId } = await visitRunning(clinic, { indication: 'depression' })
  clinic.clock.forward(40)
  await stopInfusion(nurse, { sessionId, reason: 'done', totalMl: '100' })
  await chartEntry(nurse, { sessionId, entry: { kind: 'recovering' } })
  for (const gate of ['walks', 'mood', 'escort', 'instructions'] as const)
    await chartEntry(nurse, { sessionId, entry: { kind: 'home-check', gate, isMet: true, note: null } })
  await chartEntry(nurse, { sessionId, entry: { kind: 'no-adverse-effects' } })
  clinic.clock.forward(30)
  await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } })
  await chartEntry(nurse, { sessionId, entry: { kind: 'scores', dissociation: 0, distress: 0, pain: 1, sedation: 0 } })
  await expect(discharge(nurse, { sessionId })).rejects.toMatchObject(closed('walks', 'mood', 'escort', 'instructions'))
})

test('an entry without a value does not exist, and a gated act is not written without its gates', async () => {
  const { nurse, sessionId } = await ready()
  const nothing = { kind: 'scores', dissociation: null, distress: null, pain: null, sedation: null } as const
  await expect(chartEntry(nurse, { sessionId, entry: nothing })).rejects.toMatchObject({
    code: 'not-valid',
  })
  const past = inOneStep(nurse, 'start-infusion', async (tx) => {
    const { session } = await holdSession(tx, sessionId)
    return appendEvent(nurse, tx, session, { kind: 'started', rateMlPerHour: '150', vtbiMl: '100' })
  })
  await expect(past).rejects.toThrow('without its gates')
})
