import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { alertsOf } from './care/alerts/store.ts'
import { asked, give, tick } from './care/outcomes/testing.ts'
import { latestAnswers } from './care/screening/store.ts'
import { caller } from './care/screening/testing.ts'
import { arrive } from './care/session/arrive.ts'
import { checkIn } from './care/session/check-in.ts'
import { patientReady, wellToday } from './care/session/testing.ts'
import { tokenOf } from './platform/auth/sign-in.ts'
import { standingSignIn } from './platform/auth/testing-site.ts'
import { type Ctx, inOneStep } from './platform/context.ts'
import { peek, type TestClinic, testClinic } from './platform/testing.ts'

let clinic: TestClinic
let nurse: Ctx
let cookie = ''
let keys = 0
beforeEach(async () => {
  clinic = await testClinic()
  nurse = await clinic.as('nurse')
  await signInAgain()
})

const signInAgain = async () => {
  const signInId = await inOneStep(nurse, 'sign-in', (tx) => standingSignIn(nurse, tx))
  cookie = `dripline=${tokenOf(clinic.ground, signInId, 1)}`
}

const post = async (path: string, body: unknown, key = `key-of-press-${keys++}`) => {
  const app = createApp({
    ground: clinic.ground,
    render: async ({ data }) => ({ status: 200, html: JSON.stringify(data) }),
    trust: { publicUrl: undefined, proxies: [] },
    assets: '.',
  })
  const answer = await app.request(`http://${clinic.host}${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', 'idempotency-key': key },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as { faults?: { field: string }[]; code?: string } }
}

const alerts = (personId: string) => peek(nurse, (tx) => alertsOf(tx, personId))
const saved = async (personId: string) =>
  Object.fromEntries((await peek(nurse, (tx) => latestAnswers(tx, personId))).map(({ key, value }) => [key, value]))

describe('a safety answer', () => {
  test('is saved by its own door the moment it is given, and raises its alert', async () => {
    const personId = await caller(nurse)
    const { status, body } = await post(`/api/screening/people/${personId}/safety`, { answers: { safetyQuestion: 'yes' } })
    expect([status, body]).toMatchObject([201, { isUnsafe: true }])
    expect(await saved(personId)).toMatchObject({ safetyQuestion: 'yes' })
    expect(await alerts(personId)).toMatchObject([{ kind: 'safety', closedAt: null }])
  })

  test('of an empty screening form is saved, though the form is refused', async () => {
    const personId = await caller(nurse)
    const { status, body } = await post(`/api/screening/people/${personId}`, { answers: { safetyQuestion: 'yes' }, baseline: {} })
    expect([status, body.faults?.map(({ field }) => field)]).toEqual([422, ['answers.indication']])
    expect(await saved(personId)).toEqual({ safetyQuestion: 'yes' })
    expect(await alerts(personId)).toHaveLength(1)
  })

  test('of a form in which everything else is wrong is saved: item 9 of the PHQ-9', async () => {
    const personId = await caller(nurse)
    const answers = { phq9Item9: 3, weightKg: '1,234', dateOfBirth: '1982-02-30', systolic: 80, diastolic: 140 }
    const { status, body } = await post(`/api/screening/people/${personId}`, {
      answers,
      baseline: { phq9Total: 99 },
      measuredAt: 'soon',
    })
    expect(status).toBe(422)
    expect(body.faults?.map(({ field }) => field)).toContain('answers.weightKg')
    expect(await saved(personId)).toEqual({ phq9Item9: 3 })
    expect(await alerts(personId)).toHaveLength(1)
  })

  test('that is sent again by a retry raises its alert once', async () => {
    const personId = await caller(nurse)
    const form = { answers: { safetyQuestion: 'yes', indication: 'pain' }, baseline: {} }
    for (let i = 0; i < 3; i++)
      expect((await post(`/api/screening/people/${personId}`, form, 'one-and-the-same-press')).status).toBe(201)
    expect(await alerts(personId)).toHaveLength(1)
  })

  test('at the chair outlives a check-in that is refused for its weight, its pressure and its names', async () => {
    const ready = await patientReady(clinic, { indication: 'pain' })
    const { sessionId } = await arrive(ready.nurse, { appointmentId: ready.appointmentIds[0] ?? '' })
    const wrong = {
      ...wellToday({ safetyQuestion: 'yes' }),
      weightKg: '780',
      identifiers: [],
      vitals: { systolic: 80, diastolic: 140 },
    }
    const { status } = await post(`/api/session/${sessionId}/check-in`, wrong)
    expect(status).toBe(422)
    expect(await saved(ready.personId)).toMatchObject({ safetyQuestion: 'yes' })
    expect(await alerts(ready.personId)).toHaveLength(1)
  })

  test('that nobody asked for at the chair is asked, not weighed', async () => {
    const ready = await patientReady(clinic, { indication: 'pain' })
    const { sessionId } = await arrive(ready.nurse, { appointmentId: ready.appointmentIds[0] ?? '' })
    clinic.clock.forward(24 * 60)
    const { safetyQuestion: _, ...rest } = wellToday()
    await expect(checkIn(ready.nurse, { ...rest, sessionId, acknowledged: ['suicide-risk'] })).rejects.toMatchObject({
      code: 'safety-unanswered',
    })
  })

  test('of a follow-up is saved though the pain beside it cannot be, and though nobody asked for it', async () => {
    const ready = await patientReady(clinic, { indication: 'pain' })
    await give(clinic, ready, { number: 1 })
    clinic.clock.forward(24 * 60)
    await tick(clinic)
    const due = (await asked(ready)).find(({ dueAt, kind }) => kind !== 'phq-9' && dueAt <= clinic.clock.now)
    await signInAgain()
    const answer = await post(`/api/outcomes/assessments/${due?.id}/answer`, { pain: 11, safetyQuestion: 'yes' })
    expect(answer.status).toBe(422)
    expect(await alerts(ready.personId)).toHaveLength(1)
  })
})
