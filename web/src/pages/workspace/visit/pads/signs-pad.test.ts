import { expect, test } from 'vitest'
import { isComplete } from './signs-pad.tsx'

test.each([
  ['systolic', '1', false],
  ['systolic', '14', false],
  ['systolic', '140', true],
  ['systolic', '1400', false],
  ['systolic', '95', true],
  ['diastolic', '84', true],
  ['diastolic', '10', false],
  ['pulse', '72', true],
  ['pulse', '12', false],
  ['spo2', '97', true],
  ['spo2', '10', false],
  ['spo2', '100', true],
  ['resp', '14', false],
  ['systolic', '120.', false],
] as const)('%s %s: the next field is due is %s', (key, text, expected) => {
  expect(isComplete(key, text)).toBe(expected)
})
