import { curve } from './fit-curve'
import { eta, known, move, next, now, read, secant, setSize, sets, trial, value, write } from './fit-places'
import { sums } from './fit-sums'

/**
 * The mode of three parameters, as `Scoring` finds it where every step helps: at `work + eta`, with its value; returns how often it looked.
 * Zero where a step did not help or modes were too close: then `Scoring` must do it, which knows what to do.
 */
export function fitThree(work: usize, looks: i32, pads: i32, lengths: i32, steps: i32, tolerance: f64, most: i32): i32 {
  const start = work + sets
  const set = start + setSize(looks)
  for (let p = 0; p < 4; p++) write(work + eta, p, 0)
  for (let i = 0; i < 6; i++) write(work + secant, i, 0)
  if (f64.load(work + known) === 0 && !curve(work, work + eta, looks, lengths, steps, start)) return 0
  f64.store(work + known, 1)
  sums(work, work + eta, looks, pads, start, work + now)
  let looked = 1
  let decrement = descend(work, work + now)
  for (; looked < most; looked++) {
    if (!(decrement < Infinity)) return 0
    const longest = max(abs(read(work + move, 0)), max(abs(read(work + move, 1)), abs(read(work + move, 2))))
    if (longest < tolerance) {
      f64.store(work + value, read(work + now, 0))
      return looked
    }
    for (let p = 0; p < 3; p++) write(work + trial, p, read(work + eta, p) + read(work + move, p))
    write(work + trial, 3, 0)
    if (!curve(work, work + trial, looks, lengths, steps, set)) return 0
    sums(work, work + trial, looks, pads, set, work + next)
    if (!isBetter(work, looks - pads, decrement)) return 0
    learn(work)
    memory.copy(work + now, work + next, 80)
    memory.copy(work + eta, work + trial, 24)
    decrement = descend(work, work + now)
  }
  return 0
}

// Lower, or as low as can be told and nearer.
function isBetter(work: usize, looks: i32, decrement: f64): bool {
  const before = read(work + now, 0)
  const after = read(work + next, 0)
  const noise = 1e-13 * (1 + abs(before)) * <f64>looks
  if (!(after <= before + noise)) return false
  return after < before - noise || descend(work, work + next) < decrement
}

// Information and secant times step is minus the gradient: writes the step, returns what it promises; infinite when there is none.
function descend(work: usize, at: usize): f64 {
  const a00 = read(at, 4) + read(work + secant, 0)
  const a10 = read(at, 5) + read(work + secant, 1)
  const a11 = read(at, 6) + read(work + secant, 2)
  const a20 = read(at, 7) + read(work + secant, 3)
  const a21 = read(at, 8) + read(work + secant, 4)
  const a22 = read(at, 9) + read(work + secant, 5)
  const inverse = 1 / a00
  const l10 = a10 * inverse
  const l20 = a20 * inverse
  const second = a11 - l10 * a10
  const cross = a21 - l20 * a10
  const secondInverse = 1 / second
  const l21 = cross * secondInverse
  const third = a22 - l20 * a20 - l21 * cross
  if (!(a00 > 0 && second > 0 && third > 0)) return Infinity
  const y0 = -read(at, 1)
  const y1 = -read(at, 2) - l10 * y0
  const x2 = (-read(at, 3) - l20 * y0 - l21 * y1) / third
  const x1 = y1 * secondInverse - l21 * x2
  const x0 = y0 * inverse - l10 * x1 - l20 * x2
  write(work + move, 0, x0)
  write(work + move, 1, x1)
  write(work + move, 2, x2)
  return -(x0 * read(at, 1) + x1 * read(at, 2) + x2 * read(at, 3))
}

// What the change of the gradient shows that information and secant did not foresee: one more of rank one.
function learn(work: usize): void {
  const s0 = read(work + trial, 0) - read(work + eta, 0)
  const s1 = read(work + trial, 1) - read(work + eta, 1)
  const s2 = read(work + trial, 2) - read(work + eta, 2)
  const at = work + next
  const m = work + secant
  const r0 = grown(work, 1) - (read(at, 4) + read(m, 0)) * s0 - (read(at, 5) + read(m, 1)) * s1 - (read(at, 7) + read(m, 3)) * s2
  const r1 = grown(work, 2) - (read(at, 5) + read(m, 1)) * s0 - (read(at, 6) + read(m, 2)) * s1 - (read(at, 8) + read(m, 4)) * s2
  const r2 = grown(work, 3) - (read(at, 7) + read(m, 3)) * s0 - (read(at, 8) + read(m, 4)) * s1 - (read(at, 9) + read(m, 5)) * s2
  const along = r0 * s0 + r1 * s1 + r2 * s2
  const size = (r0 * r0 + r1 * r1 + r2 * r2) * (s0 * s0 + s1 * s1 + s2 * s2)
  if (along * along < 1e-8 * size || along === 0 || !(size < Infinity)) return
  const per = 1 / along
  write(m, 0, read(m, 0) + r0 * r0 * per)
  write(m, 1, read(m, 1) + r1 * r0 * per)
  write(m, 2, read(m, 2) + r1 * r1 * per)
  write(m, 3, read(m, 3) + r2 * r0 * per)
  write(m, 4, read(m, 4) + r2 * r1 * per)
  write(m, 5, read(m, 5) + r2 * r2 * per)
}

// inline
function grown(work: usize, i: i32): f64 {
  return read(work + next, i) - read(work + now, i)
}
