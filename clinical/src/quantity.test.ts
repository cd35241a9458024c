import { expect, test } from 'vitest'
import { duration, figure, quantity, unitWord, withSign } from './quantity.ts'

const shown = (text: string) => text.replaceAll('\u2060\u2005\u2060', '~')

test('a number and its unit are held together by a space that never breaks', () => {
  expect(quantity(35, 'mg')).toBe('35\u2060\u2005\u2060mg')
})

test.each([
  ['.5', '0.5~mL'],
  ['-.5', '−0.5~mL'],
  ['4.0', '4~mL'],
  ['1500', '1,500~mL'],
  ['-0.0', '0~mL'],
  ['0.70', '0.7~mL'],
  ['25.0', '25~mL'],
  ['100', '100~mL'],
  ['0.0', '0~mL'],
])('%s loses its trailing zeros and never its leading one', (value, expected) => {
  expect(shown(quantity(value, 'mL'))).toBe(expected)
})

test.each([
  [0, '0~min'],
  [45, '45~min'],
  [80, '1~h 20~min'],
  [240, '4~h'],
  [59.6, '1~h'],
])('%d minutes read as people say them', (minutes, expected) => {
  expect(shown(duration(minutes))).toBe(expected)
})

test.each([
  ['10', 'U', '10~units'],
  ['10', 'IU', '10~units'],
  ['1', 'U', '1~unit'],
  ['1000', 'U/mL', '1,000~units/mL'],
  ['50', 'µg', '50~mcg'],
  ['0.5', 'mcg/kg', '0.5~mcg/kg'],
  ['4.0', 'mg', '4~mg'],
])('%s %s is written out, so that nobody reads a zero for a letter', (value, unit, expected) => {
  expect(shown(quantity(value, unit))).toBe(expected)
  expect(shown(quantity(value, unit))).toContain(unitWord(unit, value))
})

test.each([
  [-5, '−5'],
  [-1, '−1'],
  [0, '0'],
  [4, '+4'],
])('a sedation of %d is written %s, with a true minus', (value, expected) => {
  expect(withSign(value)).toBe(expected)
})

test('a figure keeps every digit of an exact decimal, and next to nothing keeps its size', () => {
  expect(figure('12345678901234567890.1200')).toBe('12,345,678,901,234,567,890.12')
  expect(figure(8.04e-10)).toBe('0.000000000804')
  expect(figure(1.5e21)).toBe('1,500,000,000,000,000,000,000')
})
