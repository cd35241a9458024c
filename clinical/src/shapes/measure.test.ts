import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sayFault } from '../words/fault-words.ts'
import { figureFaults } from '../words/faults-measured.ts'
import { readFigure } from './figure.ts'
import { readMeasure } from './measure.ts'
import { amountMeasures, measures } from './measures.ts'

const { weightKg, heightCm, temperatureC, systolic, pulse, sedation } = measures
/** The reading, with the words of what is wrong. */
const of = (text: string, measure: Parameters<typeof readMeasure>[0] = weightKg) => {
  const read = readMeasure(measure, text)
  return 'wrong' in read ? { wrong: sayFault(read.wrong) } : read
}

describe('a comma', () => {
  test.each([
    ['72,5', '72.5'],
    ['72,50', '72.5'],
    ['  72,5 kg ', '72.5'],
  ])('%s is a decimal point with one or two digits behind it, and is shown back', (typed, kg) =>
    expect(of(typed)).toEqual({ value: kg, shownBack: `${kg} kg` }),
  )

  test.each(['1,234', '1,234.5', '1.234,5', '72,', ',5', '7,2,5', '1,2345', '100,000'])('%s is refused in words', (typed) => {
    const read = of(typed, amountMeasures.mg)
    expect(read).toHaveProperty('wrong')
    expect(JSON.stringify(read)).toContain(typed)
  })

  test('a comma before three digits says which two numbers it could be', () =>
    expect(of('1,234', amountMeasures.mg)).toEqual({
      wrong:
        '“1,234” could be read two ways: write it without a comma between thousands. We need an amount, from 0 to 99999 mg, like 0.84',
    }))
})

describe('units typed with the number', () => {
  test.each([
    ['154 lb', '69.9', '154 lb = 69.9 kg'],
    ['154lbs', '69.9', '154lbs = 69.9 kg'],
    ['154,5 lb', '70.1', '154,5 lb = 70.1 kg'],
    ['11 st', '69.9', '11 st = 69.9 kg'],
    ['11 st 4 lb', '71.7', '11 st 4 lb = 71.7 kg'],
    ['11st 4', '71.7', '11st 4 = 71.7 kg'],
    ['72500 g', '72.5', '72500 g = 72.5 kg'],
    ['72.5 kg', '72.5', null],
  ])('a weight of %s is %s kg', (typed, value, shownBack) => expect(of(typed)).toEqual({ value, shownBack }))

  test.each([
    ['67 in', '170.2', '67 in = 170.2 cm'],
    ['5\'7"', '170.2', '5\'7" = 170.2 cm'],
    ['5 ft 7 in', '170.2', '5 ft 7 in = 170.2 cm'],
    ['5’ 7', '170.2', '5’ 7 = 170.2 cm'],
    ['1.7 m', '170', '1.7 m = 170 cm'],
    ['1,7 m', '170', '1,7 m = 170 cm'],
  ])('a height of %s is %s cm', (typed, value, shownBack) => expect(of(typed, heightCm)).toEqual({ value, shownBack }))

  test.each([
    ['98.6 °F', '37', '98.6 °F = 37 °C'],
    ['98.6F', '37', '98.6F = 37 °C'],
    ['36.8', '36.8', null],
  ])('a temperature of %s', (typed, value, shownBack) => expect(of(typed, temperatureC)).toEqual({ value, shownBack }))

  test('degrees that can only be Fahrenheit are refused, not guessed', () =>
    expect(of('98.6', temperatureC)).toHaveProperty('wrong'))
  test('a unit of something else is refused in words', () => {
    expect(of('72.5 cm')).toHaveProperty('wrong')
    expect(of('128/78', systolic)).toHaveProperty('wrong')
    expect(of('5 mcg', amountMeasures.mg)).toHaveProperty('wrong')
    expect(of('11 st 15 lb')).toHaveProperty('wrong')
    expect(of('5\'13"', heightCm)).toHaveProperty('wrong')
  })
})

describe('what cannot be', () => {
  test.each([
    '1400',
    '120.5',
    '-120',
    '−120',
    '0x5c',
    '1e2',
    '.5',
    '5.',
    '',
    ' ',
    '７２',
    '12 0',
    'abc',
    'NaN',
    'Infinity',
    '--5',
  ])('a pressure of “%s” is refused and never becomes another number', (typed) =>
    expect(of(typed, systolic)).toHaveProperty('wrong'),
  )

  test('a whole number says so', () =>
    expect(of('120.5', systolic)).toEqual({ wrong: '“120.5” is finer than we keep: whole numbers only' }))
  test('what is too much says what can be', () =>
    expect(of('1400', pulse)).toEqual({ wrong: '“1400” cannot be a pulse: a whole number from 0 to 300 /min' }))
  test('a minus is read where a scale goes below zero', () => {
    expect(of('-1', sedation)).toEqual({ value: '-1', shownBack: null })
    expect(of('−5', sedation)).toEqual({ value: '-5', shownBack: null })
    expect(of('−6', sedation)).toHaveProperty('wrong')
  })
})

describe('a figure', () => {
  const tenths = fc.integer({ min: 0, max: 999_999 })
  test('is read to the last digit, with point or comma', () =>
    fc.assert(
      fc.property(tenths, (n) => {
        const text = `${Math.floor(n / 10)}.${n % 10}`
        for (const typed of [text, text.replace('.', ',')]) {
          const read = readFigure(typed)
          expect('value' in read && read.value.toFixed(1)).toBe(text)
        }
      }),
    ))

  test('whatever is typed is either read as those digits or refused in words that quote it', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[-−]?[\d.,]{1,8}$/)), (typed) => {
        const read = readFigure(typed)
        if ('wrong' in read) return figureFaults[read.wrong](typed.trim()).includes(typed.trim())
        const digits = typed
          .trim()
          .replace(/^[-−+]\s*/, '')
          .replace(',', '.')
        return read.value.abs().eq(digits)
      }),
    ))
})
