import { models, relief } from '@dripline/engine'
import { beforeEach, describe, expect, test } from 'vitest'
import { heldClock, type TestClinic, testClinic } from '../../platform/testing.ts'
import { addPerson } from '../people/add-person.ts'
import { joinRecords } from '../records/testing.ts'
import { screenPerson } from '../screening/screen-person.ts'
import { patientReady, wellAnswers } from '../session/testing.ts'
import { answerByLink, enterPhq9 } from './answer-assessment.ts'
import type { AnswerSent } from './assessment.ts'
import { readRelief } from './read-relief.ts'
import { stopQuestions } from './stop-questions.ts'
import { asked, give, goToHour, holderOf, type Ready, tick } from './testing.ts'

const NEW_YORK = 'America/New_York'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T15:00:00Z'))
})

const courseIn = async (ready: Ready) => {
  const [course] = (await readRelief(ready.prescriber, ready.personId)).courses
  if (!course) throw new TypeError('No course.')
  return course
}

/** Answers what is asked on a day of a kind, on that day. */
const answerOn = async (ready: Ready, kind: string, day: number, sent: AnswerSent) => {
  const question = (await asked(ready)).find((each) => each.kind === kind && each.day === day)
  if (!question) throw new TypeError(`No ${kind} on day ${day}.`)
  clinic.clock.now = new Date(question.dueAt)
  await answerByLink(holderOf(clinic, question.id), sent)
}

/** A pain patient with these answers before the course, first and last session given, and day 0 on Fri 18 Dec. */
const treated = async (before: readonly number[]) => {
  const ready = await patientReady(clinic, { indication: 'pain', from: new Date('2026-12-07T15:00:00Z') })
  await tick(clinic)
  for (const [i, pain] of before.entries()) await answerOn(ready, 'daily pain', i - before.length, { pain })
  await give(clinic, ready, { number: 1, minutes: 240 })
  await give(clinic, ready, { number: 10, minutes: 240 })
  await tick(clinic)
  return ready
}
const quiet = { sideEffects: ['none'], newProcedure: 'no', rescueInfusion: 'no', opioidsUp: 'no' } satisfies AnswerSent

describe('the regimen', () => {
  test('is what was really given: an early stop shortens it, and the curve is the engine’s for just that', async () => {
    const ready = await patientReady(clinic, { indication: 'pain' })
    await give(clinic, ready, { number: 1, minutes: 240 })
    await give(clinic, ready, { number: 2, minutes: 90 })
    const { given, firstStart, sessionsGiven } = await courseIn(ready)
    expect([firstStart, sessionsGiven.length]).toEqual(['2026-11-23T15:00:00.000Z', 2])
    expect(given?.regimen).toEqual([
      { mg: 100, from: 0, minutes: 240 },
      { mg: 37.5, from: 24 * 60, minutes: 90 },
    ])
    const disposition = models.kamp2020.parameters({ weightKg: 72, ageYears: 44, sex: 'female' })
    const byHand = [
      { mg: 100, from: 0, minutes: 240 },
      { mg: 25 * 1.5, from: 1440, minutes: 90 },
    ]
    const days = [1, 7, 28]
    const drawn = relief({
      disposition: models.kamp2020.parameters(given?.subject ?? { weightKg: 0, ageYears: 0, sex: 'male' }),
      regimen: given?.regimen ?? [],
      days,
      sFraction: 0.5,
    })
    const expected = relief({ disposition, regimen: byHand, days, sFraction: 0.5 })
    expect([...drawn.responder.relief]).toEqual([...expected.responder.relief])
    expect(drawn.responder.relief[2]).toBeGreaterThan(0)
  })

  test('is not told for depression, where no curve may be drawn', async () => {
    const ready = await patientReady(clinic, { indication: 'depression' })
    await give(clinic, ready, { number: 1 })
    expect(await courseIn(ready)).toMatchObject({ indication: 'depression', given: null })
  })
})

describe('responder or not', () => {
  test('three answers before and one at day 28 say 30 % or more', async () => {
    const ready = await treated([7, 8, 6, 7])
    expect((await courseIn(ready)).outcome).toMatchObject({ kind: 'not yet', until: '2027-01-22' })
    await answerOn(ready, 'follow-up', 28, { pain: 4, ...quiet })
    expect((await courseIn(ready)).outcome).toMatchObject({
      kind: 'responder',
      read: { baseline: '7', after: '4', fallPercent: '42.9', doubts: ['one value'] },
    })
  })

  test.each([
    [{ rescueInfusion: 'yes' }, 'rescue infusion'],
    [{ newProcedure: 'yes' }, 'new procedure'],
    [{ opioidsUp: 'yes' }, 'opioids up'],
  ] as const)('%o at day 28 explains the fall away', async (said, reason) => {
    const ready = await treated([7, 8, 6])
    await answerOn(ready, 'follow-up', 28, { pain: 2, ...quiet, ...said })
    expect((await courseIn(ready)).outcome).toMatchObject({ kind: 'non-responder', reason })
  })

  test('two answers before are a weak baseline, and it is said', async () => {
    const ready = await treated([8, 8])
    await answerOn(ready, 'follow-up', 28, { pain: 2, ...quiet })
    expect((await courseIn(ready)).outcome).toMatchObject({ kind: 'responder', read: { doubts: ['weak baseline', 'one value'] } })
  })

  test('no answer before is what was said at the screening, as one weak value', async () => {
    const ready = await patientReady(clinic, { indication: 'pain' })
    await screenPerson(ready.nurse, { personId: ready.personId, answers: wellAnswers('pain'), baseline: { painAverage: 8 } })
    await give(clinic, ready, { number: 1, minutes: 240 })
    expect((await courseIn(ready)).outcome.read).toMatchObject({
      baseline: '8',
      doubts: expect.arrayContaining(['weak baseline']),
    })
  })

  test('no answer at day 28 is a no once day 35 is past', async () => {
    const ready = await treated([7, 8, 6])
    goToHour(clinic, '2027-01-22', 12, NEW_YORK)
    expect((await courseIn(ready)).outcome).toMatchObject({ kind: 'not yet' })
    goToHour(clinic, '2027-01-23', 0, NEW_YORK)
    expect((await courseIn(ready)).outcome).toMatchObject({ kind: 'non-responder', reason: 'missing' })
  })

  test('an answer on the phone on day 40 is not an answer of day 28', async () => {
    const ready = await treated([7, 8, 6])
    const question = (await asked(ready)).find(({ day }) => day === 42)
    clinic.clock.now = new Date(question?.dueAt ?? 0)
    await answerByLink(holderOf(clinic, question?.id ?? ''), { pain: 1 })
    expect((await courseIn(ready)).outcome).toMatchObject({ kind: 'non-responder', reason: 'missing' })
  })

  test('for depression is half or more off the PHQ-9, from a total that a later screening does not hide', async () => {
    const ready = await patientReady(clinic, { indication: 'depression' })
    await screenPerson(ready.nurse, { personId: ready.personId, answers: wellAnswers('depression'), baseline: { phq9Total: 18 } })
    await give(clinic, ready, { number: 1 })
    await give(clinic, ready, { number: 6 })
    await tick(clinic)
    const question = (await asked(ready)).find(({ kind, day }) => kind === 'phq-9' && day === 28)
    clinic.clock.now = new Date(question?.dueAt ?? 0)
    await enterPhq9(ready.nurse, { assessmentId: question?.id ?? '', total: 9, item9: 0 })
    clinic.clock.forward(60 * 24 * 40)
    await screenPerson(ready.nurse, { personId: ready.personId, answers: wellAnswers('depression'), baseline: { phq9Total: 3 } })
    expect((await courseIn(ready)).outcome).toMatchObject({
      kind: 'responder',
      isRemission: false,
      read: { baseline: '18', after: '9', fallPercent: '50' },
    })
  })
})

describe('the page’s data', () => {
  test('hold scores on their day, what is unanswered and what is still to come', async () => {
    const ready = await treated([7])
    await answerOn(ready, 'follow-up', 1, { pain: 5, sideEffects: ['nausea'] })
    const { scores, unanswered, toCome } = await courseIn(ready)
    expect(scores.map(({ kind, date, pain }) => [kind, date, pain])).toEqual([
      ['daily pain', '2026-12-06', 7],
      ['follow-up', '2026-12-19', 5],
    ])
    expect(unanswered.map(({ kind }) => kind)).toContain('daily pain')
    expect(toCome.map(({ day }) => day)).toEqual([3, 7, 14, 21, 28, 42, 56, 70, 90])
  })

  test('say that somebody wants no more questions', async () => {
    const ready = await treated([7])
    const question = (await asked(ready)).at(-1)
    await stopQuestions(holderOf(clinic, question?.id ?? ''))
    expect(await courseIn(ready)).toMatchObject({ isStopped: true, toCome: [] })
  })

  test('are one history after two records were found to be one person', async () => {
    const ready = await treated([7, 7, 7])
    const same = { name: 'Clover Samplett', email: 'other@example.test', phone: '+15405550143', state: 'VA', zone: NEW_YORK }
    const { personId } = await addPerson(ready.nurse, same)
    await joinRecords(ready.nurse, { keptId: personId, mergedId: ready.personId })
    expect((await readRelief(ready.prescriber, personId)).courses).toHaveLength(1)
  })
})
