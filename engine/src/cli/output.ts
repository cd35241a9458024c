import { type Plot, plot } from '../plot/plot.ts'
import type { Arguments } from './arguments.ts'
import { save, say, warn } from './streams.ts'
import { aligned, csv, type Table } from './table.ts'

/** What a command has worked out, in every form it can be asked for. */
export type Output = {
  json: object
  table: Table
  plot?: Plot
  notes?: readonly string[]
  warnings?: readonly { message: string }[]
}

/** The flags every command knows. */
export const outputFlags = { alone: ['json', 'csv', 'help'], withValue: ['svg'] } as const

/** Writes the result in the form asked for; warnings go to standard error. */
export function put({ json, table, plot: drawing, notes = [], warnings = [] }: Output, { on, values }: Arguments): void {
  for (const { message } of warnings) warn(`warning: ${message}`)
  const svg = values.get('svg')
  if (svg !== undefined && drawing) save(svg, plot(drawing))
  if (svg === '-') return
  if (on.has('json')) say(JSON.stringify(json))
  else if (on.has('csv')) say(csv(table))
  else say([aligned(table), ...notes].join('\n'))
}
