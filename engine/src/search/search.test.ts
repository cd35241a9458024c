import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EngineFault } from '../fault.ts'
import { kamp2020 } from '../models/kamp-2020.ts'
import { simulateEffectSite } from '../simulate.ts'
import { ngPerMl } from '../units.ts'
import { measured } from './measures.ts'
import { beats, type Goal, type SearchInput, search } from './search.ts'

const subject = { weightKg: 70 }
const setting = { ke0: Math.LN2 / 8.3, band: { low: ngPerMl(80), high: ngPerMl(200) }, leavesBelow: ngPerMl(40) }
const goals: Goal[] = [
  { measure: 'area under plasma', aim: 'most' },
  { measure: 'chair minutes', aim: 'least' },
]
const input: SearchInput = {
  model: kamp2020,
  subject,
  setting,
  goals,
  family: { mg: [20, 35, 50, 70], bolusShare: [0, 0.2, 0.4], minutes: [20, 40, 60, 120] },
  limits: [{ measure: 'peak effect site', atMost: ngPerMl(220) }],
}

test('what a regimen is judged by is what a fine walk through time sees', () => {
  const regimen = [
    { mg: 10, from: 0, minutes: 0 },
    { mg: 40, from: 0, minutes: 60 },
  ]
  const found = measured(kamp2020, subject, regimen, setting)
  const times = Array.from({ length: 60_001 }, (_, i) => i / 100)
  const { plasma, effectSite } = simulateEffectSite(kamp2020.parameters(subject), setting.ke0, regimen, times)
  const inBand = effectSite.filter((c) => c >= setting.band.low && c < setting.band.high).length / 100
  expect(found['peak plasma'] / Math.max(...plasma)).toBeCloseTo(1, 6)
  expect(found['peak effect site'] / Math.max(...effectSite)).toBeCloseTo(1, 6)
  expect(Math.abs(found['minutes in band'] - inBand)).toBeLessThan(0.05)
  const last = times[effectSite.findLastIndex((c) => c > setting.leavesBelow)]
  expect(Math.abs(found['chair minutes'] - last)).toBeLessThan(0.05)
  expect(found['total mg']).toBe(50)
})

describe('the front', () => {
  const { front, tried } = search(input)

  test('keeps every limit, and none of it is beaten by another', () => {
    expect(tried).toBe(48)
    expect(front.length).toBeGreaterThan(2)
    for (const one of front) {
      expect(one.measured['peak effect site']).toBeLessThanOrEqual(ngPerMl(220))
      expect(front.some((other) => beats(other, one, goals))).toBe(false)
    }
  })

  test('holds for every possible regimen one that beats it or is as good', () => {
    const all = search({ ...input, goals: [{ measure: 'total mg', aim: 'least' }, ...goals] }).front
    for (const one of all) {
      const same = front.some((other) => goals.every(({ measure }) => other.measured[measure] === one.measured[measure]))
      expect(same || front.some((other) => beats(other, one, goals))).toBe(true)
    }
  })

  test('does not depend on the order in which anything is listed', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(input.family.mg as number[], { minLength: 4 }), fc.boolean(), (mg, turned) => {
        const again = search({ ...input, family: { ...input.family, mg }, goals: turned ? goals.toReversed() : goals })
        expect(again.front).toEqual(front)
      }),
      { numRuns: 10 },
    )
  })
})

test('limits that nothing keeps are named, with how many break each and what comes nearest', () => {
  const { front, impossible } = search({
    ...input,
    limits: [
      { measure: 'peak effect site', atMost: ngPerMl(50) },
      { measure: 'total mg', atLeast: 60 },
    ],
  })
  expect(front).toEqual([])
  expect(impossible?.broken.map(({ by }) => by > 0)).toEqual([true, true])
  expect(impossible?.nearest.mg).toBeGreaterThan(0)
})

test('one goal is refused: it would have one answer, and a search gives a choice', () => {
  for (const wanted of [[goals[0]], [goals[0], { ...goals[0] }]])
    expect(() => search({ ...input, goals: wanted })).toThrow(/^goals.*at least two goals/)
})

test('everything that is wrong is said at once', () => {
  const wrong = {
    ...input,
    family: { mg: [-1], bolusShare: [2], minutes: [] },
    goals: [],
    setting: { ...setting, ke0: 0 },
    limits: [{ measure: 'cheer' as 'total mg' }],
  }
  try {
    search(wrong)
    expect.unreachable()
  } catch (error) {
    expect(error instanceof EngineFault && error.faults.map((fault) => fault.input)).toEqual([
      'family.mg[0]',
      'family.bolusShare[0]',
      'family.minutes',
      'setting.ke0',
      'goals',
      'limits[0].measure',
      'limits[0]',
    ])
  }
})
