import { type Fault, refuse } from '../fault.ts'

/** What was written behind the command: flags with a value, flags alone, and files. */
export type Arguments = { files: string[]; on: ReadonlySet<string>; values: ReadonlyMap<string, string> }

/** Reads the words behind a command; every one that is not known is a fault. */
export function readArguments(words: readonly string[], alone: readonly string[], withValue: readonly string[]): Arguments {
  const found = { files: [] as string[], on: new Set<string>(), values: new Map<string, string>() }
  const faults: Fault[] = []
  for (let i = 0; i < words.length; i++) {
    const [word, joined] = split(words[i] === '-h' ? '--help' : words[i])
    const name = word.slice(2)
    if (!word.startsWith('--')) found.files.push(words[i])
    else if (alone.includes(name) && joined === undefined) found.on.add(name)
    else if (withValue.includes(name)) {
      const value = joined ?? words[i + 1]
      if (joined === undefined) i++
      faults.push(...valueFaults(word, value, joined === undefined, found.values.has(name)))
      if (value !== undefined) found.values.set(name, value)
    } else faults.push(unknown(words[i], [...alone, ...withValue]))
  }
  refuse(faults)
  return found
}

function valueFaults(input: string, value: string | undefined, isApart: boolean, isAgain: boolean): Fault[] {
  if (value === undefined || (isApart && value.startsWith('--'))) return [{ input, value, expected: 'a value behind it' }]
  return isAgain ? [{ input, value, expected: 'no more than once' }] : []
}

const unknown = (input: string, known: readonly string[]): Fault => ({
  input,
  value: 'no flag known here',
  expected: `one of ${known.map((name) => `--${name}`).join(' ')}`,
})

const split = (word: string): [string, string | undefined] => {
  const sign = word.startsWith('--') ? word.indexOf('=') : -1
  return sign < 0 ? [word, undefined] : [word.slice(0, sign), word.slice(sign + 1)]
}
