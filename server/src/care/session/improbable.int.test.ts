import { beforeEach, describe, expect, test } from 'vitest'
import { peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { changePerson } from '../people/change-person.ts'
import { screenPerson } from '../screening/screen-person.ts'
import { latestAnswers } from '../screening/store.ts'
import { caller } from '../screening/testing.ts'
import { arrive } from './arrive.ts'
import { changeRate } from './change-rate.ts'
import { amendEntry, chartEntry } from './chart-entry.ts'
import { checkIn } from './check-in.ts'
import { pumpFound } from './pump-found.ts'
import { sessionOf } from './store.ts'
import { patientReady, signs, visitRunning, wellToday } from './testing.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

const asked = (field: string, code: string, params: object) => ({
  code: 'improbable',
  faults: [{ field, code, params }],
})

describe('an unlikely value', () => {
  test('a weight of 154 kg after 72 is asked back at the chair with both numbers, and kept with its answer', async () => {
    const { nurse, appointmentIds, personId } = await patientReady(clinic, { indication: 'pain' })
    const { sessionId } = await arrive(nurse, { appointmentId: appointmentIds[0] ?? '' })
    const today = { ...wellToday({ weightKg: '154' }), sessionId }
    await expect(checkIn(nurse, today)).rejects.toMatchObject(
      asked('weightKg', 'weight-unlikely', { kg: '154', readings: [{ how: 'pounds', kg: '69.9' }] }),
    )
    expect(await checkIn(nurse, { ...today, confirmed: ['weightKg 154'] })).toMatchObject({ cleared: false })
    const kept = (await peek(nurse, (tx) => latestAnswers(tx, personId))).find(({ key }) => key === 'weightKg')
    expect(kept).toMatchObject({ value: '154' })
  })

  test('an answer to another number is none', async () => {
    const { nurse, appointmentIds } = await patientReady(clinic, { indication: 'pain' })
    const { sessionId } = await arrive(nurse, { appointmentId: appointmentIds[0] ?? '' })
    const today = { ...wellToday({ weightKg: '154' }), sessionId, confirmed: ['weightKg 145'] }
    await expect(checkIn(nurse, today)).rejects.toMatchObject({ code: 'improbable' })
  })

  test('is asked back on the screening form and on the person’s page', async () => {
    const nurse = await clinic.as('nurse')
    const personId = await caller(nurse)
    const answers = { indication: 'pain', heightCm: '170', weightKg: '154' } as const
    await expect(screenPerson(nurse, { personId, answers, baseline: {} })).rejects.toMatchObject(
      asked('answers.weightKg', 'weight-unlikely', { kg: '154', bodyMass: '53.3' }),
    )
    await expect(changePerson(nurse, { personId, dateOfBirth: '1905-01-01' })).rejects.toMatchObject(
      asked('dateOfBirth', 'birth-unlikely', { years: 121 }),
    )
    expect(
      await changePerson(nurse, { personId, dateOfBirth: '1905-01-01', confirmed: ['dateOfBirth 1905-01-01'] }),
    ).toMatchObject({
      changed: ['dateOfBirth'],
    })
  })

  test('of the monitor is asked back once, charted on a yes, and carries its question', async () => {
    const { nurse, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    const entry = { kind: 'vitals', ...signs, spo2: 7 } as const
    await expect(chartEntry(nurse, { sessionId, entry })).rejects.toMatchObject(
      asked('entry.spo2', 'sign-unlikely', { sign: 'spo2', value: 7 }),
    )
    const { eventIds } = await chartEntry(nurse, { sessionId, entry, confirmed: ['spo2 7'] })
    const session = await peek(nurse, (tx) => sessionOf(tx, sessionId))
    expect(session?.events.find(({ id }) => id === eventIds[0])).toMatchObject({
      spo2: 7,
      askedBack: [{ code: 'sign-unlikely', params: { sign: 'spo2', value: 7 } }],
    })
  })
})

test('a pressure that cannot be is refused by the verbs themselves, in an entry and in its correction', async () => {
  const { nurse, sessionId } = await visitRunning(clinic, { indication: 'pain' })
  const swapped = { kind: 'vitals', ...signs, systolic: 80, diastolic: 140 } as const
  await expect(chartEntry(nurse, { sessionId, entry: swapped })).rejects.toMatchObject({ code: 'not-valid' })
  const { eventIds } = await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } })
  const correction = { sessionId, eventId: eventIds[0] ?? '', reason: 'Read again', entry: swapped }
  await expect(amendEntry(nurse, correction)).rejects.toMatchObject({ code: 'not-valid' })
})

test('a rate above the order, as the pump was found, can be written where it happened', async () => {
  const { nurse, sessionId } = await visitRunning(clinic, { indication: 'depression' })
  const session = await peek(nurse, (tx) => sessionOf(tx, sessionId))
  const started = session?.events.find(({ kind }) => kind === 'started')
  const entry = { kind: 'started', rateMlPerHour: '200', vtbiMl: null } as const
  await amendEntry(nurse, { sessionId, eventId: started?.id ?? '', reason: 'The pump was found at 200', entry })
  const after = await peek(nurse, (tx) => sessionOf(tx, sessionId))
  expect(after?.folded.rateMlPerHour).toBe('200')
})

test('a pump found above the order is written at once, and marked', async () => {
  const { nurse, sessionId } = await visitRunning(clinic, { indication: 'depression' })
  const found = { sessionId, rateMlPerHour: '200', reason: 'Found so at the pump' }
  await expect(changeRate(nurse, found)).rejects.toBeDefined()
  await pumpFound(nurse, { ...found, note: null })
  const after = await peek(nurse, (tx) => sessionOf(tx, sessionId))
  expect(after?.events.at(-1)).toMatchObject({ kind: 'pump-found', rateMlPerHour: '200' })
})
