import { expect, test } from 'vitest'
import { middle } from './figures.ts'

test.each([
  [[], null],
  [[7], 7],
  [[9, 1, 5], 5],
  [[9, 1, 5, 7], 5],
])('the middle of %j is %s', (values, expected) => {
  expect(middle(values)).toBe(expected)
})
