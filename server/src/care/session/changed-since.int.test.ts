import { beforeEach, expect, test } from 'vitest'
import { peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { openAlerts } from '../alerts/store.ts'
import { appointmentOf } from '../booking/store.ts'
import { newestConsent } from '../people/store.ts'
import { strikeEntry } from '../people/strike-entry.ts'
import { withdrawConsent } from '../people/withdraw-consent.ts'
import { writeEntry } from '../people/write-entry.ts'
import { closeCourse } from '../planning/close-course.ts'
import { renewOrder } from '../planning/renew-order.ts'
import { answerMark } from './answer-mark.ts'
import { arrive } from './arrive.ts'
import { changeRate, resume } from './change-rate.ts'
import { chartEntry } from './chart-entry.ts'
import { safetyAtChair } from './check-in.ts'
import { discharge } from './discharge.ts'
import { drawUp } from './draw-up.ts'
import { chartEmergency } from './drugs/chart-emergency.ts'
import { overrideDischarge } from './override-discharge.ts'
import { readVisit } from './read-visit.ts'
import { startInfusion } from './start-infusion.ts'
import { pauseInfusion, stopInfusion } from './stop-infusion.ts'
import { doseFor, drawUpOf, patientReady, pumpRead, signs, visitCleared, visitRunning } from './testing.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

const closed = (...fields: string[]) => ({
  code: 'gate-closed',
  faults: fields.map((field) => expect.objectContaining({ field })),
})

test('an allergy to the ordered drug that is written on the chart stands in the way, though the form once said no', async () => {
  const visit = await visitCleared(clinic, { indication: 'depression' })
  const { nurse, personId, sessionId } = visit
  await drawUp(nurse, await drawUpOf(visit, sessionId))
  clinic.clock.forward(1)
  const entry = { kind: 'allergy', text: 'Ketalar', reaction: 'hives' } as const
  const { entryId } = await writeEntry(nurse, { personId, list: 'allergies', entry })
  await expect(startInfusion(nurse, { sessionId })).rejects.toMatchObject(closed('rules'))
  await strikeEntry(nurse, { personId, list: 'allergies', entryId, reason: 'the other Samplett' })
  await startInfusion(nurse, { sessionId })
})

test('a consent taken back while the pump is paused keeps it from being let run on or raised, and never from a stop', async () => {
  const { nurse, personId, sessionId } = await visitRunning(clinic, { indication: 'depression' })
  clinic.clock.forward(2)
  await changeRate(nurse, { sessionId, rateMlPerHour: '100', reason: 'dizzy' })
  const consent = await peek(nurse, (tx) => newestConsent(tx, personId))
  await withdrawConsent(nurse, { personId, consentId: consent?.id ?? '', reason: 'wants no more of it' })
  await expect(changeRate(nurse, { sessionId, rateMlPerHour: '150', reason: 'better' })).rejects.toMatchObject(closed('consent'))
  await pauseInfusion(nurse, { sessionId, reason: 'asks' })
  await expect(resume(nurse, { sessionId, rateMlPerHour: '100' })).rejects.toMatchObject(closed('consent'))
  await stopInfusion(nurse, { sessionId, reason: 'asks' })
})

test('a yes about ending one’s life is not undone by a no on the same day: the ASQ is asked all the same', async () => {
  const visit = await visitCleared(clinic, { indication: 'pain' })
  const { nurse, personId, sessionId } = visit
  await drawUp(nurse, await drawUpOf(visit, sessionId))
  for (const safetyQuestion of ['yes', 'no'] as const) {
    clinic.clock.forward(1)
    await safetyAtChair(nurse, sessionId, { safetyQuestion })
  }
  await expect(startInfusion(nurse, { sessionId })).rejects.toMatchObject(closed('safety'))
  expect((await peek(nurse, openAlerts)).map((alert) => [alert.personId, alert.kind])).toEqual([[personId, 'safety']])
  clinic.clock.forward(1)
  await safetyAtChair(nurse, sessionId, { asqResult: 'negative' })
  await startInfusion(nurse, { sessionId })
})

test('whoever is here keeps their visit when the course is closed or the order goes to another day', async () => {
  const from = new Date(clinic.clock.now.getTime() + 60 * 60_000)
  const { prescriber, nurse, planId, orderIds, appointmentIds } = await patientReady(clinic, { indication: 'depression', from })
  const [appointmentId = '', later = ''] = appointmentIds
  await arrive(nurse, { appointmentId })
  const other = { start: new Date(from.getTime() - 30 * 60_000).toISOString() }
  const dose = doseFor('depression', clinic.clock.now)
  const renewal = { orderId: orderIds[0] ?? '', dose, visit: other, acknowledged: [] }
  await expect(renewOrder(prescriber, renewal)).rejects.toMatchObject({ code: 'wrong-state', about: { appointmentId } })
  await closeCourse(prescriber, { planId, reason: 'Side effects' })
  const states = await peek(nurse, async (tx) => [
    (await appointmentOf(tx, appointmentId))?.state,
    (await appointmentOf(tx, later))?.state,
  ])
  expect(states).toEqual(['booked', 'cancelled'])
})

/** Ready to leave but for a pressure of 160/88 and one emergency dose without its order, which a prescriber signs. */
const signedOut = async () => {
  const { nurse, prescriber, sessionId } = await visitRunning(clinic, { indication: 'depression' })
  clinic.clock.forward(40)
  await stopInfusion(nurse, { sessionId, reason: 'done' })
  await pumpRead(nurse, sessionId, '100')
  await chartEntry(nurse, { sessionId, entry: { kind: 'recovering' } })
  clinic.clock.forward(30)
  const measuredAt = clinic.clock.now.getTime()
  await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs, systolic: 160, diastolic: 88 } })
  await chartEntry(nurse, { sessionId, entry: { kind: 'scores', dissociation: 0, distress: 0, pain: 0, sedation: 0 } })
  for (const gate of ['escort', 'walks', 'mood', 'instructions'] as const)
    await chartEntry(nurse, { sessionId, entry: { kind: 'home-check', gate, isMet: true, note: null } })
  await chartEntry(nurse, { sessionId, entry: { kind: 'no-adverse-effects' } })
  const sick = { drugId: 'ondansetron', word: null, route: 'IV', mg: '4', reason: 'sick' } as const
  await chartEmergency(nurse, { sessionId, ...sick })
  clinic.clock.forward(3)
  await overrideDischarge(prescriber, { sessionId, gates: ['signs', 'drugs-settled'], reason: 'seen, goes home' })
  clinic.clock.forward(2)
  return { nurse, sessionId, sick, afterThat: new Date(measuredAt + 60_000).toISOString() }
}

test('a prescriber’s signature does not hold for a worse pressure written down later, though it says an earlier time', async () => {
  const { nurse, sessionId, afterThat } = await signedOut()
  const worse = { kind: 'vitals', ...signs, systolic: 178, diastolic: 108 } as const
  const { eventIds } = await chartEntry(nurse, { sessionId, at: afterThat, entry: worse })
  await answerMark(nurse, { sessionId, about: eventIds[0] ?? '', text: 'Prescriber called', does: 'note' })
  await expect(discharge(nurse, { sessionId })).rejects.toMatchObject(closed('signs'))
})

test('a prescriber’s signature does not hold for an emergency dose given after it', async () => {
  const { nurse, sessionId, sick } = await signedOut()
  await chartEmergency(nurse, { sessionId, ...sick, drugId: 'midazolam', mg: '2' })
  await expect(discharge(nurse, { sessionId })).rejects.toMatchObject(closed('drugs-settled'))
})

test('what the prescriber signed holds while nothing else is written down', async () => {
  const { nurse, sessionId } = await signedOut()
  await discharge(nurse, { sessionId })
  expect((await readVisit(nurse, sessionId)).state).toBe('left')
})
