import type { Outcome } from '../group.ts'
import { heldRows } from './held.ts'
import { whereItDoesNotWin } from './limits.ts'
import { type Heard, measuredIn } from './measured.ts'
import type { Population } from './measures.ts'
import { ranksOf } from './ranks.ts'
import { holdingTable, pinballTable, reliefTable, tenthsTable } from './tables.ts'

/** Everything the page says of the forecast, from the records. */
export function report(heard: readonly Heard[], known: Population, isFull: boolean): Outcome {
  const measured = heard.map((one) => measuredIn(one, known))
  const believed = heard.find(({ truth }) => truth.id === 'matched')?.records ?? []
  const { rows: ranked, pictures } = ranksOf(believed)
  const rows = [...measured.flatMap((one) => heldRows(one, isFull)), ...(isFull ? ranked : [])]
  return {
    rows,
    text: [
      ...holdingTable(measured),
      ...reliefTable(measured),
      ...pinballTable(measured),
      ...tenthsTable(believed),
      ...whereItDoesNotWin(measured),
    ],
    pictures,
    passed: rows.every(({ verdict }) => verdict !== 'FAIL'),
  }
}
