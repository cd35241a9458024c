import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const marks = ['<!-- measured -->', '<!-- end of what was measured -->'] as const
const said: string[] = []

/** What the bench has found: printed, and kept for the page. */
export function say(words: string): void {
  said.push(words)
  console.log(words)
}

/** What the bench is doing. */
export const tell = (words: string): void => {
  process.stderr.write(`${words}\n`)
}

/** Puts what was said where the page on speed keeps it. */
export function writePage(): void {
  const path = resolve(import.meta.dirname, '../../docs/science/speed.md')
  const [before, rest = ''] = readFileSync(path, 'utf8').split(marks[0])
  writeFileSync(path, `${before}${marks[0]}\n\n${said.join('\n').trim()}\n\n${marks[1]}${rest.split(marks[1])[1] ?? ''}`)
  tell('wrote docs/science/speed.md')
}
