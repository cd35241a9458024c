import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerText, chartKeys, isAnswer, mayEnter, questionsFor } from './chart.ts'
import { answersShape } from './chart-answers.ts'

const fieldsAtFault = (answers: unknown) => {
  const { error } = answersShape.safeParse(answers)
  return error?.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : issue.path)).sort()
}

describe('answers', () => {
  test('may be some, or none', () => {
    expect(answersShape.parse({})).toEqual({})
    const some = { systolic: 128, pregnancy: 'not-sure', weightKg: '72.5', dateOfBirth: '1982-02-28', brainBleed: 'no' }
    expect(answersShape.parse(some)).toEqual(some)
  })

  test('every fault is told at once', () => {
    expect(
      fieldsAtFault({
        systolic: '128',
        diastolic: 78.5,
        phq9Item9: 4,
        weightKg: 72,
        heightCm: '9',
        dateOfBirth: '1982-02-30',
        liver: 'd',
        psychosis: true,
        mania: null,
        painMonths: Number.NaN,
        iq: 100,
      }),
    ).toEqual(
      [
        'diastolic',
        'dateOfBirth',
        'heightCm',
        'iq',
        'liver',
        'mania',
        'painMonths',
        'phq9Item9',
        'psychosis',
        'systolic',
        'weightKg',
      ].sort(),
    )
  })

  test.each([
    ['25', true],
    ['24.9', false],
    ['350', true],
    ['350.1', false],
    ['72.55', false],
    ['72,5', false],
    ['1e2', false],
    [' 72', false],
    ['', false],
  ])('a weight of "%s" kg: %s', (text, isPossible) => expect(isAnswer('weightKg', text)).toBe(isPossible))

  test('whatever is sent is an answer or is refused, and never breaks the door', () => {
    fc.assert(
      fc.property(fc.constantFrom(...chartKeys), fc.anything(), (key, value) => {
        expect(typeof isAnswer(key, value)).toBe('boolean')
      }),
    )
  })
})

describe('the form', () => {
  const keysFor = (indication: 'pain' | 'depression') => questionsFor(indication).map(({ key }) => key)

  test('asks about pain only those who come for pain', () => {
    expect(keysFor('pain')).toContain('painCondition')
    expect(keysFor('depression')).not.toContain('painCondition')
    expect(keysFor('depression')).toContain('systolic')
  })

  test('asks nobody for what our own records say', () => expect(keysFor('pain')).not.toContain('consentVersion'))

  test('takes a weight or a diagnosis from clinicians only', () => {
    for (const key of ['weightKg', 'liver', 'systolic', 'mania', 'cssrsCategory'] as const) {
      expect(mayEnter('patient', key)).toBe(false)
      expect(mayEnter('front desk', key)).toBe(false)
      expect(mayEnter('nurse', key)).toBe(true)
    }
    expect(mayEnter('patient', 'safetyQuestion')).toBe(true)
  })

  test('reads an answer back in its own words, with its unit', () => {
    expect(answerText('systolic', 128)).toBe('128 mmHg')
    expect(answerText('pregnancy', 'not-possible')).toBe('Pregnancy is not possible')
    expect(answerText('brainBleed', 'not-sure')).toBe('not sure')
    expect(answerText('phq9Item9', 1)).toBe('1 point')
    expect(answerText('systolic', 1)).toBe('1 mmHg')
  })
})
