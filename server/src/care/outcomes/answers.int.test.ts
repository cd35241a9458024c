import { Problem } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Ctx, openContext } from '../../platform/context.ts'
import { heldClock, keyed, peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { closeAlert } from '../alerts/close-alert.ts'
import { openAlerts } from '../alerts/store.ts'
import { changePerson } from '../people/change-person.ts'
import { patientReady } from '../session/testing.ts'
import { answerByLink, answerByPhone, enterPhq9 } from './answer-assessment.ts'
import { listUnanswered } from './read-unanswered.ts'
import { stopQuestions } from './stop-questions.ts'
import { asked, give, goToHour, holderOf, type Ready, tick } from './testing.ts'

const NEW_YORK = 'America/New_York'
const LOS_ANGELES = 'America/Los_Angeles'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T15:00:00Z'))
})

/** A course that is over, day 0 on 30 Nov for depression and 4 Dec for pain, and the clock on one of its follow-up days. */
const followedUp = async (indication: 'pain' | 'depression', day: number, zone = NEW_YORK) => {
  const ready = await patientReady(clinic, { indication })
  if (zone !== NEW_YORK) await changePerson(ready.nurse, { personId: ready.personId, zone })
  await give(clinic, ready, { number: 1 })
  await give(clinic, ready, { number: indication === 'pain' ? 10 : 6 })
  await tick(clinic)
  const question = (await asked(ready)).find((each) => each.kind === 'follow-up' && each.day === day)
  if (!question) throw new TypeError(`Nothing is asked on day ${day}.`)
  clinic.clock.now = new Date(question.dueAt)
  return { ready, question, holder: holderOf(clinic, question.id) }
}

const answerOf = async (ready: Ready, id: string) => (await asked(ready)).find((each) => each.id === id)?.answer
const alerts = ({ nurse }: Ready) => peek(nurse, openAlerts)
const refusal = async (attempt: Promise<unknown>) => {
  const error = await attempt.then(
    () => null,
    (caught: unknown) => caught,
  )
  return error instanceof Problem ? error.code : error
}

describe('two taps', () => {
  test('add up to one answer, and none is an answer', async () => {
    const { ready, question, holder } = await followedUp('pain', 7)
    await answerByLink(holder, { pain: 3 })
    expect(await answerOf(ready, question.id)).toEqual({ pain: 3 })
    await answerByLink(holder, { sideEffects: ['none'] })
    expect(await answerOf(ready, question.id)).toEqual({ pain: 3, sideEffects: ['none'] })
  })

  test('may be changed until midnight where the patient is, and not a minute later', async () => {
    const { ready, question, holder } = await followedUp('pain', 14, LOS_ANGELES)
    await answerByLink(holder, { pain: 3 })
    goToHour(clinic, '2026-12-18', 23.98, LOS_ANGELES)
    await answerByLink(holder, { pain: 5 })
    goToHour(clinic, '2026-12-19', 0, LOS_ANGELES)
    expect(await refusal(answerByLink(holder, { pain: 7 }))).toBe('answer-closed')
    expect(await answerOf(ready, question.id)).toMatchObject({ pain: 5 })
  })

  test('need not be on one day: what was left out may follow while the question is open', async () => {
    const { ready, question, holder } = await followedUp('pain', 14)
    await answerByLink(holder, { pain: 3 })
    goToHour(clinic, '2026-12-19', 10, NEW_YORK)
    await answerByLink(holder, { sideEffects: ['headache', 'nausea'] })
    goToHour(clinic, '2026-12-22', 0, NEW_YORK)
    expect(await refusal(answerByLink(holder, { sideEffects: ['none'] }))).toBe('answer-closed')
    expect(await answerOf(ready, question.id)).toEqual({ pain: 3, sideEffects: ['headache', 'nausea'] })
  })

  test('are refused before the day, after the window, after a stop and for what was not asked', async () => {
    const { ready, question, holder } = await followedUp('pain', 7)
    const later = (await asked(ready)).find(({ day }) => day === 70)
    expect(await refusal(answerByLink(holderOf(clinic, later?.id ?? ''), { pain: 3 }))).toBe('answer-closed')
    expect(await refusal(answerByLink(holder, { mood: 3 }))).toBe('not-valid')
    expect(await refusal(answerByLink(holder, { opioidsUp: 'yes' }))).toBe('not-valid')
    goToHour(clinic, '2026-12-13', 0, NEW_YORK)
    expect(await refusal(answerByLink(holder, { pain: 3 }))).toBe('answer-closed')
    goToHour(clinic, '2026-12-12', 12, NEW_YORK)
    await stopQuestions(holder)
    expect(await refusal(answerByLink(holder, { pain: 3 }))).toBe('link-unusable')
    expect(await answerOf(ready, question.id)).toBeUndefined()
  })

  test('at day 28 say whether anything else may have helped', async () => {
    const { ready, question, holder } = await followedUp('pain', 28)
    await answerByLink(holder, { pain: 3, sideEffects: ['none'], newProcedure: 'no', rescueInfusion: 'no', opioidsUp: 'yes' })
    expect(await answerOf(ready, question.id)).toMatchObject({ opioidsUp: 'yes' })
  })

  test('of a link for something else open nothing', async () => {
    const { question } = await followedUp('pain', 7)
    const actor = { kind: 'link', id: question.id, purpose: 'appointment', recordId: question.id } as const
    const other = openContext(clinic.ground, { clinicId: clinic.clinicId, actor, clock: clinic.clock.read })
    expect(await refusal(answerByLink(other, { pain: 1 }))).toBe('link-unusable')
  })

  test('sent twice with one key are one tap', async () => {
    const { ready, holder } = await followedUp('depression', 7)
    const twice = [keyed(holder, 'one-tap-of-a-thumb'), keyed(holder, 'one-tap-of-a-thumb')]
    const [first, second] = await Promise.all(twice.map((ctx) => answerByLink(ctx, { safetyQuestion: 'yes' })))
    expect(second).toEqual(first)
    expect(await alerts(ready)).toHaveLength(1)
  })
})

describe('a word of danger', () => {
  test.each(['yes', 'rather-not-say'] as const)(
    '%s asks for the crisis words and raises one alert that somebody must own',
    async (said) => {
      const { ready, holder } = await followedUp('depression', 7)
      await answerByLink(holder, { mood: 2 })
      expect(await alerts(ready)).toEqual([])
      expect(await answerByLink(holder, { safetyQuestion: said })).toMatchObject({ isCrisis: true })
      await answerByLink(holder, { safetyQuestion: 'yes' })
      expect(await alerts(ready)).toMatchObject([{ kind: 'safety', personId: ready.personId, ownerId: null }])
    },
  )

  test('two different taps at once raise one alert', async () => {
    const { ready, holder } = await followedUp('depression', 7)
    await Promise.all([
      answerByLink(holder, { safetyQuestion: 'yes' }),
      answerByLink(holder, { safetyQuestion: 'rather-not-say' }),
    ])
    expect(await alerts(ready)).toHaveLength(1)
  })

  test('a no raises none; taken back it stays, and said again after a no it is news', async () => {
    const { ready, holder } = await followedUp('depression', 7)
    expect(await answerByLink(holder, { safetyQuestion: 'no' })).toMatchObject({ isCrisis: false })
    expect(await alerts(ready)).toEqual([])
    await answerByLink(holder, { safetyQuestion: 'yes' })
    await answerByLink(holder, { safetyQuestion: 'no' })
    const [alert] = await alerts(ready)
    await closeAlert(ready.prescriber, { alertId: alert?.id ?? '', action: 'spoke with her' })
    await answerByLink(holder, { safetyQuestion: 'yes' })
    expect(await alerts(ready)).toHaveLength(1)
  })

  test('item 9 above 0 raises it, whoever types the total; item 9 at 0 does not', async () => {
    const { ready } = await followedUp('depression', 7)
    const [week, twoWeeks] = (await asked(ready)).filter(({ kind }) => kind === 'phq-9')
    await enterPhq9(ready.nurse, { assessmentId: week?.id ?? '', total: 12, item9: 0 })
    expect(await alerts(ready)).toEqual([])
    clinic.clock.now = new Date(twoWeeks?.dueAt ?? 0)
    await enterPhq9(ready.prescriber, { assessmentId: twoWeeks?.id ?? '', total: 12, item9: 1 })
    expect(await alerts(ready)).toMatchObject([{ kind: 'safety', personId: ready.personId }])
  })
})

const readUnanswered = async (ctx: Ctx) =>
  (await listUnanswered(ctx, { which: 'everyone', page: 1 })).people.flatMap(({ questions }) => questions)

describe('the list of who has not answered', () => {
  test('names them with their phone from day +3 on, in the patient’s zone, until somebody has called', async () => {
    const { ready, question } = await followedUp('pain', 28, LOS_ANGELES)
    const listed = async () => (await readUnanswered(ready.nurse)).filter(({ assessmentId }) => assessmentId === question.id)
    goToHour(clinic, '2027-01-04', 8.9, LOS_ANGELES)
    expect(await listed()).toEqual([])
    goToHour(clinic, '2027-01-04', 9, LOS_ANGELES)
    expect(await listed()).toMatchObject([
      { name: 'Clover Samplett', phone: '+15405550142', personId: ready.personId, kind: 'follow-up', day: 28, missing: ['pain'] },
    ])
    await answerByPhone(ready.nurse, { assessmentId: question.id, pain: 4, sideEffects: ['none'] })
    expect(await readUnanswered(ready.nurse)).toEqual([])
  })

  test('keeps somebody whose safety question is open, and says so', async () => {
    const { ready, question, holder } = await followedUp('depression', 14)
    await answerByLink(holder, { mood: 6 })
    goToHour(clinic, '2026-12-17', 9, NEW_YORK)
    const mine = (await readUnanswered(ready.nurse)).find(({ assessmentId }) => assessmentId === question.id)
    expect(mine?.missing).toEqual(['safetyQuestion'])
  })

  test('holds a PHQ-9 from its day on, and nobody who has stopped', async () => {
    const { ready, holder } = await followedUp('depression', 7)
    const kinds = async () => (await readUnanswered(ready.nurse)).map(({ kind, day }) => `${kind} ${day}`)
    expect(await kinds()).toContain('phq-9 7')
    await stopQuestions(holder)
    expect(await kinds()).toEqual([])
  })

  test('lets a missed day rest once a later one was answered', async () => {
    const { ready, holder } = await followedUp('pain', 7)
    const days = async () => (await readUnanswered(ready.nurse)).map(({ day }) => day)
    expect(await days()).toContain(3)
    await answerByLink(holder, { pain: 2 })
    expect(await days()).toEqual([])
  })
})
