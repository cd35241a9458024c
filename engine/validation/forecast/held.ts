import type { Row } from '../group.ts'
import { type Losses, type Measured, type RivalName, rivalNames } from './measured.ts'
import type { Share } from './measures.ts'
import { percent, three } from './tables.ts'
import type { Truth } from './truths.ts'

export const heldRow = (id: string, what: string, expected: string, got: string, holds: boolean): Row => ({
  id,
  what,
  expected,
  tolerance: '',
  got,
  verdict: holds ? 'pass' : 'FAIL',
})

/** What must hold: coverage where the truth is as believed and where it is rich; better than the three plain rules everywhere. */
export function heldRows(measured: Measured, isFull: boolean): Row[] {
  const { truth, covered, brier, relief, day } = measured
  return [
    ...coverageRows(truth, covered, isFull),
    ...below('Brier', `${truth.title}: holds until`, brier, ['fourWeeks', 'population']),
    // A slice is no clinic: too few others stand as one does.
    ...(isFull
      ? [
          ...below('Brier', `${truth.title}: holds until`, brier, ['landmark']),
          ...below('pinball', `${truth.title}: relief`, relief, ['population', 'landmark']),
          ...below('pinball', `${truth.title}: day of loss`, day, ['fourWeeks', 'population', 'landmark']),
        ]
      : []),
  ]
}

const mustCover = ['matched', 'rich']

/** Truths in which bands that are too narrow are said and not hidden: why. */
const mayMiss: { readonly [id: string]: string } = {
  'rich-spread':
    'relief that lasts a time of its own is believed of a fifth of those the drug acts in, and true of half here: the bands are too narrow, and nothing was tuned to mend that',
}

function coverageRows({ id, title }: Truth, { half, most }: Measured['covered'], isFull: boolean): Row[] {
  const why = mayMiss[id]
  if (!mustCover.includes(id) && why === undefined) return []
  // A slice has less than a hundredth of the people.
  const slack = isFull ? 0 : 15
  const row = (what: string, { share, se }: Share, low: number, high: number): Row => {
    const holds = 100 * share >= low - slack && 100 * share <= high + slack
    const found = heldRow(
      'coverage',
      `${title}: ${what} of relief`,
      `${low}–${high} %`,
      `${percent(share)} ± ${percent(se)} %`,
      holds,
    )
    return holds || why === undefined ? found : { ...found, verdict: 'does not fit', why }
  }
  return [row('middle half', half, 45, 55), row('middle nine tenths', most, 85, 95)]
}

const below = (id: string, what: string, losses: Losses, names: readonly RivalName[]): Row[] =>
  names.map((name) => {
    const theirs = losses[name] ?? Number.NaN
    return heldRow(id, `${what}, below ${rivalNames[name]}`, `< ${three(theirs)}`, three(losses.ours), losses.ours < theirs)
  })
