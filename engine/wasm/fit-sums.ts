import { additive, observed, pools, precision, proportional, read, write } from './fit-places'
import { add, all, div, load, log, mul, sub, sum } from './math'

// inline
function twice(at: usize): v128 {
  return v128.load64_splat(at)
}

/** The objective at eta, its gradient and information, from a set, to `out`; `pads` (0 or 1) of the looks are there to make them even. */
export function sums(work: usize, eta: usize, looks: i32, pads: i32, set: usize, out: usize): void {
  const share = twice(work + proportional)
  const floor = twice(work + additive)
  const values = observed(work, looks)
  const row = (<usize>looks) << 3
  let off2 = all(0.0)
  let product = all(1.0)
  let logs: f64 = 0
  let ga = all(0.0)
  let gb = all(0.0)
  let gc = all(0.0)
  let aa = all(0.0)
  let ba = all(0.0)
  let bb = all(0.0)
  let ca = all(0.0)
  let cb = all(0.0)
  let cc = all(0.0)
  for (let i: usize = 0, at = set + pools; i < row; i += 16, at += 16) {
    const x0 = load(at)
    const y0 = load(at + row)
    const x1 = load(at + row * 2)
    const y1 = load(at + row * 3)
    const x2 = load(at + row * 4)
    const y2 = load(at + row * 5)
    const f = add(mul(twice(set), x0), add(mul(twice(set + 8), x1), mul(twice(set + 16), x2)))
    const a = leans(set + 32, x0, x1, x2, y0, y1, y2)
    const b = leans(set + 64, x0, x1, x2, y0, y1, y2)
    const c = leans(set + 96, x0, x1, x2, y0, y1, y2)
    const variance = add(mul(share, mul(f, f)), floor)
    const inverse = div(all(1.0), variance)
    const off = sub(load(values + i), f)
    const scaled = mul(off, inverse)
    const bend = mul(all(2.0), mul(mul(share, f), inverse))
    const squared = mul(off, scaled)
    off2 = add(off2, squared)
    product = mul(product, variance)
    if ((i & 48) === 48) {
      logs += sum(log(product))
      product = all(1.0)
    }
    const steep = sub(mul(sub(all(1.0), squared), bend), mul(all(2.0), scaled))
    const bent = add(mul(all(2.0), inverse), mul(bend, bend))
    ga = add(ga, mul(steep, a))
    gb = add(gb, mul(steep, b))
    gc = add(gc, mul(steep, c))
    aa = add(aa, mul(mul(bent, a), a))
    ba = add(ba, mul(mul(bent, a), b))
    bb = add(bb, mul(mul(bent, b), b))
    ca = add(ca, mul(mul(bent, a), c))
    cb = add(cb, mul(mul(bent, b), c))
    cc = add(cc, mul(mul(bent, c), c))
  }
  logs += sum(log(product))
  if (pads > 0) logs -= f64x2.extract_lane(log(floor), 0)
  lead(work, eta, out)
  write(out, 0, read(out, 0) + sum(off2) + logs)
  addThree(out, 1, ga, gb, gc)
  addThree(out, 4, aa, ba, bb)
  addThree(out, 7, ca, cb, cc)
}

// Three sums, each onto what the prior has put into its cell.
// inline
function addThree(out: usize, cell: i32, a: v128, b: v128, c: v128): void {
  write(out, cell, read(out, cell) + sum(a))
  write(out, cell + 1, read(out, cell + 1) + sum(b))
  write(out, cell + 2, read(out, cell + 2) + sum(c))
}

// What one parameter does to two predictions.
// inline
function leans(at: usize, x0: v128, x1: v128, x2: v128, y0: v128, y1: v128, y2: v128): v128 {
  const weights = add(mul(twice(at), x0), add(mul(twice(at + 8), x1), mul(twice(at + 16), x2)))
  const rates = add(mul(twice(at + 96), y0), add(mul(twice(at + 104), y1), mul(twice(at + 112), y2)))
  return add(weights, rates)
}

// What the prior says.
function lead(work: usize, eta: usize, out: usize): void {
  let value: f64 = 0
  let cell = 4
  for (let p = 0; p < 3; p++) {
    const row = work + precision + <usize>(24 * p)
    const pull = read(row, 0) * read(eta, 0) + read(row, 1) * read(eta, 1) + read(row, 2) * read(eta, 2)
    value += read(eta, p) * pull
    write(out, 1 + p, 2 * pull)
    for (let q = 0; q <= p; q++) write(out, cell++, 2 * read(row, q))
  }
  write(out, 0, value)
}
