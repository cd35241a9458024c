import type { Piece } from '../regimen.ts'

/**
 * A bolus (mg), then so many even steps under one rate (mg/min); `step` is a place in the plan's list, and each stop is shown or not.
 * `leap` is the place of a step as long as the whole run.
 */
export type Run = { bolus: number; step: number; count: number; rate: number; shown: boolean; leap?: number }

/** A run, or as much of it as was asked for. */
export type Part = Run & { begins: boolean; ends: boolean }

/** The way of a Walk through pieces and times, which is the same for everybody: the lengths of its steps (min) and its runs. */
export type Plan = { steps: readonly number[]; runs: readonly Run[] }

export function planOf(pieces: readonly Piece[], times: ArrayLike<number>): Plan {
  const steps: number[] = []
  const places = new Map<number, number>()
  const runs: Run[] = []
  let [now, piece, bolus, prepared] = [pieces[0].from, 0, pieces[0].bolus, Number.NaN]
  const go = (step: number, count: number, shown: boolean) => {
    const place = places.get(step) ?? steps.push(step) - 1
    places.set(step, place)
    runs.push({ bolus, step: place, count, rate: pieces[piece].rate, shown })
    prepared = step
    bolus = 0
  }
  for (let i = 0; i < times.length; ) {
    while (times[i] >= pieces[piece].to) {
      go(pieces[piece].to - now, 1, false)
      now = pieces[piece].to
      piece += 1
      bolus += pieces[piece].bolus
    }
    const { step, end } = evenly(times, i, times.length, now, pieces[piece].to, prepared)
    go(step, end - i, true)
    now = times[end - 1]
    i = end
  }
  return { steps, runs }
}

/**
 * How far the stops from `first` to before `end` are even, as far as the digits of their times can tell; at least one is. Each stop leaves
 * the step a narrower interval, until none is left or the pump changes. The step prepared last is kept when it is no worse.
 */
export function evenly(
  times: ArrayLike<number>,
  first: number,
  end: number,
  now: number,
  to: number,
  prepared: number,
): { step: number; end: number } {
  let low = 0
  let high = Infinity
  let i = first
  for (; i < end && times[i] < to; i++) {
    const count = i - first + 1
    const blur = 2 * Number.EPSILON * Math.abs(times[i])
    const shortest = (times[i] - now - blur) / count
    const longest = (times[i] - now + blur) / count
    if (shortest > high || longest < low) break
    if (shortest > low) low = shortest
    if (longest < high) high = longest
  }
  if (i === first + 1) return { step: times[first] - now, end: i }
  return { step: prepared >= low && prepared <= high ? prepared : (low + high) / 2, end: i }
}

/** The plan with a step over each whole run: what comes after a run then does not hang on whether its stops were walked through. */
export function leaping({ steps, runs }: Plan): Plan {
  const all = [...steps]
  const leaps = new Map<number, number>()
  const leapOf = ({ step, count }: Run) => {
    const length = steps[step] * count
    const place = leaps.get(length) ?? all.push(length) - 1
    leaps.set(length, place)
    return place
  }
  return { runs: runs.map((run) => (run.count > 1 ? { ...run, leap: leapOf(run) } : run)), steps: all }
}

/** A part of a plan at a time, each with so many stops that are shown. */
export class Cuts {
  private readonly runs: readonly Run[]
  private next = 0
  private done = 0

  constructor({ runs }: Plan) {
    this.runs = runs
  }

  take(stops: number): Part[] {
    const parts: Part[] = []
    for (let left = stops; left > 0; ) {
      const run = this.runs[this.next]
      const count = run.shown ? Math.min(left, run.count - this.done) : run.count
      const begins = this.done === 0
      this.done += count
      parts.push({ ...run, bolus: begins ? run.bolus : 0, count, begins, ends: this.done === run.count })
      if (run.shown) left -= count
      if (this.done < run.count) continue
      this.next += 1
      this.done = 0
    }
    return parts
  }
}
