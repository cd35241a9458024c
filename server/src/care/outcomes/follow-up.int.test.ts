import { addDays, Problem } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import { heldClock, type TestClinic, testClinic } from '../../platform/testing.ts'
import { changePerson } from '../people/change-person.ts'
import { closeCourse } from '../planning/close-course.ts'
import { patientReady } from '../session/testing.ts'
import { answerByLink } from './answer-assessment.ts'
import { resumeQuestions, stopQuestions } from './stop-questions.ts'
import { asked, give, goTo, goToHour, holderOf, lettersSent, type Ready, tick } from './testing.ts'

const NEW_YORK = 'America/New_York'
const LOS_ANGELES = 'America/Los_Angeles'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T15:00:00Z'))
})

const followUps = async (ready: Ready) => (await asked(ready)).filter(({ kind }) => kind === 'follow-up')
const dayZeroBy = async (ready: Ready) => {
  const day1 = (await followUps(ready)).find(({ day }) => day === 1)
  return day1 ? addDays(day1.dueAt.toISOString().slice(0, 10), -1) : null
}
const dueOf = async (ready: Ready, day: number) => (await followUps(ready)).find((each) => each.day === day)?.dueAt.toISOString()

describe('day 0', () => {
  test('is the day on which the last planned session ends, though one before it was missed', async () => {
    const ready = await patientReady(clinic, { indication: 'depression' })
    for (const number of [1, 2, 4, 5]) await give(clinic, ready, { number })
    await tick(clinic)
    expect(await dayZeroBy(ready)).toBeNull()
    await give(clinic, ready, { number: 6 })
    await tick(clinic)
    expect(await dayZeroBy(ready)).toBe('2026-11-30')
    expect((await followUps(ready)).map(({ day }) => day)).toEqual([1, 3, 7, 14, 21, 28, 42, 56, 70, 90])
  })

  test('is the day of the last session given when a prescriber closes the course', async () => {
    const ready = await patientReady(clinic, { indication: 'depression' })
    await give(clinic, ready, { number: 1 })
    await give(clinic, ready, { number: 2 })
    goToHour(clinic, '2026-11-25', 12, NEW_YORK)
    await closeCourse(ready.prescriber, { planId: ready.planId, reason: 'no benefit' })
    await tick(clinic)
    expect(await dayZeroBy(ready)).toBe('2026-11-24')
  })

  test('sets itself fourteen days after the last session given, and not a day before', async () => {
    const ready = await patientReady(clinic, { indication: 'depression' })
    await give(clinic, ready, { number: 1 })
    goToHour(clinic, '2026-12-06', 23, NEW_YORK)
    await tick(clinic)
    expect(await dayZeroBy(ready)).toBeNull()
    goToHour(clinic, '2026-12-07', 1, NEW_YORK)
    await tick(clinic)
    // Days 1 to 7 are over by then, and nobody is asked about a day that is over.
    expect((await followUps(ready)).map(({ day }) => day)).toEqual([14, 21, 28, 42, 56, 70, 90])
    expect(await dueOf(ready, 14)).toBe('2026-12-07T14:00:00.000Z')
  })

  test('is never set for a course in which nothing was given', async () => {
    const ready = await patientReady(clinic, { indication: 'depression' })
    await closeCourse(ready.prescriber, { planId: ready.planId, reason: 'changed their mind' })
    goToHour(clinic, '2027-01-15', 12, NEW_YORK)
    expect(await tick(clinic)).toEqual([])
    expect(await asked(ready)).toEqual([])
  })
})

describe('in the patient’s zone', () => {
  test('nine in the morning is the patient’s, three hours after the clinic’s', async () => {
    const ready = await patientReady(clinic, { indication: 'depression' })
    await changePerson(ready.nurse, { personId: ready.personId, zone: LOS_ANGELES })
    for (const number of [1, 6]) await give(clinic, ready, { number })
    await tick(clinic)
    expect(await dueOf(ready, 1)).toBe('2026-12-01T17:00:00.000Z')
  })

  test('nine in the morning stays nine when the clocks change', async () => {
    clinic = await testClinic(heldClock('2027-03-01T15:00:00Z'))
    const ready = await patientReady(clinic, { indication: 'depression' })
    for (const number of [1, 6]) await give(clinic, ready, { number })
    await tick(clinic)
    expect([await dueOf(ready, 3), await dueOf(ready, 7)]).toEqual(['2027-03-11T14:00:00.000Z', '2027-03-15T13:00:00.000Z'])
  })

  test('a session late in the evening belongs to the patient’s day, not to Greenwich’s', async () => {
    const ready = await patientReady(clinic, { indication: 'depression' })
    await changePerson(ready.nurse, { personId: ready.personId, zone: LOS_ANGELES })
    await give(clinic, ready, { number: 6, at: '2026-12-01T03:00:00Z' })
    await tick(clinic)
    expect(await dueOf(ready, 1)).toBe('2026-12-01T17:00:00.000Z')
  })
})

describe('letters', () => {
  test('go out on the day and two more times, and carry a link but no word of health', async () => {
    const ready = await patientReady(clinic, { indication: 'depression' })
    for (const number of [1, 6]) await give(clinic, ready, { number })
    expect(await tick(clinic)).toEqual([])
    const days: string[] = []
    for (const day of ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11']) {
      goToHour(clinic, day, 9.01, NEW_YORK)
      for (const { body, subject } of await tick(clinic)) {
        days.push(day)
        const link = /\/l\/[\w-]{43}\/check-in\n/
        expect(`${subject} ${body}`).toMatch(link)
        // The link's secret is chance, and may spell anything.
        expect(`${subject} ${body}`.replace(link, '')).not.toMatch(/pain|mood|ketamine|infusion|depress|dose|mg/i)
      }
    }
    // Day 7 is open for a day on either side: its third letter would come after it has closed.
    expect(days).toEqual(['2026-12-07', '2026-12-08'])
  })

  test('stop once both taps were made, and not after the first of them', async () => {
    const ready = await patientReady(clinic, { indication: 'depression' })
    for (const number of [1, 6]) await give(clinic, ready, { number })
    await tick(clinic)
    goToHour(clinic, '2026-12-14', 9.01, NEW_YORK)
    const [letter] = await tick(clinic)
    const holder = holderOf(clinic, letter?.aboutId ?? '')
    await answerByLink(holder, { mood: 4 })
    goToHour(clinic, '2026-12-15', 9.01, NEW_YORK)
    expect((await tick(clinic)).map(({ aboutId }) => aboutId)).toEqual([letter?.aboutId])
    await answerByLink(holder, { safetyQuestion: 'no' })
    goToHour(clinic, '2026-12-17', 9.01, NEW_YORK)
    expect(await tick(clinic)).toEqual([])
  })

  test('ask for pain on each of the seven days before the first session, and move with it', async () => {
    const ready = await patientReady(clinic, { indication: 'pain', from: new Date('2026-12-07T15:00:00Z') })
    const daily = async () =>
      (await asked(ready)).filter(({ kind }) => kind === 'daily pain').map(({ dueAt }) => dueAt.toISOString())
    await tick(clinic)
    expect(await daily()).toEqual(
      ['11-30', '12-01', '12-02', '12-03', '12-04', '12-05', '12-06'].map((d) => `2026-${d}T14:00:00.000Z`),
    )
    goToHour(clinic, '2026-12-01', 9.01, NEW_YORK)
    await tick(clinic)
    expect(await lettersSent(clinic)).toHaveLength(1)
    await changePerson(ready.nurse, { personId: ready.personId, zone: LOS_ANGELES })
    await tick(clinic)
    // The questions still to come stand at nine in the new place; the day that was over stays as it was.
    expect((await daily()).slice(-6)).toEqual(
      ['12-01', '12-02', '12-03', '12-04', '12-05', '12-06'].map((d) => `2026-${d}T17:00:00.000Z`),
    )
  })

  test('nobody is asked twice on the day after a session when the course is closed on it', async () => {
    const ready = await patientReady(clinic, { indication: 'depression' })
    await give(clinic, ready, { number: 1 })
    await tick(clinic)
    goToHour(clinic, '2026-11-24', 9.01, NEW_YORK)
    const [letter] = await tick(clinic)
    await answerByLink(holderOf(clinic, letter?.aboutId ?? ''), { mood: 5, safetyQuestion: 'no' })
    await closeCourse(ready.prescriber, { planId: ready.planId, reason: 'moved away' })
    expect(await tick(clinic)).toEqual([])
    const onThatDay = (await asked(ready)).filter(({ dueAt }) => dueAt.toISOString().startsWith('2026-11-24'))
    expect(onThatDay.map(({ kind }) => kind)).toEqual(['after session'])
    expect((await asked(ready)).filter(({ day, kind }) => day === 3 && kind === 'after session')).toEqual([])
  })
})

describe('one tap stops everything', () => {
  test('no letter comes after it, nothing is planned anew, and one tap brings it back', async () => {
    const ready = await patientReady(clinic, { indication: 'pain' })
    await give(clinic, ready, { number: 1, minutes: 240 })
    await tick(clinic)
    goToHour(clinic, '2026-11-24', 9.01, NEW_YORK)
    const [letter] = await tick(clinic)
    const holder = holderOf(clinic, letter?.aboutId ?? '')
    await answerByLink(holder, { pain: 6, sideEffects: ['none'] })
    await stopQuestions(holder)
    expect((await asked(ready)).filter(({ answer }) => !answer)).toEqual([])
    await give(clinic, ready, { number: 10, minutes: 240 })
    goTo(clinic, new Date(clinic.clock.now.getTime() + 36 * 3_600_000).toISOString())
    expect(await tick(clinic)).toEqual([])
    expect((await asked(ready)).map(({ answer }) => answer?.pain)).toEqual([6])
    await expect(answerByLink(holderOf(clinic, crypto.randomUUID()), { pain: 1 })).rejects.toThrow(Problem)
    await resumeQuestions(holder)
    expect((await asked(ready)).filter(({ kind }) => kind === 'follow-up').map(({ day }) => day)).toContain(90)
  })
})
