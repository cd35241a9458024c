import { describe, expect, test } from 'vitest'
import { faultSaid } from '../words/asked.ts'
import { sayFault } from '../words/fault-words.ts'
import { emailShape } from './email.ts'
import { callable, phoneShape, sayPhone } from './phone.ts'
import { personName, wordsOf } from './text.ts'

const fault = (
  shape: { safeParse: (sent: unknown) => { error?: { issues: readonly { message: string }[] } | undefined } },
  sent: unknown,
) => shape.safeParse(sent).error?.issues.map(({ message }) => sayFault(faultSaid(message)))

test.each([
  ['+15405550142', '(540) 555-0142'],
  ['+15405550142;ext=12', '(540) 555-0142 ext. 12'],
  ['540-555-0100', '(540) 555-0100'],
  ['+442079460123', '+44 20 7946 0123'],
  ['call-me-maybe', 'call-me-maybe'],
])('a number that is kept as %s is shown as %s', (kept, shown) => expect(sayPhone(kept)).toBe(shown))

describe('a phone number', () => {
  test.each(['(540) 555-0142', '540-555-0142', '+1 540 555 0142', '540.555.0142', ' 5405550142 '])('%s can be called', (typed) =>
    expect(callable(typed)).toBe('+15405550142'),
  )
  test('keeps its extension', () => expect(callable('540 555 0142 x12')).toBe('+15405550142;ext=12'))
  test('is read again as it was stored', () => expect(callable('+15405550142;ext=12')).toBe('+15405550142;ext=12'))
  test.each(['call-me-maybe', '555-0142', '', '123', '911', 'his sister'])('“%s” is a note', (typed) => {
    expect(fault(phoneShape('staff'), typed)?.[0]).toContain('belongs in a note')
    expect(fault(phoneShape('public'), typed)).toEqual(['Please give a phone number with its area code, such as (540) 555-0142.'])
  })
})

describe('an email address', () => {
  test.each([
    'ana@example.org',
    "o'hara+pain@example.org",
    '#!$%&*/=?^_`{|}~-@example.org',
    'ana@bücher.example',
    'ana@例え.テスト',
    'ana@xn--bcher-kva.example',
    'a.b@sub.example.co.uk',
  ])('%s is taken', (typed) => expect(emailShape('public').parse(typed)).toBe(typed))
  test('keeps what stands before the @ and writes the domain small', () =>
    expect(emailShape('staff').parse(' Ana@Example.ORG ')).toBe('Ana@example.org'))
  test.each([
    'ana@',
    '@example.org',
    'ana',
    'a..b@example.org',
    '.a@example.org',
    'ana@localhost',
    'ana@1.2.3.4',
    'a b@example.org',
  ])('%s is refused', (typed) => expect(fault(emailShape('staff'), typed)).toEqual(['an email address, like name@example.org']))
  test.each(['ana@exa\nmple.org', 'ana\r\nBcc: x@example.org', 'ana@example.org/x', 'ana@[1.2.3.4]', 'ana@-x.org'])(
    'what could break a letter is refused: %j',
    (typed) => expect(emailShape('staff').safeParse(typed).success).toBe(false),
  )
  test('letters we cannot send to yet get a kind word', () =>
    expect(fault(emailShape('public'), 'josé@example.org')?.[0]).toContain('Is there another address'))
})

test('a name is one line and holds a letter', () => {
  expect(personName('staff').parse(' Zoë O’Hara ')).toBe('Zoë O’Hara')
  for (const typed of ['', '  ', '123', 'Ana\nReed', 'Ana\u0000', '\u202eanA', 'a\u001b[31m'])
    expect(personName('staff').safeParse(typed).success).toBe(false)
})

test('words keep their lines and no control characters', () => {
  const words = wordsOf({ expected: 'some words', most: 10 })
  expect(words.parse('a\nb')).toBe('a\nb')
  expect(fault(words, 'a\u0007')).toEqual(['text without control characters'])
  expect(fault(words, 'x'.repeat(11))).toEqual(['at most 10 characters'])
})
