import type { Reader } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/explore'
import type { Twin } from '../../charts/chart.tsx'
import type { Part } from '../walk.tsx'
import type { HeldNumbers, OfGates } from './numbers.ts'

const STEP = 5

const saidOf = ([low, , typical, , high]: OfGates) => ({
  low: Math.round(low),
  typical: Math.round(typical),
  high: Math.round(high),
})

const points = ({ byDose }: HeldNumbers) =>
  byDose.flatMap((ofGates, dose) => (dose % STEP === 0 ? [{ dose, ...saidOf(ofGates) }] : []))

/** The chart as it is walked: the whole at this dose, its axes, its line and the points of it. */
export function partsOf(to: Reader, numbers: HeldNumbers, dose: number): Part {
  const here = numbers.byDose[dose] ?? [0, 0, 0, 0, 0]
  return {
    says: words.heldSummary(to, { dose, ...saidOf(here) }),
    inside: [
      { says: words.heldAxis(to, { most: numbers.most }) },
      { says: words.heldAxisUp(to) },
      { says: words.heldLine(to), inside: points(numbers).map((point) => ({ says: words.heldPoint(to, point) })) },
    ],
  }
}

/** The same as a table. */
export const twinOf = (to: Reader, numbers: HeldNumbers): Twin => ({
  summary: words.asTable(to),
  caption: words.heldChart(to, { hours: numbers.infusionHours }),
  head: [words.heldHeadDose(to), words.heldHeadLow(to), words.heldHeadTypical(to), words.heldHeadHigh(to)],
  rows: points(numbers).map(({ dose, low, typical, high }) => [dose, low, typical, high]),
})
