import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOneSlip, readSearch } from './search-text.ts'

const born = (text: string) =>
  readSearch(text).tokens.flatMap((token) => token.flatMap((each) => (each.kind === 'born' ? [each.text] : [])))
const phones = (text: string) =>
  readSearch(text).tokens.flatMap((token) => token.flatMap((each) => (each.kind === 'phone' ? [each.text] : [])))
const names = (text: string) =>
  readSearch(text).tokens.flatMap((token) => token.flatMap((each) => (each.kind === 'name' ? [each.text] : [])))

describe('a birth date is read in every usual form, and said', () => {
  test.each([
    ['11/23/1992', '1992-11-23', 'born November 23, 1992'],
    ['1/2/1992', '1992-01-02', 'born January 2, 1992'],
    ['23/11/1992', '1992-11-23', 'born November 23, 1992'],
    ['11-23-1992', '1992-11-23', 'born November 23, 1992'],
    ['Nov 23 1992', '1992-11-23', 'born November 23, 1992'],
    ['november 23rd, 1992', '1992-11-23', 'born November 23, 1992'],
    ['23 Nov 1992', '1992-11-23', 'born November 23, 1992'],
    ['1992-11-23', '1992-11-23', 'born November 23, 1992'],
    ['Nov 1992', '1992-11', 'born November 1992'],
    ['11/1992', '1992-11', 'born November 1992'],
  ])('%s', (text, day, words) => {
    expect(born(text)).toEqual([day])
    expect(readSearch(text).readAs).toBe(words)
    expect([...phones(text), ...names(text)]).toEqual([])
  })

  test('1992 is a year or the figures of a phone, and says so', () => {
    expect(readSearch('1992')).toEqual({
      tokens: [
        [
          { kind: 'phone', text: '1992' },
          { kind: 'born', text: '1992' },
        ],
      ],
      readAs: 'born 1992, or a phone with these figures',
    })
  })

  test('two figures of a year are both centuries', () => {
    expect(born('11/23/15')).toEqual(['1915-11-23', '2015-11-23'])
  })

  test('what is no day is not made one', () => {
    expect(born('13/32/1992')).toEqual(['1992'])
    expect(readSearch('13/32/1992').readAs).toBe('born 1992, or a phone with these figures')
    expect(born('Feb 30 1992')).not.toContain('1992-02-30')
    expect(born('2/29/1991')).toEqual(['1991'])
    expect(born('2/29/1992')).toEqual(['1992-02-29'])
  })
})

describe('a phone is read as it is dialed', () => {
  test.each(['+1 540 555 0142', '(540) 555-0142', '540.555.0142', '15405550142', '+15405550142', '5405550142'])('%s', (text) => {
    expect(phones(text)).toEqual(['5405550142'])
  })
  test('a part of it is enough, two figures are not', () => {
    expect(phones('555-0142')).toEqual(['5550142'])
    expect(phones('54')).toEqual([])
  })
})

test('names come in any order and with any spaces, beside a date or a phone', () => {
  expect(names('Reed,  Anna ')).toEqual(['Reed', 'Anna'])
  expect(names('O’Brien 11/23/1992')).toEqual(['O’Brien'])
  expect(readSearch('anna 540 555 0142 anna@example.org').tokens).toHaveLength(3)
})

test('nothing that is typed breaks the reading, and nothing is looked for where nothing was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => readSearch(text).tokens.every((t) => t.length > 0)),
  )
  expect(readSearch('  ,;  ').tokens).toEqual([])
})

describe('one slip', () => {
  test.each([
    ['hazel', 'hazel', true],
    ['hazel', 'hazl', true],
    ['hazel', 'hazeel', true],
    ['hazel', 'hasel', true],
    ['hazel', 'hzael', true],
    ['hazel', 'hzale', false],
    ['hazel', 'haz', false],
    ['sorrel', 'sorel', true],
    ['', 'a', true],
    ['ab', 'ba', true],
    ['abc', 'cba', false],
  ])('%s and %s: %s', (a, b, is) => {
    expect(isOneSlip(a, b)).toBe(is)
    expect(isOneSlip(b, a)).toBe(is)
  })
})
