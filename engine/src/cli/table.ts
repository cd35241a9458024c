/** A table of what was worked out: a title for each column, and its values. */
export type Table = { columns: readonly { title: string; values: readonly (number | string)[] }[] }

const rowsOf = ({ columns }: Table) => Array.from({ length: longest(columns.map(({ values }) => values)) }, (_, i) => i)

/** The greatest length; a table may have a million rows. */
const longest = (lists: readonly { length: number }[]) => lists.reduce((most, { length }) => Math.max(most, length), 0)

const shown = (value: number | string | undefined) =>
  typeof value === 'number' ? String(Number(value.toPrecision(5))) : (value ?? '')

/** Columns under each other, numbers to the right, five digits. */
export function aligned(table: Table): string {
  const columns = table.columns.map(({ title, values }) => {
    const cells = values.map(shown)
    const width = longest([title, ...cells])
    return { width, cells: [title, ...cells], isNumber: values.every((value) => typeof value === 'number') }
  })
  return [-1, ...rowsOf(table)]
    .map((row) =>
      columns
        .map(({ width, cells, isNumber }) =>
          isNumber ? (cells[row + 1] ?? '').padStart(width) : (cells[row + 1] ?? '').padEnd(width),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Comma-separated, in full precision. */
export const csv = (table: Table) =>
  [
    table.columns.map(({ title }) => quoted(title)).join(','),
    ...rowsOf(table).map((row) => table.columns.map(({ values }) => quoted(String(values[row] ?? ''))).join(',')),
  ].join('\n')

/** Words in lines of so many, beneath each other as a help text has them. */
export const listed = (words: readonly string[], each: number) =>
  Array.from({ length: Math.ceil(words.length / each) }, (_, i) => words.slice(i * each, (i + 1) * each).join(', ')).join(
    `,\n${' '.repeat(19)}`,
  )
