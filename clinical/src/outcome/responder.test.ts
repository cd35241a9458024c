import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar/local-day.ts'
import { type Outcome, outcomesTable } from './outcomes-table.ts'
import { type DepressionCourse, depressionResponder, type PainCourse, painResponder, type Responder } from './responder.ts'

const firstSession = '2026-03-02'
const dayZero = '2026-03-13'
const day = (n: number, value: number) => ({ date: addDays(dayZero, n), value })
const before = (...values: number[]) => values.map((value, i) => ({ date: addDays(firstSession, -1 - i), value }))
const pain = (averages: PainCourse['averages'], more: Partial<PainCourse> = {}) =>
  painResponder({
    firstSession,
    dayZero,
    today: addDays(dayZero, 36),
    averages,
    rescueInfusions: [],
    newProcedures: [],
    opioids: 'not up',
    ...more,
  })

describe('pain: relief of 30 % at day 28', () => {
  test('a week of 8 before and 5 at day 28 is a fall of 37.5 %: responder', () => {
    const result = pain([...before(8, 8, 8, 8), day(28, 5)])
    expect(result).toMatchObject({
      kind: 'responder',
      read: { baseline: '8', after: '5', fallPercent: '37.5', doubts: ['one value'] },
    })
  })

  test('exactly 30 % is a response and anything less is not', () => {
    const week = (...values: number[]) => values.map((value, i) => day(26 + i, value))
    expect(pain([...before(10, 10, 10), ...week(7, 7, 7)])).toMatchObject({ kind: 'responder', read: { doubts: [] } })
    expect(pain([...before(10, 10, 10), ...week(7, 7, 8)])).toMatchObject({ kind: 'non-responder', reason: 'fall too small' })
  })

  test('fewer than three values before make a weak baseline from the latest one', () => {
    expect(pain([...before(8, 6), day(28, 4)]).read).toMatchObject({ baseline: '8', doubts: ['weak baseline', 'one value'] })
  })

  test('values older than seven days before the first session are no baseline', () => {
    const old = { date: addDays(firstSession, -8), value: 9 }
    expect(pain([old, day(28, 2)])).toMatchObject({ kind: 'non-responder', reason: 'no baseline' })
    expect(pain([...before(8, 8, 8), old, day(28, 2)]).read.baseline).toBe('8')
  })

  test('a baseline under 4 has no responder answer', () => {
    expect(pain([...before(3, 4, 4), day(28, 0)])).toMatchObject({ kind: 'not eligible', reason: 'baseline too low' })
    expect(pain([...before(4, 4, 4), day(28, 0)]).kind).toBe('responder')
  })

  test.each([
    [21, 'responder'],
    [35, 'responder'],
    [20, 'non-responder'],
    [36, 'non-responder'],
  ])('an answer on day %d: %s', (n, kind) => {
    expect(pain([...before(8, 8, 8), day(n, 2)]).kind).toBe(kind)
  })

  test('the answer nearest to day 28 counts, the earlier of two equally near', () => {
    expect(pain([...before(8, 8, 8), day(22, 1), day(26, 6), day(30, 2)]).read.after).toBe('6')
  })

  test('nothing in the window counts as no response once the window has closed, and is open before', () => {
    expect(pain(before(8, 8, 8))).toMatchObject({ kind: 'non-responder', reason: 'missing' })
    expect(pain(before(8, 8, 8), { today: addDays(dayZero, 35) })).toMatchObject({ kind: 'not yet', until: addDays(dayZero, 35) })
    expect(pain([...before(8, 8, 8), day(21, 1)], { today: addDays(dayZero, 22) }).kind).toBe('not yet')
    expect(pain([...before(8, 8, 8), day(28, 1)], { today: addDays(dayZero, 28) }).kind).toBe('responder')
    expect(pain(before(8, 8, 8), { dayZero: null })).toMatchObject({ kind: 'not yet', until: null })
  })

  test.each<[string, Partial<PainCourse>]>([
    ['rescue infusion', { rescueInfusions: [addDays(dayZero, 20)] }],
    ['new procedure', { newProcedures: [addDays(dayZero, 28)] }],
    ['opioids up', { opioids: 'up' }],
  ])('relief with a %s is not counted as a response', (reason, more) => {
    expect(pain([...before(8, 8, 8), day(28, 2)], more)).toMatchObject({ kind: 'non-responder', reason })
  })

  test('what was done after the answer, or on day 0, does not undo it; opioids that were not recorded are a doubt', () => {
    const later = { rescueInfusions: [addDays(dayZero, 29), dayZero], opioids: 'not up' } as const
    expect(pain([...before(8, 8, 8), day(28, 2)], later).kind).toBe('responder')
    const unknown = pain([...before(8, 8, 8), day(28, 2)], { opioids: 'not recorded' })
    expect(unknown).toMatchObject({ kind: 'responder', read: { doubts: ['one value', 'opioids not recorded'] } })
  })
})

describe('depression: half off the PHQ-9', () => {
  const phq = (scores: DepressionCourse['phq9'], more: Partial<DepressionCourse> = {}) =>
    depressionResponder({ firstSession, dayZero, today: addDays(dayZero, 91), phq9: scores, ...more })

  test('20 before, 10 at day 7 and 9 at day 28: a response of 55 %, no remission', () => {
    const result = phq([{ date: firstSession, value: 20 }, day(7, 10), day(28, 9)])
    expect(result).toMatchObject({ kind: 'responder', isRemission: false, read: { fallPercent: '55', doubts: [] } })
  })

  test('under 5 is remission; exactly half is a response', () => {
    expect(phq([...before(20), day(28, 4)])).toMatchObject({ kind: 'responder', isRemission: true })
    expect(phq([...before(20), day(28, 10)]).kind).toBe('responder')
    expect(phq([...before(20), day(28, 11)])).toMatchObject({ kind: 'non-responder', reason: 'fall too small' })
  })

  test('three scores in the window are not averaged: the nearest counts', () => {
    expect(phq([...before(20), day(22, 20), day(25, 20), day(27, 8)]).read.after).toBe('8')
  })

  test('a baseline under 10 has no answer and says so; unanswered is missing', () => {
    expect(phq([...before(9), day(28, 0)])).toMatchObject({ kind: 'not eligible', reason: 'baseline too low' })
    expect(phq(before(20))).toMatchObject({ kind: 'non-responder', reason: 'missing', isRemission: null })
    expect(phq([{ date: addDays(firstSession, -15), value: 20 }, day(28, 4)])).toMatchObject({ reason: 'no baseline' })
  })
})

describe('the outcomes table', () => {
  const people = (group: string, n: number, responder: Responder): Outcome[] => {
    const tally = { group, kind: responder.kind, reason: 'reason' in responder ? responder.reason : null }
    return [
      { ...tally, people: n - 1 },
      { ...tally, people: 1 },
    ]
  }
  const yes = pain([...before(8, 8, 8), day(28, 2)])
  const no = pain([...before(8, 8, 8), day(28, 8)])
  const missing = pain(before(8, 8, 8))
  const open = pain(before(8, 8, 8), { today: dayZero })
  const mild = pain([...before(2, 2, 2)])

  test('missing counts as no response, and those whose window is open are not counted yet', () => {
    const { rows } = outcomesTable([
      ...people('CRPS', 29, yes),
      ...people('CRPS', 22, no),
      ...people('CRPS', 10, missing),
      ...people('CRPS', 4, open),
      ...people('CRPS', 2, mild),
    ])
    expect(rows[0]).toMatchObject({
      kind: 'shown',
      counts: {
        treated: 67,
        counted: 61,
        withData: 51,
        responders: 29,
        missing: 10,
        notYet: 4,
        notEligible: 2,
        ofCounted: { share: 29 / 61 },
        ofAnswered: { share: 29 / 51 },
      },
    })
  })

  test('a group under 11 is named and in no total, so that no subtraction finds it', () => {
    const { rows, total } = outcomesTable([...people('CRPS', 11, yes), ...people('Back', 12, no), ...people('Cord', 10, yes)])
    expect(rows.map(({ group, kind }) => [group, kind])).toEqual([
      ['CRPS', 'shown'],
      ['Back', 'shown'],
      ['Cord', 'too few'],
    ])
    expect(total).toMatchObject({ treated: 23, responders: 11 })
    expect(Object.keys(rows[2] ?? {})).toEqual(['kind', 'group'])
  })

  test('with every group under 11 there is no total at all', () => {
    expect(outcomesTable([...people('a', 10, yes), ...people('b', 10, no)]).total).toBeNull()
    expect(outcomesTable([...people('a', 10, yes), ...people('a', 5, open)]).total).toBeNull()
  })
})
