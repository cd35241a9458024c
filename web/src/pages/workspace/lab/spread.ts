import { labSpread } from '@dripline/engine'
import type { IntervalGroup } from '../../../charts/interval-rows.tsx'
import type { Compared } from '../../../data/lab.ts'
import { nameOf, sayLevel, sayTimes } from './words.ts'

/** How far the models lie apart under each regimen, in words: typical subjects, largest over smallest. */
export function apartOf(compared: readonly Compared[]): readonly { regimen: string; times: string | null; who: string }[] {
  const regimens = [...new Set(compared.map(({ regimen }) => regimen))]
  return regimens.flatMap((regimen) => {
    const rows = compared.filter((row) => row.regimen === regimen)
    if (rows.length < 2) return []
    const found = labSpread(rows.map(({ model, typical }) => ({ id: model, value: typical })))
    const { lowest, highest, highestOverLowest } = found
    return [
      {
        regimen,
        times: highestOverLowest === null ? null : sayTimes(highestOverLowest),
        who: `${nameOf(highest)} over ${nameOf(lowest)}`,
      },
    ]
  })
}

/** The largest of them, for the title; null while there is nothing to compare. */
export function mostApart(compared: readonly Compared[]): string | null {
  const all = apartOf(compared).flatMap(({ times }) => (times === null ? [] : [Number(times.replaceAll(',', ''))]))
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
      .map(({ model, typical, p5, p25, p75, p95 }) => ({
        label: nameOf(model),
        at: typical,
        outer: { low: p5, high: p95 },
        inner: { low: p25, high: p75 },
        words: sayLevel(typical),
        more: `${sayLevel(p5)} to ${sayLevel(p95)}`,
      })),
  }))
