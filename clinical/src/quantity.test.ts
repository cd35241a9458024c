import { expect, test } from 'vitest'
import { duration, quantity } from './quantity.ts'

const shown = (text: string) => text.replaceAll('\u2060\u2005\u2060', '~')

test('a number and its unit are held together by a space that never breaks', () => {
  expect(quantity(35, 'mg')).toBe('35\u2060\u2005\u2060mg')
})

test.each([
  ['.5', '0.5~mL'],
  ['-.5', '-0.5~mL'],
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
