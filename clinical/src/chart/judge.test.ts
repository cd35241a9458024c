import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alertLevels, type Charted } from '../visit/threshold.ts'
import { highestLevel, judge } from './judge.ts'

const at = '2026-11-22T15:00:00Z'
const ago = (minutes: number, signs: Partial<Charted>): Charted => ({
  ...signs,
  at: new Date(Date.parse(at) - minutes * 60_000).toISOString(),
})
const levelOf = (marks: ReturnType<typeof judge>, threshold: string) => marks.find((mark) => mark.threshold === threshold)?.level

describe('acceptance scenarios', () => {
  const baseline = { systolic: 142, diastolic: 88 }

  test('9: 182/96 advises with a call pending; 184/98 five minutes on calls; neither stops', () => {
    const first = judge({ at, systolic: 182, diastolic: 96 }, { before: [], baseline })
    expect(first).toEqual([expect.objectContaining({ threshold: 'systolic', level: 'advise', pending: 'call' })])
    const second = judge({ at, systolic: 184, diastolic: 98 }, { before: [ago(5, { systolic: 182, diastolic: 96 })], baseline })
    expect(second).toEqual([expect.objectContaining({ threshold: 'systolic', level: 'call' })])
  })

  test('10: a saturation of 91 % calls, 89 % stops', () => {
    expect(levelOf(judge({ at, spo2: 91 }), 'spo2')).toBe('call')
    expect(levelOf(judge({ at, spo2: 89 }), 'spo2')).toBe('stop')
  })
})

describe('judge', () => {
  test('nothing charted marks nothing', () => expect(judge({ at })).toEqual([]))

  test('the worst comes first, with the policy that was broken and its version', () => {
    const marks = judge({ at, spo2: 93, pulse: 141, distress: 7 })
    expect(marks.map(({ level }) => level)).toEqual(['stop', 'call', 'advise'])
    expect(highestLevel(marks)).toBe('stop')
    for (const { policy, version } of marks) {
      expect(policy).not.toBe('')
      expect(version).toMatch(/^[0-9a-f]{12}$/)
    }
  })

  test('the order in which earlier sets are handed over does not matter', () => {
    const before = [ago(10, { pulse: 125 }), ago(3, { pulse: 122 }), ago(6, { pulse: 130 })]
    const now = { at, pulse: 121 }
    fc.assert(
      fc.property(fc.shuffledSubarray(before, { minLength: 3 }), (shuffled) => {
        expect(judge(now, { before: shuffled, baseline: null })).toEqual(judge(now, { before, baseline: null }))
      }),
    )
  })

  test('a higher systolic pressure over 100 is never marked lower', () => {
    const rank = (systolic: number, before: Charted[]) => {
      const level = levelOf(judge({ at, systolic }, { before, baseline: { systolic: 130 } }), 'systolic')
      return level ? alertLevels.indexOf(level) : alertLevels.length
    }
    const pressure = fc.integer({ min: 100, max: 260 })
    fc.assert(
      fc.property(pressure, pressure, pressure, (a, b, earlier) => {
        const before = [ago(5, { systolic: earlier })]
        expect(rank(Math.max(a, b), before)).toBeLessThanOrEqual(rank(Math.min(a, b), before))
      }),
    )
  })
})
