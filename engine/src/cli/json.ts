import { refuse } from '../fault.ts'
import type { Arguments } from './arguments.ts'
import { read } from './streams.ts'

/** The case in the file named, or on standard input. */
export function readCase(files: readonly string[]): unknown {
  refuse(files.length > 1 ? [{ input: 'files', value: files.join(' '), expected: 'one file, or none for standard input' }] : [])
  const text = read(files[0])
  try {
    return JSON.parse(text)
  } catch (error) {
    const where = error instanceof SyntaxError ? error.message : 'it cannot be read'
    refuse([{ input: 'case', value: text.slice(0, 40), expected: `JSON; ${where}` }])
  }
}

/** A case with what flags say in place of its own fields; what is no number stays as it is, to be refused with its name. */
export function flagsInto(
  value: unknown,
  { values }: Arguments,
  numbers: readonly string[],
  words: readonly string[] = [],
): unknown {
  const given = [...numbers, ...words].flatMap((name) => {
    const word = values.get(name)
    if (word === undefined) return []
    return [[name, numbers.includes(name) && word.trim() !== '' && Number.isFinite(Number(word)) ? Number(word) : word]]
  })
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject && given.length > 0 ? { ...value, ...Object.fromEntries(given) } : value
}
