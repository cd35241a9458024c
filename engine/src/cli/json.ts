import { refuse } from '../fault.ts'
import type { Arguments } from './arguments.ts'
import { read } from './streams.ts'

/** The case in the file named, or on standard input. */
export function readCase(files: readonly string[]): unknown {
  refuse(files.length > 1 ? [{ input: 'files', value: files.join(' '), expected: 'one file, or none for standard input' }] : [])
  const text = read(files[0])
  const from = files[0] === undefined || files[0] === '-' ? 'standard input' : files[0]
  if (text.trim() === '') refuse([{ input: 'case', value: text, expected: `JSON; ${from} is empty` }])
  try {
    return JSON.parse(text)
  } catch (error) {
    const where = error instanceof SyntaxError ? error.message : 'it cannot be read'
    refuse([{ input: 'case', value: text.slice(0, 40), expected: `JSON from ${from}; ${where}` }])
  }
}

/** A case with what flags say in place of its own fields; what is no number stays as it is, to be refused with its name. */
export function flagsInto(
  value: unknown,
  { values }: Arguments,
  numbers: readonly string[],
  words: readonly string[] = [],
  renamed: Readonly<Record<string, string>> = {},
): unknown {
  const flags = [...numbers, ...words, ...Object.keys(renamed)].filter((name) => values.has(name))
  const given = flags.map((name) => {
    const word = values.get(name) ?? ''
    return [renamed[name] ?? name, words.includes(name) ? word : asNumber(word)]
  })
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject && given.length > 0 ? { ...value, ...Object.fromEntries(given) } : value
}

const plainNumber = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i

/** A word as the number it says in decimal digits, or as it is: a hexadecimal is no number that anybody means here. */
export const asNumber = (word: string): number | string =>
  plainNumber.test(word.trim()) && Number.isFinite(Number(word)) ? Number(word) : word
