import { labSpread } from '@dripline/engine'
import type { IntervalGroup } from '../../../charts/interval-rows.tsx'
import type { Compared } from '../../../data/lab.ts'
import { nameOf, sayLevel, sayTimes } from './words.ts'

/** How far the models lie apart under each regimen, in words: typical subjects, largest over smallest. */
export function apartOf(
  compared: readonly Compared[],
): readonly { regimen: string; ratio: number | null; times: string | null; who: string }[] {
  const regimens = [...new Set(compared.map(({ regimen }) => regimen))]
  return regimens.flatMap((regimen) => {
    const rows = compared.filter((row) => row.regimen === regimen)
    if (rows.length < 2) return []
    const found = labSpread(rows.map(({ model, typical }) => ({ id: model, value: typical })))
    const { lowest, highest, highestOverLowest } = found
    return [
      {
        regimen,
        ratio: highestOverLowest,
        times: highestOverLowest === null ? null : sayTimes(highestOverLowest),
        who: `${nameOf(highest)} over ${nameOf(lowest)}`,
      },
    ]
  })
}

/** The largest of them, for the title; null while there is nothing to compare. */
export function mostApart(compared: readonly Compared[]): string | null {
  const all = apartOf(compared).flatMap(({ ratio }) => (ratio === null ? [] : [ratio]))
  return all.length === 0 ? null : sayTimes(Math.max(...all))
}

/** The same figures as rows of a chart, regimen by regimen on one scale each. */
export const rowsOf = (compared: readonly Compared[], labelOf: (regimen: string) => string): IntervalGroup[] =>
  [...new Set(compared.map(({ regimen }) => regimen))].map((regimen) => ({
    title: labelOf(regimen),
    unit: 'ng/mL',
    isFromZero: true,
    rows: compared
      .filter((row) => row.regimen === regimen)
      .map(({ model, typical, people }) => ({
        label: nameOf(model),
        at: typical,
        outer: people ? { low: people.p5, high: people.p95 } : undefined,
        inner: people ? { low: people.p25, high: people.p75 } : undefined,
        words: sayLevel(typical),
        more: people ? `${sayLevel(people.p5)} to ${sayLevel(people.p95)}` : '',
      })),
  }))
