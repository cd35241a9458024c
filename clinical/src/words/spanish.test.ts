import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { easeOf } from '../chart/reading-ease.ts'

const folder = `${import.meta.dirname}/../../messages/es`
const files = readdirSync(folder)
  .filter((file) => file !== 'language.json')
  .map((file) => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Record<string, string>] as const)

const [PLAIN, LONG_ENOUGH] = [65, 25]
/** Where a paper stands, and of whom it speaks: names, not sentences. */
const isName = (key: string) => /\.(source|population)$/.test(key)
const bare = (text: string) => text.replaceAll(/\{\w+, (select|plural),|<\/?\w+>|\{\w+(, number)?\}|[{}]|=\d/g, ' ')
const wordsIn = (text: string) => text.match(/\p{L}+/gu)?.length ?? 0
const texts = files.flatMap(([file, messages]) =>
  Object.entries(messages).flatMap(([key, text]) => (isName(key) ? [] : [{ place: `${file} ${key}`, text: bare(text) }])),
)
const long = texts.filter(({ text }) => wordsIn(text) >= LONG_ENOUGH)

describe('Spanish is plain', () => {
  test('there is enough of it to say so', () => {
    expect([texts.length > 300, long.length > 30]).toEqual([true, true])
  })

  test.each(long)('$place', ({ text }) => {
    expect(easeOf(text)).toBeGreaterThanOrEqual(PLAIN)
  })

  test.each(files)('%s together', (_, messages) => {
    const sentences = Object.entries(messages)
      .filter(([key]) => !isName(key))
      .flatMap(([, text]) => bare(text).split(/(?<=[.?!])\s/))
      .filter((text) => wordsIn(text) >= 3)
      .map((text) => (/[.?!]$/.test(text.trim()) ? text : `${text}.`))
    if (sentences.length > 0) expect(easeOf(sentences.join(' '))).toBeGreaterThanOrEqual(PLAIN)
  })
})

describe('Spanish says usted', () => {
  // A familiar form is a slip, and a reader hears it at once.
  const familiar =
    /(?<!\p{L})(tú|ti|tu|tus|contigo|vosotros|vuestr[oa]s?|os|puedes|tienes|quieres|eres|estás|haz|dinos|llámanos|elige|escribe)(?!\p{L})/iu
  test.each(texts)('$place', ({ text }) => {
    expect(familiar.exec(text)?.[0]).toBeUndefined()
  })
})
