import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { locales, readerOf } from '../words/index.ts'
import { drawArticle, minutesToRead, wordsOf } from './draw-article.ts'
import { judgeArticle } from './judge-article.ts'
import { readArticle } from './read-article.ts'
import { readingOf } from './readability.ts'

const folder = `${import.meta.dirname}/../../articles`
const day = '2026-11-30'
const languages = locales.filter((locale) => readdirSync(folder).includes(locale))
const settings = { 'clinic.name': 'Blue Ridge', 'clinic.phone': '540', 'clinic.afterHours': '541', 'clinic.address': 'Road' }
const shelf = languages.flatMap((locale) =>
  readdirSync(`${folder}/${locale}`).map((file) => {
    const text = readFileSync(`${folder}/${locale}/${file}`, 'utf8')
    const { head, ...read } = readArticle(text)
    const drawn = drawArticle(read.blocks, { reader: readerOf(locale), day, settings })
    return { name: `${locale}/${file}`, file, locale, head, text: text.slice(text.indexOf('---', 4) + 4), ...read, drawn }
  }),
)

const sentencesIn = (texts: readonly string[]) => texts.map((text) => (/[.?!:,]$/.test(text) ? text : `${text}.`)).join(' ')

describe.each(shelf.map((article) => [article.name, article] as const))('%s', (_, article) => {
  const { head, locale, text, drawn } = article

  test('gives no number without a source, and no promise', () => {
    expect(judgeArticle({ title: head.title, summary: head.summary, body: text }, locale, day).faults).toEqual([])
  })

  test('is read by whoever has had eight years of school', () => {
    const { value, isPlain } = readingOf(sentencesIn([head.title, head.summary, ...wordsOf(drawn)]), locale)
    expect([value, isPlain]).toEqual([value, true])
  })

  test('names every source it uses, and none that it does not', () => {
    const used = new Set([...drawn.flatMap(({ sources }) => sources)])
    expect([...used].sort()).toEqual([...head.sources].sort())
  })

  test('ends with the call, and not with a promise', () => {
    expect(wordsOf(drawn).slice(-2).join(' ')).toMatch(/call|llamada/)
  })

  test('says of ketamine that it is not approved for this', () => {
    expect(head.sources).toContain('not-fda-approved')
    expect(JSON.stringify(drawn)).toContain('"id":"not-fda-approved"')
  })

  test('does not name the share that had relief without the share on placebo', () => {
    const words = text.includes('relief-two-thirds.relief}')
    if (words) expect(text).toContain('relief-two-thirds.placebo}')
  })
})

test('every language has every article, with the same claims, figures and drawings in it', () => {
  const partsOf = (text: string) => text.match(/\{[^}]+\}/g)?.sort()
  const [first, ...others] = languages
  const named = (locale: string | undefined) =>
    Object.fromEntries(shelf.filter((each) => each.locale === locale).map(({ file, text }) => [file, partsOf(text)]))
  expect(Object.keys(named(first)).length).toBeGreaterThanOrEqual(9)
  for (const locale of others) expect(named(locale)).toEqual(named(first))
})

test('the article on pain takes from seven to twelve minutes', () => {
  for (const { drawn } of shelf.filter(({ file }) => file === 'how-ketamine-works-on-pain.md')) {
    expect(minutesToRead(drawn)).toBeGreaterThanOrEqual(7)
    expect(minutesToRead(drawn)).toBeLessThanOrEqual(12)
  }
})
