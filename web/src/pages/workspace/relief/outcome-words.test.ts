import { expect, test } from 'vitest'
import { sayChange } from './outcome-words.ts'

test.each([
  ['42.9', 'down 42.9 %'],
  ['-14.3', 'up 14.3 %'],
  ['0', 'down 0 %'],
])('a fall of %s percent is said in words, never with a minus', (fall, said) => {
  expect(sayChange(fall).replaceAll(/[\s\u2005\u2060]+/g, ' ')).toBe(said)
})
