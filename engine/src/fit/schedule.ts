import { type Piece, pieces, type Regimen } from '../regimen.ts'

/**
 * The way through a regimen that stops where the pump changes and where plasma is looked at: before a step a bolus is given, then it is
 * gone under one rate, then perhaps looked. Steps of one length share their exponentials, and some lengths are the sum of two others.
 */
export type Schedule = {
  looks: number
  steps: number
  bolus: Float64Array
  rate: Float64Array
  /** Which length a step has. */
  length: Int32Array
  /** Which look is due after the step; −1 for none. */
  look: Int32Array
  /** The lengths, ascending, in min. */
  lengths: Float64Array
  /** The two lengths that a length is the sum of; −1 when its exponential must be computed. */
  one: Int32Array
  other: Int32Array
}

type Step = { bolus: number; rate: number; minutes: number; look: number }

/** The schedule of a regimen looked at at times (min, ascending, not before the first dose or 0, whichever is earlier). */
export function scheduleOf(regimen: Regimen, times: ArrayLike<number>): Schedule {
  const steps = stepsOf(pieces(regimen), times)
  const lengths = Float64Array.from(new Set(steps.map(({ minutes }) => minutes))).sort()
  const sums = Array.from(lengths, (_, i) => sumOf(lengths, i))
  return {
    looks: times.length,
    steps: steps.length,
    bolus: Float64Array.from(steps, ({ bolus }) => bolus),
    rate: Float64Array.from(steps, ({ rate }) => rate),
    length: Int32Array.from(steps, ({ minutes }) => lengths.indexOf(minutes)),
    look: Int32Array.from(steps, ({ look }) => look),
    lengths,
    one: Int32Array.from(sums, ([one]) => one),
    other: Int32Array.from(sums, ([, other]) => other),
  }
}

function stepsOf(all: readonly Piece[], times: ArrayLike<number>): Step[] {
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
    for (; look < times.length && times[look] < to; look++) go(times[look], look)
    if (look < times.length) go(to, -1)
  }
  return steps
}

/** Two shorter lengths, or one twice, that make up length i to the last digit. */
function sumOf(lengths: Float64Array, i: number): readonly [number, number] {
  for (let one = 0; one < i; one++) {
    const other = lengths.indexOf(lengths[i] - lengths[one])
    if (lengths[one] > 0 && other >= one && other < i && lengths[one] + lengths[other] === lengths[i]) return [one, other]
  }
  return [-1, -1]
}
