import { plot } from '../plot/plot.ts'
import type { Plot } from '../plot/shape.ts'
import type { Arguments } from './arguments.ts'
import { refuseFlag } from './fault-lines.ts'
import { save, say, warn } from './streams.ts'
import { aligned, csv, type Table } from './table.ts'

/** What a command has worked out, in every form it can be asked for; the picture is worked out only when it is. */
export type Output = {
  json: object
  table: Table
  plot?: () => Plot
  /** A picture that is no plot of lines, as SVG. */
  draw?: () => string
  notes?: readonly string[]
  warnings?: readonly { message: string }[]
}

/** The flags every command knows. */
export const outputFlags = { alone: ['json', 'csv', 'help'], withValue: ['svg'] } as const

export const outputHelp = `Written as a table unless said:
  --json      everything, in full double precision      --csv  the table, in full double precision
  --svg FILE  a picture beside it; --svg - writes the picture alone, to standard output
Warnings go to standard error and the exit is 0; faults are listed all at once and the exit is 2.`

/** Writes the result in the form asked for; warnings go to standard error. */
export function put({ json, table, plot: plotted, draw, notes = [], warnings = [] }: Output, { on, values }: Arguments): void {
  const drawing = draw ?? (plotted && (() => plot(plotted())))
  const svg = values.get('svg')
  if (on.has('json') && on.has('csv')) refuseFlag('--csv', 'with --json', 'one of the two')
  if (svg !== undefined && !drawing) refuseFlag('--svg', svg, 'nothing here: of this there is no picture')
  for (const { message } of warnings) warn(`warning: ${message}`)
  if (svg !== undefined && drawing) save(svg, drawing())
  if (svg === '-') return
  if (on.has('json')) say(JSON.stringify(json))
  else if (on.has('csv')) say(csv(table))
  else say([aligned(table), ...notes].join('\n'))
}
