import { judge } from '@dripline/clinical'
import { expect, test } from 'vitest'
import { policyLines } from './record.ts'

const at = '2026-11-23T15:00:00Z'
const before = [{ at: '2026-11-23T14:55:00Z', systolic: 180 }]
const levelOf = (signs: { systolic?: number; spo2?: number }, history = { before: [] as typeof before, baseline: null }) =>
  judge({ at, ...signs }, history)[0]?.level ?? null

test('the lines on the chart lie where the written policy begins to ask for something', () => {
  const [call, advise, saturation] = policyLines.map(({ value }) => value)
  if (call === undefined || advise === undefined || saturation === undefined) throw new Error('a line is missing')
  expect(levelOf({ systolic: advise - 1 })).toBeNull()
  expect(levelOf({ systolic: advise })).toBe('advise')
  expect(levelOf({ systolic: call - 1 }, { before, baseline: null })).toBe('advise')
  expect(levelOf({ systolic: call }, { before, baseline: null })).toBe('call')
  expect(levelOf({ spo2: saturation })).toBeNull()
  expect(levelOf({ spo2: saturation - 1 })).toBe('advise')
})
