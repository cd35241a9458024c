// Where things lie in the work of a fit, in bytes. The first six are written by `three-kernel.ts`, which knows them too.

// Clearance, flows and volumes; which of them vary; the prior's precision, by rows; the variances of the residual error.
export const varied: usize = 48
export const precision: usize = 72
export const proportional: usize = 144
export const additive: usize = 152
// What is found, its value, and whether the curve of the typical body stands in the first set.
export const eta: usize = 160
export const value: usize = 192
export const known: usize = 200
export const trial: usize = 208
export const move: usize = 240
export const secant: usize = 272
export const body: usize = 352
// A place of the search: value, three of the gradient, six of the information.
export const now: usize = 400
export const next: usize = 480
// A set: weights of the modes, what each parameter does to them and to the rates, then pools and their slopes by mode and look.
export const sets: usize = 560
export const pools: usize = 224
// A length: min, the three it is the sum of, whether it is fed, then what three modes keep, fill, and how that bends.
export const lengthSize: usize = 144
export const keeps: usize = 48
export const fills: usize = 80
export const bends: usize = 112

// inline
export function read(at: usize, i: i32): f64 {
  return f64.load(at + ((<usize>i) << 3))
}

// inline
export function write(at: usize, i: i32, x: f64): void {
  f64.store(at + ((<usize>i) << 3), x)
}

// inline
export function setSize(looks: i32): usize {
  return pools + <usize>looks * 48
}

// inline
export function observed(work: usize, looks: i32): usize {
  return work + sets + setSize(looks) * 2
}

// inline
export function lengthsAt(work: usize, looks: i32): usize {
  return observed(work, looks) + ((<usize>looks) << 3)
}
