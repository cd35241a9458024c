import type { Context } from 'hono'

export type Cell = string | number | boolean | Date | null | undefined

// A spreadsheet runs what begins so (also after spaces, and with the full-width signs); a plain negative number is left a number.
const isFormula = (text: string) => /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) && !/^-\d+(\.\d+)?$/.test(text)

const cellOf = (value: Cell): string => {
  if (value === null || value === undefined) return ''
  const said = value instanceof Date ? value.toISOString() : String(value)
  const text = typeof value === 'string' && isFormula(said) ? `'${said}` : said
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as CSV (RFC 4180, UTF-8 with its mark, so that a spreadsheet reads the letters); no cell can be run as a formula. */
export const csvOf = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${[head, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`

/** Answers with a CSV file of this name, which no cache keeps. */
export const answerCsv = (c: Context, name: string, head: readonly string[], rows: readonly (readonly Cell[])[]) => {
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"`)
  c.header('cache-control', 'no-store')
  return c.body(csvOf(head, rows))
}
