import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { gradeOf } from '../chart/reading-grade.ts'
import { consents } from '../definitions.ts'
import { allDefinitionTexts } from './all-definition-texts.ts'
import * as book from './book.generated.ts'
import { definitionTexts } from './definition-texts.generated.ts'
import { consentIn } from './definition-words.ts'
import * as home from './home.generated.ts'
import { locales } from './locales.generated.ts'
import { pseudoReader } from './pseudo.ts'
import { readerOf } from './reader.ts'
import * as times from './times.generated.ts'
import { clockWords, letterTime, spanWords } from './when.ts'

const to = readerOf('en')
const folder = `${import.meta.dirname}/../../messages/en`
// The names of states are no sentences.
const isMessages = (file: string) => !['language.json', 'definitions.json', 'states.json'].includes(file)
const areas = readdirSync(folder)
  .filter(isMessages)
  .map((file) => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))] as const)

describe('a message', () => {
  test('is said with its values', () => {
    expect(book.title(to, { minutes: 15 })).toBe('Book a free 15-minute call')
    expect(times.free(to, { count: 1200 })).toBe('1,200 free')
  })

  test('has its parts marked by whoever shows it', () => {
    const parts = home.picture(to, { count: 7, b: (inside: readonly string[]) => `*${inside.join('')}*` })
    expect(parts.join('')).toContain('*The seven flat lines are people who got none.*')
  })

  test.each(areas)('of %s reads at grade eight or below', (_, messages: Record<string, string>) => {
    const sentences = Object.values(messages)
      .flatMap((text) => text.replaceAll(/\{\w+, (select|plural),|<\/?\w+>|[{}]|=\d/g, ' ').split(/(?<=[.?!])\s/))
      .filter((text) => /\w+ \w+ \w+/.test(text))
      .map((text) => (/[.?!]$/.test(text.trim()) ? text : `${text}.`))
    if (sentences.length > 0) expect(gradeOf(sentences.join(' '))).toBeLessThanOrEqual(8)
  })
})

describe('a time is said', () => {
  const at = '2026-11-24T15:15:00Z'
  test('in its zone, by day and clock', () => {
    expect(clockWords(to, at, 'America/New_York')).toBe('10:15 am')
    expect(letterTime(to, at, 'America/New_York')).toBe('Tuesday, November 24 at 10:15 AM ET')
  })

  test.each([
    ['2026-11-24T15:30:00Z', 'Tuesday, November 24, 10:15 to 10:30 am Eastern'],
    ['2026-11-24T17:15:00Z', 'Tuesday, November 24, 10:15 am to 12:15 pm Eastern'],
  ])('from then to %s', (end, words) => {
    expect(spanWords(to, { start: at, end }, 'America/New_York')).toBe(words)
  })
})

describe('English made strange', () => {
  test('is two fifths longer, between marks, and leaves what it was given', () => {
    const said = book.summary(pseudoReader, { state: 'Virginia' })
    expect(said).toMatch(/^⟦.*Virginia.*⟧$/)
    expect(said.length).toBeGreaterThanOrEqual(book.summary(to, { state: 'Virginia' }).length * 1.4 - 8)
    expect(said).not.toContain('Booked')
  })

  test('keeps the clinic’s own numbers in a consent', () => {
    const [text] = consents
    expect(JSON.stringify(text && consentIn(pseudoReader, text))).toContain('{afterHours}')
  })
})

test('every language says every text of every definition that a patient reads', () => {
  const wanted = Object.keys(allDefinitionTexts())
  expect(wanted.length).toBeGreaterThan(80)
  for (const locale of locales.slice(1)) expect(Object.keys(definitionTexts[locale] ?? {}).sort()).toEqual(wanted.sort())
})
