import { refuse } from '../fault.ts'
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
