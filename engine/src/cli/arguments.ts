import { type Fault, refuse } from '../fault.ts'

/** What was written behind the command: flags with a value, flags alone, and files. */
export type Arguments = { files: string[]; on: ReadonlySet<string>; values: ReadonlyMap<string, string> }

/** Reads the words behind a command; every one that is not known is a fault. */
export function readArguments(words: readonly string[], alone: readonly string[], withValue: readonly string[]): Arguments {
  const files: string[] = []
  const on = new Set<string>()
  const values = new Map<string, string>()
  const faults: Fault[] = []
  for (let i = 0; i < words.length; i++) {
    const [word, joined] = split(words[i])
    if (!word.startsWith('--')) files.push(words[i])
    else if (alone.includes(word.slice(2))) on.add(word.slice(2))
    else if (withValue.includes(word.slice(2))) {
      const value = joined ?? words[++i]
      if (value === undefined) faults.push({ input: word, value, expected: 'a value behind it' })
      else values.set(word.slice(2), value)
    } else
      faults.push({
        input: word,
        value: words[i],
        expected: `one of ${[...alone, ...withValue].map((name) => `--${name}`).join(' ')}`,
      })
  }
  refuse(faults)
  return { files, on, values }
}

const split = (word: string): [string, string | undefined] => {
  const sign = word.startsWith('--') ? word.indexOf('=') : -1
  return sign < 0 ? [word, undefined] : [word.slice(0, sign), word.slice(sign + 1)]
}
