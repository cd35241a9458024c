import { forecast } from '../src/forecast/forecast.ts'
import type { Forecast } from '../src/forecast/shape.ts'
import { horizons, type Vector, vectors } from '../src/forecast/vectors.ts'
import { exact } from './forecast/exact.ts'
import { fromRows, type Group, type Row, type Work } from './group.ts'

const asShipped = 0.03
const withMany = 0.004
const seeds = { slice: 1, full: 12 }
const times = 50

const titles = [
  'chance that the drug acts',
  'chance of a fixed duration',
  'logarithm of the evidence',
  ...[0, ...horizons].map((day) => `relief of 30 % holds until +${day} d`),
  ...horizons.flatMap((day) => [5, 50, 95].map((percent) => `relief at +${day} d, ${percent} % lie below`)),
]
const expectedOf = ({ drugActs, fixedDuration, lnEvidence, holds, relief }: Vector) => [
  drugActs,
  fixedDuration,
  lnEvidence,
  ...holds,
  ...relief.flat(),
]
const numbersOf = ({ drugActs, fixedDuration, inference, holdsDaily, relief: { p5, p50, p95 } }: Forecast) => [
  drugActs,
  fixedDuration,
  inference.lnEvidence,
  ...[0, ...horizons].map((day) => holdsDaily[day]),
  ...horizons.flatMap((day) => [p5[day], p50[day], p95[day]]),
]

/** The one number of a case that lies farthest from the long runs. */
function worstRow(id: string, what: string, expected: readonly number[], got: readonly number[], tolerance: number): Row {
  const off = expected.map((value, i) => Math.abs(got[i] - value))
  const worst = off.indexOf(Math.max(...off))
  return {
    id,
    what: `${what}; farthest of ${expected.length} numbers: ${titles[worst]}`,
    expected: String(expected[worst]),
    tolerance: `± ${tolerance}`,
    got: got[worst].toFixed(4),
    verdict: off[worst] <= tolerance ? 'pass' : 'FAIL',
  }
}

function rowsOf(id: string, vector: Vector, { size, progress }: Work, done: number): Row[] {
  const runs = Array.from({ length: seeds[size] }, (_, i) => {
    progress(done * seeds[size] + i, Object.keys(vectors).length * seeds[size])
    return numbersOf(forecast({ ...vector.input, seed: i + 1 }))
  })
  const expected = expectedOf(vector)
  const farthest = runs.reduce((a, b) => (distance(b, expected) > distance(a, expected) ? b : a))
  const many = () => numbersOf(forecast({ ...vector.input, draws: times * 2048 }))
  return [
    worstRow(id, `as shipped, seed ${vector.input.seed}`, expected, runs[0], asShipped),
    ...(size === 'full'
      ? [
          worstRow(id, `as shipped, the worst of ${runs.length} seeds`, expected, farthest, asShipped),
          worstRow(id, `with ${times} times the draws`, expected, many(), withMany),
        ]
      : []),
  ]
}

const distance = (got: readonly number[], expected: readonly number[]) =>
  Math.max(...expected.map((x, i) => Math.abs(x - got[i])))

export const forecastVectors: Group = {
  id: 'forecast-vectors',
  title: 'The relief forecast beside two other programs',
  about:
    'Five people. The exact part (tails, slow site, usual pain, pain levels, likelihoods) is held to nine digits; the chances and bands, which are drawn, to long runs of another program.',
  file: import.meta.filename,
  run: (work) => fromRows([...exact(), ...Object.entries(vectors).flatMap(([id, vector], i) => rowsOf(id, vector, work, i))]),
}
