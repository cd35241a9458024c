import { expect, test } from 'vitest'
import { isSameName } from './same-name.ts'

test.each([
  ['Anna Reed', 'anna reed'],
  ['Anna Reed', 'Reed, Anna'],
  ['Anna Reed', '  Anna   Reed '],
  ['Zoë Núñez', 'Zoe Nunez'],
  ['Zoë Núñez'.normalize('NFC'), 'Zoë Núñez'.normalize('NFD')],
  ['Siobhán O’Brien', "Siobhan O'Brien"],
  ['Siobhán O’Brien', 'siobhan obrien'],
  ['Anne-Marie Strauß', 'Anne Marie Strauss'],
  ['Søren Łukasz', 'Soren Lukasz'],
  ['Dr. Anna Reed', 'Anna Reed'],
  ['J. R. Reed', 'J R Reed'],
  ['Anna Reed', 'An\u00adna Re\u200bed'],
])('%s and %s are one name', (one, other) => {
  expect(isSameName(one, other)).toBe(true)
  expect(isSameName(other, one)).toBe(true)
})

test.each([
  ['Anna Reed', 'Anna Reid'],
  ['Anna Reed', 'Anna'],
  ['Anna Reed', 'Anna Marie Reed'],
  ['Anna Reed', 'A. Thistlewood'],
  ['Anna Reed', ''],
  ['', ''],
  ['’', '-'],
  ['Anna Anna', 'Anna'],
])('%s and %s are not', (one, other) => {
  expect(isSameName(one, other)).toBe(false)
})
