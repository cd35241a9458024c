import { expect, test } from 'vitest'
import { asked, askedAs, faultSaid } from './asked.ts'
import { faultWords, sayFault } from './fault-words.ts'
import { asWritten, say } from './said.ts'

test('a shape’s fault comes through zod’s message as it went in', () => {
  expect(faultSaid(asked('at-most-characters', { most: 40 }))).toEqual({ code: 'at-most-characters', params: { most: 40 } })
  const swapped = { code: 'pressure-swapped', params: { systolic: 80, diastolic: 140 } } as const
  expect(faultSaid(askedAs(swapped))).toEqual(swapped)
  expect(sayFault(faultSaid(asked('at-most-characters', { most: 40 })))).toBe('at most 40 characters')
})

test('a sentence that was kept before sentences were data is shown as it stands', () => {
  for (const text of ['SpO₂ 7%? Check the monitor again.', '{"no": "code"}', 'null', '"quoted"', '']) {
    expect(faultSaid(text)).toEqual(asWritten(text))
    expect(sayFault(faultSaid(text))).toBe(text)
  }
})

test('a code that nobody here knows is words all the same', () => {
  expect(say(faultWords, { code: 'from-a-newer-server', params: { mg: 4 } })).toBe('from a newer server')
  expect(say(faultWords, { code: 'from-a-newer-server', params: { text: 'Its own words' } })).toBe('Its own words')
  expect(say(faultWords, { code: 'constructor' })).toBe('constructor')
})

test('no two codes say the same words', () => {
  const texts = Object.entries(faultWords).flatMap(([code, words]) => (typeof words === 'string' ? [[words, code] as const] : []))
  const twice = [...Map.groupBy(texts, ([text]) => text)].filter(([, all]) => all.length > 1)
  expect(twice).toEqual([])
})
