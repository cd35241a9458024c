import { type Fault, refuse } from '../fault.ts'
import { asNumber } from './json.ts'
import { read } from './streams.ts'

/** What a table of a case holds: the columns it must have, and those it may have. */
export type Columns = { needed: readonly string[]; known: readonly string[] }

/**
 * The records of a comma-separated file (or, as some programs save it, with semicolons and decimal commas), one to a line. A cell is a number, or text where
 * it is none; an empty cell is a field that is absent. A column of another name is a fault, since it may be a slip of the pen.
 */
export function readColumns(file: string, { needed, known }: Columns): Record<string, number | string>[] {
  const [head = '', ...lines] = read(file)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
  const mark = head.includes(';') && !head.includes(',') ? ';' : ','
  const titles = cellsOf(head, mark)
  refuse(titleFaults(file, titles, { needed, known }))
  const rows = lines.map((line) => cellsOf(line, mark))
  refuse(
    rows.flatMap((cells, i) =>
      cells.length > titles.length
        ? [{ input: `${file} line ${i + 2}`, value: cells.join(mark), expected: `at most ${titles.length} cells` }]
        : [],
    ),
  )
  const numberIn = mark === ';' ? withComma : asNumber
  return rows.map((cells) =>
    Object.fromEntries(titles.map((title, i) => [title, numberIn(cells[i] ?? '')]).filter(([, cell]) => cell !== '')),
  )
}

// Where semicolons part the cells a comma is the decimal point. Before exactly three digits it could part thousands too: the cell
// stays the text it is, and is refused by its name.
const withComma = (cell: string) => asNumber(/^[-+]?\d+,(\d{1,2}|\d{4,})$/.test(cell) ? cell.replace(',', '.') : cell)

const cellsOf = (line: string, mark: string) => line.split(mark).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))

function titleFaults(file: string, titles: readonly string[], { needed, known }: Columns): Fault[] {
  const value = titles.join(',')
  return [
    ...needed
      .filter((name) => !titles.includes(name))
      .map((name) => ({ input: file, value, expected: `a first line with the column ${name}` })),
    ...titles
      .filter((title, i) => ![...needed, ...known].includes(title) || titles.indexOf(title) < i)
      .map((title) => ({
        input: `${file} column`,
        value: title,
        expected: `one of ${[...needed, ...known].join(', ')}, each once`,
      })),
  ]
}
