import { expect, test } from 'vitest'
import { weighedAt } from './draft.ts'

const onRecord = { value: '78', at: '2026-11-26T14:00:00Z' }

test('a weight typed away and back again keeps the time at which it was measured', () => {
  expect(weighedAt('780', onRecord)).toBeNull()
  expect(weighedAt('78', onRecord)).toBe(onRecord.at)
  expect(weighedAt('78.0', onRecord)).toBe(onRecord.at)
})

test('another weight has no time until somebody says when it was measured', () => {
  expect(weighedAt('79', onRecord)).toBeNull()
  expect(weighedAt('', onRecord)).toBeNull()
  expect(weighedAt('78', undefined)).toBeNull()
})
