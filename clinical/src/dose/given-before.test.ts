import { expect, test } from 'vitest'
import { doseHistory } from './given-before.ts'

const asked = {
  number: 1,
  toCome: 6,
  start: '2026-11-23T14:00:00Z',
  plannedHours: null,
  now: '2026-11-22T12:00:00Z',
  zone: 'America/New_York',
}
const given = (planId: string, startedAt: string, endedAt: string | null) => ({
  sessionId: startedAt,
  planId,
  startedAt,
  endedAt,
})

test('the first session of a second plan is no first dose, and counts from what the other plan gave', () => {
  expect(doseHistory([], asked)).toEqual({ isFirstDose: true, hoursSinceLastDose: null, infusionsInYear: 6 })
  const pain = given('pain', '2026-11-22T16:00:00Z', '2026-11-22T20:00:00Z')
  expect(doseHistory([pain], asked)).toEqual({ isFirstDose: false, hoursSinceLastDose: 18, infusionsInYear: 7 })
})

test('one that still runs ends now, what is planned counts where it is nearer, and what is over a year ago does not', () => {
  expect(doseHistory([given('a', '2026-11-22T11:00:00Z', null)], asked).hoursSinceLastDose).toBe(26)
  const long = given('a', '2025-11-22T11:59:00Z', '2025-11-22T12:30:00Z')
  expect(doseHistory([long], { ...asked, number: 2, plannedHours: 20 })).toMatchObject({
    hoursSinceLastDose: 20,
    infusionsInYear: 6,
  })
})
