import { expect, test } from 'vitest'
import { nearestTo, stepFrom, type Target, wayOf } from './carry.ts'

const at = (placeId: string, minutes: string): Target => ({ placeId, start: `2026-11-24T${minutes}:00.000Z` })
const times = [at('ann', '14:00'), at('ben', '14:15'), at('ann', '14:30'), at('ben', '16:00')]
const places = [{ id: 'ann' }, { id: 'chair' }, { id: 'ben' }]

test('a step goes to the next free time of the same clinician, and stays at the last', () => {
  expect(stepFrom(times, places, at('ann', '14:00'), 'later')).toEqual(at('ann', '14:30'))
  expect(stepFrom(times, places, at('ann', '14:30'), 'later')).toEqual(at('ann', '14:30'))
  expect(stepFrom(times, places, at('ann', '14:30'), 'earlier')).toEqual(at('ann', '14:00'))
})

test('a step aside goes to the next who has room, at the nearest time', () => {
  expect(stepFrom(times, places, at('ann', '14:30'), 'after')).toEqual(at('ben', '14:15'))
  expect(stepFrom(times, places, at('ben', '14:15'), 'before')).toEqual(at('ann', '14:00'))
  expect(stepFrom(times, places, at('ben', '14:15'), 'after')).toEqual(at('ben', '14:15'))
})

test('what is picked up begins at the nearest free time of its own clinician, else of anybody', () => {
  expect(nearestTo(times, { placeId: 'ben', start: at('', '15:45').start })).toEqual(at('ben', '16:00'))
  expect(nearestTo(times, { placeId: 'who left', start: at('', '14:10').start })).toEqual(at('ben', '14:15'))
  expect(nearestTo([], { placeId: 'ann', start: at('', '14:10').start })).toBeNull()
})

test('arrows follow the screen: time runs down a day and across a week', () => {
  expect(['ArrowUp', 'ArrowLeft', 'Enter'].map((key) => wayOf(key, false))).toEqual(['earlier', 'before', null])
  expect(['ArrowUp', 'ArrowLeft'].map((key) => wayOf(key, true))).toEqual(['before', 'earlier'])
})
