import { describe, expect, test } from 'vitest'
import { type FaultSaid, sayFault } from '../words/fault-words.ts'
import { birthDoubts, heightDoubts, signDoubts, weightDoubts } from './improbable.ts'

const last = { value: '72.5', day: '2026-11-26' }
const questions = (doubts: readonly { question: FaultSaid }[]) => doubts.map(({ question }) => sayFault(question))

describe('a weight', () => {
  test('of 154 is asked back with both numbers and as pounds', () =>
    expect(questions(weightDoubts('154', { weightKg: last, heightCm: '170' }))).toEqual([
      '154 kg? Last 72.5 kg on Nov 26, 2026; at 170 cm that is a body mass index of 53.3; 154 lb would be 69.9 kg.',
    ]))
  test('of ten times as much is asked back as a slip of the point', () =>
    expect(questions(weightDoubts('340', { weightKg: { value: '34', day: '2026-11-26' } }))).toEqual([
      '340 kg? Last 34 kg on Nov 26, 2026; was it 34 kg?',
    ]))
  test.each([
    ['79.7', 0],
    ['79.8', 1],
    ['65.3', 0],
    ['65.2', 1],
  ])('of %s kg after 72.5: %s questions; ten percent either way is none', (kg, count) =>
    expect(weightDoubts(kg, { weightKg: last })).toHaveLength(count),
  )
  test('the first of a person is held against the height', () => {
    expect(weightDoubts('154', { heightCm: '170' })).toHaveLength(1)
    expect(weightDoubts('43', { heightCm: '170' })).toHaveLength(1)
    expect(weightDoubts('72', { heightCm: '170' })).toEqual([])
    expect(weightDoubts('154', {})).toEqual([])
  })
})

test('a height far from the one on record, or for no likely body, is asked back', () => {
  expect(questions(heightDoubts('107', { heightCm: '170', weightKg: last }))).toEqual([
    '107 cm? On record 170 cm; With 72.5 kg that is a body mass index of 63.3.',
  ])
  expect(heightDoubts('171', { heightCm: '170', weightKg: last })).toEqual([])
})

test('nobody is likely to be older than 110', () => {
  expect(birthDoubts('1915-11-29', '2026-11-29')).toHaveLength(1)
  expect(birthDoubts('1916-11-29', '2026-11-29')).toEqual([])
})

test('signs far from what a monitor shows are asked back, each at its field', () => {
  expect(signDoubts({ systolic: 128, diastolic: 78, pulse: 72, spo2: 97, resp: 14 })).toEqual([])
  expect(signDoubts({ systolic: 128, diastolic: 118, pulse: 20, spo2: 7, resp: null }).map(({ ask }) => ask)).toEqual([
    'pulse 20',
    'spo2 7',
    'pressure 128/118',
  ])
})
