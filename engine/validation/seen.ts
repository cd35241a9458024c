import type { Row } from './group.ts'

/** What was seen, its own interval, what the engine gives, and why that may lie outside. */
export type Seen = { id: string; what: string; value: string; low: number; high: number; got: number; why?: string }

const digits = (x: number) => Number(x.toPrecision(4))

/** Inside its interval a row passes; outside it does not fit where the reason is known, and fails where it is not. */
export const rowOf = ({ id, what, value, low, high, got, why }: Seen): Row => {
  const fits = got >= low && got <= high
  return {
    id,
    what,
    expected: value,
    tolerance: `${digits(low)}–${digits(high)}`,
    got: got.toFixed(got < 10 ? 3 : 1),
    verdict: fits ? 'pass' : why ? 'does not fit' : 'FAIL',
    ...(!fits && why && { why }),
  }
}
