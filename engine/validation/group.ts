/** One thing that was compared: what was expected, what came out, and what that means. */
export type Row = {
  id: string
  what: string
  expected: string
  tolerance: string
  got: string
  verdict: 'pass' | 'does not fit' | 'FAIL'
  /** Why it does not fit; said for every row that does not. */
  why?: string
}

export type Picture = { name: string; title: string; svg: string }

/** What a group found. Text is markdown made from the numbers; `passed` is false when something that must hold does not. */
export type Outcome = { rows: readonly Row[]; text: readonly string[]; pictures: readonly Picture[]; passed: boolean }

export type Work = {
  /** A few cases for every test run, or all of them. */
  size: 'slice' | 'full'
  workers: number
  /** A folder for what is finished, so that a run that was cut off goes on. */
  store: string
  progress: (done: number, of: number) => void
}

/** A part of the validation. Its fingerprint is taken over `file`, all it imports, and the data it reads (paths from this folder). */
export type Group = {
  id: string
  title: string
  about: string
  file: string
  reads?: readonly string[]
  run: (work: Work) => Outcome | Promise<Outcome>
}

/** A row of a number that must be met within a relative tolerance. */
export function numberRow(id: string, what: string, expected: number, got: number, tolerance: number): Row {
  const off = expected === 0 ? Math.abs(got) : Math.abs(got / expected - 1)
  return {
    id,
    what,
    expected: String(expected),
    tolerance: tolerance.toExponential(0).replace('e-', 'e−'),
    got: String(Number(got.toPrecision(9))),
    verdict: off <= tolerance ? 'pass' : 'FAIL',
  }
}

/** An outcome of rows alone: it has passed when none of them fails. */
export const fromRows = (rows: readonly Row[], text: readonly string[] = []): Outcome => ({
  rows,
  text,
  pictures: [],
  passed: rows.every(({ verdict }) => verdict !== 'FAIL'),
})
