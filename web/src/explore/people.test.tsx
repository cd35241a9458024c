import { claims, protocolOf, wilson } from '@dripline/clinical'
import { readerOf } from '@dripline/clinical/words'
import { effects } from '@dripline/engine'
import { describe, expect, test } from 'vitest'
import { endDay } from '../data/twenty-people.ts'
import { feelsNumbers } from './feels/numbers.ts'
import * as feels from './feels/parts.ts'
import { sureNumbers } from './sure/numbers.ts'
import { twentyNumbers } from './twenty/numbers.ts'
import * as twenty from './twenty/parts.ts'

const to = readerOf('en')
const claimOf = (id: string) => {
  const found = claims.find((each) => each.id === id)
  if (!found) throw new Error(`no claim ${id}`)
  return found
}
const numbersIn = (text: string) => (text.match(/\d+(\.\d+)?/g) ?? []).map(Number)

describe('twenty people', () => {
  const numbers = twentyNumbers()

  test('are as many as the trial’s claim says, non-response and placebo with the same weight', () => {
    const { figures } = claimOf('relief-two-thirds')
    const said = twenty.answerOf(to, numbers, null).join(' ')
    expect(numbersIn(figures.reliefOfTwenty ?? '')[0]).toBe(numbers.drug.typical)
    expect(numbersIn(figures.noneOfTwenty ?? '')[0]).toBe(20 - numbers.drug.typical)
    expect(numbersIn(figures.placeboOfTwenty ?? '')[0]).toBe(numbers.placebo.typical)
    expect(numbersIn(said)).toEqual([13, 20, 5, 20, 11, 15, 3, 6])
  })

  test('hear what they guessed, and nothing of a guess that is none', () => {
    expect(twenty.answerOf(to, numbers, { drug: '17', placebo: '2' })[0]).toBe('You said 17 on the drug and 2 on placebo.')
    for (const drug of ['', '21', '-1', '3.5', 'many'])
      expect(twenty.answerOf(to, numbers, { drug, placebo: '2' })).toEqual(twenty.answerOf(to, numbers, null))
  })

  test('lose relief week by week, by the engine’s own half-life', () => {
    const { c50, halfLife } = effects.reliefDahan2011
    const [first, ...later] = numbers.weeks
    for (const [i, week] of later.entries()) {
      expect(week.median).toBeLessThan(numbers.weeks[i]?.median ?? 0)
      expect(week.p5 <= week.median && week.median <= week.p95).toBe(true)
    }
    // A slow site that halves by its half-life, in a sigmoid of slope 1: what is left of relief follows from what it began with.
    const begins = (first?.median ?? 0) / 100
    const left = (begins / (1 - begins)) * 0.5 ** ((12 * 7 * 86_400) / (halfLife.typical * 60))
    expect(c50.typical).toBeGreaterThan(0)
    expect(Math.abs((numbers.weeks[12]?.median ?? 0) - (100 * left) / (1 + left))).toBeLessThanOrEqual(3)
    expect(endDay).toBeCloseTo(4.17, 1)
  })

  test.each(numbers.weeks.slice(1).map((week) => [week.at, week] as const))(
    'in week %s are said as they are drawn',
    (at, week) => {
      const said = numbersIn(twenty.resultOf(to, numbers, week))
      expect(said).toEqual([at, 20, 7, 13, week.median, 100, week.p5, week.p95, 5, 20, 15])
      const { filled, likely, doubtful, state } = twenty.standing(numbers, week)
      expect(filled + likely + doubtful).toBe(state === 'other' ? 0 : 13)
      expect(filled > 0).toBe(week.p5 >= numbers.worth)
    },
  )

  test('are told of each week what the trial says, and of the last that it could be chance', () => {
    const fades = claimOf('relief-fades-2009')
    expect(numbersIn(twenty.trialSays(to, numbers, 1))).toEqual([
      1,
      ...numbersIn(fades.figures.week1 ?? ''),
      ...numbersIn(fades.figures.week1Placebo ?? ''),
    ])
    expect(`week ${numbers.lost}`).toBe(fades.figures.lost)
    expect(twenty.trialSays(to, numbers, numbers.lost)).toContain('could be chance')
    expect(twenty.trialSays(to, numbers, numbers.lost - 1)).not.toContain('could be chance')
  })
})

describe('what it feels like', () => {
  const numbers = feelsNumbers()

  test('is how often the trial’s claim says, on placebo too', () => {
    const { estimates } = claimOf('side-effects-in-trial-2009')
    expect(numbers.felt.map(({ drug, placebo }) => [drug, placebo])).toEqual(
      estimates.map(({ value, against }) => [Math.round(value / 5), Math.round((against?.value ?? 0) / 5)]),
    )
    expect(numbersIn(feels.feltLabel(to, numbers))).toEqual([20, 20, 15, 4, 13, 3, 9, 2, 7, 7])
    expect(numbersIn(feels.answerOf(to, numbers, { most: 'headache' }).join(' '))).toEqual([15, 20, 4, 20, 10, 20])
  })

  test('follows the visit of the protocol', () => {
    const protocol = protocolOf('crps-outpatient-ten-day')
    const { begins, ends, home, level } = numbers
    expect([ends - begins, home - ends]).toEqual([protocol?.minutes, protocol?.recovery.leastMinutes])
    expect(level.at(-1)?.at).toBe(home)
  })

  test('shows no drug before the drip, the most at its end, and a fall after it', () => {
    const at = (minute: number) => numbers.level.find((each) => each.at === minute)?.median ?? Number.NaN
    expect([at(0), at(numbers.begins)]).toEqual([0, 0])
    expect(at(numbers.ends)).toBe(100)
    expect(at(numbers.home)).toBeLessThan(60)
    for (const { p5, median, p95 } of numbers.level) expect(p5 <= median && median <= p95).toBe(true)
  })

  test.each(numbers.level.filter(({ at }) => at % 30 === 0).map((point) => [point.at, point] as const))(
    'in minute %s is said as it is drawn',
    (at, point) => {
      const said = numbersIn(feels.resultOf(to, numbers, point)).slice(0, 5)
      expect(said).toEqual([at, Math.round(point.median), 100, Math.round(point.p5), Math.round(point.p95)])
    },
  )

  test('ends with the way home, and no driving', () => {
    expect(feels.momentOf(to, numbers, numbers.home).says).toContain('Do not drive')
    expect(feels.momentOf(to, numbers, 0).says).toContain('Nothing is given yet')
  })
})

test('what one trial leaves open is Wilson’s interval, and narrower the more people there are', () => {
  const { sizes, value, trial, clinic } = sureNumbers()
  expect([value, trial, clinic]).toEqual([67, 60, 19])
  for (const { people, low, high } of sizes) {
    const open = wilson(Math.round(0.67 * people), people)
    expect([low, high]).toEqual([Math.round((open?.low ?? 0) * 20), Math.round((open?.high ?? 0) * 20)])
  }
  const [first, last] = [sizes[0], sizes.at(-1)]
  expect((first?.high ?? 0) - (first?.low ?? 0)).toBeGreaterThan((last?.high ?? 0) - (last?.low ?? 0))
})
