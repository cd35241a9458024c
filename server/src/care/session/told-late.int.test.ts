import { book, foldSession } from '@dripline/clinical'
import { beforeEach, expect, test } from 'vitest'
import { type TestClinic, testClinic } from '../../platform/testing.ts'
import { answerMark } from './answer-mark.ts'
import { changeRate } from './change-rate.ts'
import { chartEntry } from './chart-entry.ts'
import { cancelVisit, discharge } from './discharge.ts'
import { drawUp } from './draw-up.ts'
import { chartEmergency } from './drugs/chart-emergency.ts'
import { pumpFound } from './pump-found.ts'
import { readVisit } from './read-visit.ts'
import { startInfusion } from './start-infusion.ts'
import { stopInfusion } from './stop-infusion.ts'
import { drawUpOf, pumpRead, signs, visitCleared, visitRunning, wasted } from './testing.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

const closed = (...fields: string[]) => ({
  code: 'gate-closed',
  faults: fields.map((field) => expect.objectContaining({ field })),
})
const now = () => clinic.clock.now.toISOString()

test('a start that is said to have been earlier passes the gates of that moment too', async () => {
  const visit = await visitCleared(clinic, { indication: 'depression' })
  const { nurse, sessionId } = visit
  await drawUp(nurse, await drawUpOf(visit, sessionId))
  clinic.clock.forward(1)
  const high = { kind: 'vitals', ...signs, systolic: 182, diastolic: 95 } as const
  const { eventIds } = await chartEntry(nurse, { sessionId, entry: high })
  await answerMark(nurse, { sessionId, about: eventIds[0] ?? '', text: 'Prescriber called', does: 'note' })
  clinic.clock.forward(1)
  const at = now()
  for (const _ of [1, 2]) {
    clinic.clock.forward(6)
    await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } })
  }
  await expect(startInfusion(nurse, { sessionId, at })).rejects.toMatchObject(closed('pressure'))
  await startInfusion(nurse, { sessionId })
})

test('a lower rate is charted late, after the stop and whatever the signs are; a higher one passes its gates', async () => {
  const { nurse, sessionId } = await visitRunning(clinic, { indication: 'depression' })
  clinic.clock.forward(10)
  const at = now()
  clinic.clock.forward(10)
  await stopInfusion(nurse, { sessionId, reason: 'asks' })
  clinic.clock.forward(30)
  await expect(changeRate(nurse, { sessionId, at, rateMlPerHour: '151', reason: 'x' })).rejects.toMatchObject({
    code: 'gate-closed',
  })
  await changeRate(nurse, { sessionId, at, rateMlPerHour: '60', reason: 'dizzy' })
  const folded = foldSession((await readVisit(nurse, sessionId)).events)
  expect(folded).toMatchObject({ state: 'stopped', conflicts: [] })
  expect(book(folded, now()).givenMg).toBe('12.6')
})

test('after a visit was called off, what is seen and what is given in an emergency can still be written', async () => {
  const { nurse, sessionId } = await visitCleared(clinic, { indication: 'pain' })
  await cancelVisit(nurse, { sessionId, reason: 'went home' })
  clinic.clock.forward(5)
  await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs, pulse: 44 } })
  const given = { drugId: 'ondansetron', word: null, route: 'IV', mg: '4', reason: 'fainted at the door' } as const
  await chartEmergency(nurse, { sessionId, ...given })
  expect((await readVisit(nurse, sessionId)).events.slice(-2).map(({ kind }) => kind)).toEqual(['vitals', 'drug-given'])
})

test('a pump found to run after the stop runs in the record, keeps the patient here, and is stopped once more', async () => {
  const visit = await visitRunning(clinic, { indication: 'depression' })
  const { nurse, sessionId } = visit
  clinic.clock.forward(10)
  await stopInfusion(nurse, { sessionId, reason: 'done' })
  await chartEntry(nurse, { sessionId, entry: { kind: 'recovering' } })
  clinic.clock.forward(5)
  await pumpFound(nurse, { sessionId, rateMlPerHour: '30', note: 'was let run on by the other button' })
  expect(await readVisit(nurse, sessionId)).toMatchObject({ state: 'running' })
  await expect(discharge(nurse, { sessionId })).rejects.toMatchObject({ code: 'wrong-state' })
  clinic.clock.forward(10)
  await stopInfusion(nurse, { sessionId, reason: 'found running' })
  await chartEntry(nurse, { sessionId, entry: { kind: 'recovering' } })
  const folded = foldSession((await readVisit(nurse, sessionId)).events)
  expect(folded).toMatchObject({ state: 'recovering', stoppedAt: now(), isBookClosed: false, conflicts: [] })
  expect(book(folded, now()).givenMg).toBe('10.8')
  await pumpRead(nurse, sessionId, '30')
  await wasted(visit, sessionId, '70')
  await expect(pumpFound(nurse, { sessionId, rateMlPerHour: '30', note: null })).rejects.toMatchObject({ code: 'book-settled' })
})
