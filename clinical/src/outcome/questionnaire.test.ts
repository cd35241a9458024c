import { describe, expect, test } from 'vitest'
import { nrs11, phq9, safety, sideEffects } from '../questionnaires/index.ts'
import { phq9TotalShape } from './phq-9-total.ts'
import { band, itemAnswersShape, score, scoreRange } from './questionnaire.ts'

describe('bands', () => {
  test.each([
    [0, 'minimal'],
    [4, 'minimal'],
    [5, 'mild'],
    [9, 'mild'],
    [10, 'moderate'],
    [14, 'moderate'],
    [15, 'moderately severe'],
    [19, 'moderately severe'],
    [20, 'severe'],
    [27, 'severe'],
  ])('a PHQ-9 of %i is %s', (total, name) => expect(band(phq9, total)).toBe(name))

  test('without a score there is no band', () => expect(band(phq9, null)).toBeNull())
})

describe('answers', () => {
  test('every fault is told at once', () => {
    const { error } = itemAnswersShape(nrs11).safeParse({ now: 11, average: 4.5, worst: '3', other: 1 })
    const fields = new Set(
      error?.issues.flatMap(({ path, ...issue }) => (path.length > 0 ? path : 'keys' in issue ? issue.keys : [])),
    )
    expect(fields).toEqual(new Set(['now', 'average', 'worst', 'other']))
  })

  test('an item left out is missing, and missing pain is no score', () => {
    expect(itemAnswersShape(nrs11).safeParse({ now: 3, average: null }).success).toBe(true)
    expect(score(nrs11, { now: 3, average: null })).toBeNull()
  })

  test('no side effect is an answer, an empty list is not, and none stands alone', () => {
    const shape = itemAnswersShape(sideEffects)
    expect(shape.safeParse({ effects: ['none'] }).success).toBe(true)
    expect(shape.safeParse({ effects: [] }).success).toBe(false)
    expect(shape.safeParse({ effects: ['none', 'nausea'] }).success).toBe(false)
    expect(shape.safeParse({ effects: ['nausea', 'nausea'] }).success).toBe(false)
  })

  test('the safety question takes its three answers only', () => {
    for (const answer of ['no', 'yes', 'rather-not-say'])
      expect(itemAnswersShape(safety).safeParse({ safety: answer }).success).toBe(true)
    expect(itemAnswersShape(safety).safeParse({ safety: 'maybe' }).success).toBe(false)
  })

  test('a PHQ-9 goes from 0 to 27', () => expect(scoreRange(phq9)).toEqual({ least: 0, most: 27 }))
})

describe('a PHQ-9 entered as a total', () => {
  test.each([
    [{ total: 0, item9: 0 }, true],
    [{ total: 27, item9: 3 }, true],
    [{ total: 24, item9: 0 }, true],
    [{ total: 25, item9: 0 }, false],
    [{ total: 2, item9: 3 }, false],
    [{ total: 28, item9: 3 }, false],
    [{ total: -1, item9: 0 }, false],
    [{ total: 10, item9: 4 }, false],
    [{ total: 10.5, item9: 0 }, false],
    [{ total: 10 }, false],
  ])('%o: %s', (entered, isPossible) => expect(phq9TotalShape.safeParse(entered).success).toBe(isPossible))
})
