import { readFileSync } from 'node:fs'
import { at } from '../place.mjs'
import { messageTexts } from './messages.mjs'
import { textsIn } from './texts.mjs'

const page = 'docs/glossary.md'

/** The words that the glossary refuses, each with what is said instead: the rows under its second heading. */
export function refusedWords(text = readFileSync(at(page), 'utf8')) {
  const [, table = ''] = text.split(/^## Words we do not use$/m)
  return [...table.matchAll(/^\| ([^|]+) \| ([^|]+) \|/gm)]
    .filter(([, word]) => word.trim() !== 'Not' && !/^-+$/.test(word.trim()))
    .map(([, word, instead]) => ({ word: word.trim(), instead: instead.trim() }))
}

/** A refused word as a whole word, in any case; a star at its end stands for any ending. */
const patternOf = (word) =>
  new RegExp(
    `(?<![\\w-])${word.replace(/[*]$/, '').replaceAll(/[.?+^$()[\]{}|\\]/g, '\\$&')}${word.endsWith('*') ? '\\w*' : ''}(?![\\w-])`,
    'i',
  )

/** Why a text may not be shown: the refused words in it. */
export const refusedIn = (text, refused) =>
  refused.filter(({ pattern }) => pattern.test(text)).map(({ word, instead }) => `“${word}” is not used: ${instead}`)

/**
 * Texts on screens, in letters and in print that the glossary refuses, with their places.
 * @param {Iterable<{ file: string, line: number, text: string }>} texts
 */
export function glossary(texts = [...textsIn(), ...messageTexts()]) {
  const refused = refusedWords().map((row) => ({ ...row, pattern: patternOf(row.word) }))
  return [...texts].flatMap(({ file, line, text }) =>
    refusedIn(text, refused).map((why) => `${file}:${line} ${why}: ${text.trim().slice(0, 90)}`),
  )
}
