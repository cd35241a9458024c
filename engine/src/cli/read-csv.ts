import { type Fault, refuse } from '../fault.ts'
import { read } from './streams.ts'

/** The named columns of a comma-separated file, a record to each line; cells are numbers, or text where they are none. */
export function readColumns(file: string, names: readonly string[]): Record<string, number | string>[] {
  const [head = '', ...lines] = read(file)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const titles = head.split(',').map((title) => title.trim())
  refuse(missing(file, titles, names))
  return lines.map((line) => {
    const cells = line.split(',').map((cell) => cell.trim())
    return Object.fromEntries(names.map((name) => [name, numeric(cells[titles.indexOf(name)] ?? '')]))
  })
}

const missing = (file: string, titles: readonly string[], names: readonly string[]): Fault[] =>
  names
    .filter((name) => !titles.includes(name))
    .map((name) => ({ input: file, value: titles.join(','), expected: `a first line with the column ${name}` }))

const numeric = (cell: string): number | string => (cell !== '' && Number.isFinite(Number(cell)) ? Number(cell) : cell)
