import { expect, test } from 'vitest'
import { drawnTo, emptyGuess, finished, ofWeeks, setFrom, underFrom } from './guess.ts'

test('a pen that jumps some days leaves a straight line behind it, whichever way it goes', () => {
  const there = drawnTo(drawnTo(emptyGuess(6), null, 0, 60), 0, 4, 20)
  expect(there).toEqual([60, 50, 40, 30, 20, null, null])
  expect(drawnTo(there, 4, 2, 0).slice(0, 5)).toEqual([60, 50, 0, 10, 20])
})

test('a line that was begun late or left early is held level; nothing drawn is no guess', () => {
  expect(finished(drawnTo(emptyGuess(4), null, 2, 40))).toEqual([40, 40, 40, 40, 40])
  expect(finished(emptyGuess(4))).toBeNull()
})

test('by keys the line is set from a day on, and as weeks it is worth having just so long', () => {
  expect(setFrom(setFrom(emptyGuess(4), 0, 50), 3, 10)).toEqual([50, 50, 50, 10, 10])
  const weeks = finished(ofWeeks(84, 3, 30)) ?? []
  expect(underFrom(weeks, 30)).toBe(21)
  expect(underFrom(finished(ofWeeks(84, 12, 30)) ?? [], 30)).toBe(84)
  expect(underFrom([50, 50, 50], 30)).toBeNull()
  expect(underFrom([10, 10], 30)).toBe(0)
})
