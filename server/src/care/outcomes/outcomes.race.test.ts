import { expect, test } from 'vitest'
import { openContext } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { heldClock, peek, testClinic } from '../../platform/testing.ts'
import { postgresGround } from '../../platform/testing-postgres.ts'
import { openAlerts } from '../alerts/store.ts'
import { patientReady } from '../session/testing.ts'
import { answerByLink } from './answer-assessment.ts'
import { planFollowUp } from './plan-follow-up.ts'
import { stopQuestions } from './stop-questions.ts'
import { asked, give, holderOf } from './testing.ts'

const ground = await (async () => {
  const clock = heldClock('2026-11-23T15:00:00Z')
  return { clock, ground: await postgresGround(clock) }
})()

const treated = async (isOver = true) => {
  ground.clock.now = new Date('2026-11-23T15:00:00Z')
  const clinic = await testClinic(ground.clock, ground.ground)
  const ready = await patientReady(clinic, { indication: 'depression' })
  await give(clinic, ready, { number: 1 })
  if (isOver) await give(clinic, ready, { number: 6 })
  const clockwork = () =>
    openContext(clinic.ground, {
      clinicId: clinic.clinicId,
      actor: { kind: 'system', name: 'follow-up' },
      clock: clinic.clock.read,
    })
  return { clinic, ready, clockwork }
}

test('eight clocks that set day 0 at once ask each question once and promise each letter once', async () => {
  const { clinic, ready, clockwork } = await treated()
  await Promise.all(Array.from({ length: 8 }, () => planFollowUp(clockwork(), { planId: ready.planId })))
  const places = (await asked(ready)).map(({ kind, day, sessionId }) => `${kind} ${day} ${sessionId}`)
  expect(new Set(places).size).toBe(places.length)
  const letters = await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db
      .selectFrom('message')
      .where('clinicId', '=', clinic.clinicId)
      .where('kind', '=', 'check-in')
      .select(['aboutId', 'dueAt'])
      .execute(),
  )
  expect(new Set(letters.map(({ aboutId, dueAt }) => `${aboutId} ${dueAt.getTime()}`)).size).toBe(letters.length)
})

test('forty taps of danger at once are kept one by one and raise one alert', async () => {
  const { clinic, ready, clockwork } = await treated()
  await planFollowUp(clockwork(), { planId: ready.planId })
  const question = (await asked(ready)).find(({ kind, day }) => kind === 'follow-up' && day === 7)
  clinic.clock.now = new Date(question?.dueAt ?? 0)
  const taps = Array.from({ length: 40 }, (_, i) => (i % 2 ? ('yes' as const) : ('rather-not-say' as const)))
  await Promise.all(taps.map((safetyQuestion) => answerByLink(holderOf(clinic, question?.id ?? ''), { safetyQuestion })))
  expect(await peek(ready.nurse, openAlerts)).toHaveLength(1)
})

test('a stop while day 0 is being set leaves nothing to be asked', async () => {
  for (let round = 0; round < 4; round++) {
    const { clinic, ready, clockwork } = await treated(false)
    await planFollowUp(clockwork(), { planId: ready.planId })
    const [question] = await asked(ready)
    await give(clinic, ready, { number: 6 })
    const holder = holderOf(clinic, question?.id ?? '')
    await Promise.all([
      planFollowUp(clockwork(), { planId: ready.planId }),
      stopQuestions(holder),
      planFollowUp(clockwork(), { planId: ready.planId }),
    ])
    expect((await asked(ready)).filter(({ closesAt }) => closesAt > clinic.clock.now)).toEqual([])
  }
})
