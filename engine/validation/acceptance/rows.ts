import { numberRow, type Row } from '../group.ts'

/** The expected numbers are printed with six digits. */
export const tolerance = 5e-6

export const adult = (weightKg = 70) => ({ weightKg, ageYears: 40, sex: 'male' }) as const

/** One row for each title, its expected number and what the engine gives. */
export const rowsOf = (group: string, titles: readonly string[], expected: readonly number[], got: ArrayLike<number>): Row[] =>
  titles.map((title, i) => numberRow(group, title, expected[i], got[i], tolerance))

/** A number that the source prints with few digits: what is found must round to it. */
export function printed(id: string, what: string, expected: string, got: number): Row {
  const digits = expected.split('.')[1]?.length ?? 0
  return {
    id,
    what,
    expected,
    tolerance: 'its last digit',
    got: String(Number(got.toPrecision(6))),
    verdict: Math.abs(got - Number(expected)) <= 0.5001 * 10 ** -digits ? 'pass' : 'FAIL',
  }
}
