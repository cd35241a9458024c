import { type Piece, pieces, type Regimen } from '../regimen.ts'

/**
 * The way through a regimen that stops where the pump changes and where plasma is looked at: before a step a bolus is given, then it is
 * gone under one rate, then perhaps looked. Steps of one length share their exponentials, and some lengths are the sum of others.
 */
export type Schedule = {
  looks: number
  steps: number
  bolus: Float64Array
  rate: Float64Array
  /** Which length a step has, and that in min. */
  length: Int32Array
  minutes: Float64Array
  /** Which look is due after the step; −1 for none. */
  look: Int32Array
  /** The lengths, ascending, in min. */
  lengths: Float64Array
  /** The three lengths that a length is the sum of, the third perhaps at `lengths.length`, which is none; −1 when it is no such sum. */
  one: Int32Array
  other: Int32Array
  third: Int32Array
  /** 1 for lengths in which something is infused. */
  fed: Uint8Array
}

type Step = { bolus: number; rate: number; minutes: number; look: number }

/**
 * The schedule of a regimen looked at at times (min, ascending or alike, not before the first dose or 0, whichever is earlier). A look in the
 * minute of a bolus is after it, unless `before` has a 1 for it; those before stand ahead of those after.
 */
export function scheduleOf(regimen: Regimen, times: ArrayLike<number>, before: ArrayLike<number> = []): Schedule {
  const steps = stepsOf(pieces(regimen), times, before)
  const lengths = Float64Array.from(new Set(steps.map(({ minutes }) => minutes))).sort()
  const sums = Array.from(lengths, (_, i) => sumOf(lengths, i))
  return {
    looks: times.length,
    steps: steps.length,
    bolus: Float64Array.from(steps, ({ bolus }) => bolus),
    rate: Float64Array.from(steps, ({ rate }) => rate),
    length: Int32Array.from(steps, ({ minutes }) => lengths.indexOf(minutes)),
    minutes: Float64Array.from(steps, ({ minutes }) => minutes),
    look: Int32Array.from(steps, ({ look }) => look),
    lengths,
    one: Int32Array.from(sums, ([one]) => one),
    other: Int32Array.from(sums, ([, other]) => other),
    third: Int32Array.from(sums, ([, , third]) => third),
    fed: Uint8Array.from(lengths, (length) => (steps.some(({ minutes, rate }) => minutes === length && rate !== 0) ? 1 : 0)),
  }
}

function stepsOf(all: readonly Piece[], times: ArrayLike<number>, before: ArrayLike<number>): Step[] {
  const isDue = (i: number, to: number) => times[i] < to || (times[i] === to && before[i] === 1)
  const steps: Step[] = []
  let look = 0
  for (const { from, to, rate, bolus } of all) {
    if (look === times.length) break
    let [now, given] = [from, bolus]
    const go = (until: number, reads: number) => {
      steps.push({ bolus: given, rate, minutes: until - now, look: reads })
      now = until
      given = 0
    }
    for (; look < times.length && isDue(look, to); look++) go(times[look], look)
    if (look < times.length) go(to, -1)
  }
  return steps
}

/** So many lengths are looked through for sums of three; with more, sums of two are enough. */
const few = 24

/** Two shorter lengths, or three, the same ones perhaps, that make up length i to the last digit. */
function sumOf(lengths: Float64Array, i: number): readonly [number, number, number] {
  const two = pairOf(lengths, i, lengths[i])
  if (two) return [...two, lengths.length]
  for (let third = 0; third < i && lengths.length <= few; third++) {
    const rest = lengths[third] > 0 ? pairOf(lengths, i, lengths[i] - lengths[third]) : undefined
    if (rest && lengths[rest[0]] + lengths[rest[1]] + lengths[third] === lengths[i]) return [...rest, third]
  }
  return [-1, -1, -1]
}

function pairOf(lengths: Float64Array, i: number, sum: number): readonly [number, number] | undefined {
  for (let one = 0; one < i; one++) {
    const other = lengths.indexOf(sum - lengths[one])
    if (lengths[one] > 0 && other >= one && other < i && lengths[one] + lengths[other] === sum) return [one, other]
  }
}
