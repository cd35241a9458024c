/**
 * Compartments that pass their content on: dA/dt = K·A + inflow·b, where only the diagonal of K is negative. The propagator of such a
 * system has no negative entry, and it is computed here without a single subtraction, so equal rates need no branch, nothing cancels,
 * and no amount can fall below zero.
 */
export type Flow = {
  /** K by rows: what compartment `row` gains from `column`, 1/min. */
  rates: readonly (readonly number[])[]
  /** Where a dose goes. */
  inflow: readonly number[]
}

const kept = 64

/** The content of every compartment on the way through time; exact from any time to any later one. */
export class Tank {
  readonly amounts: Float64Array
  private readonly rates: Float64Array
  private readonly inflow: readonly number[]
  private readonly propagators = new Map<number, Float64Array>()

  constructor({ rates, inflow }: Flow) {
    this.inflow = inflow
    this.amounts = new Float64Array(inflow.length)
    this.rates = bordered(rates, inflow)
  }

  /** An amount given at once. */
  give(mg: number): void {
    this.inflow.forEach((share, i) => {
      this.amounts[i] += share * mg
    })
  }

  /** Goes on by a step (min) under a constant rate (mg/min). */
  by(step: number, mgPerMin: number): void {
    if (step === 0) return
    const n = this.amounts.length
    const propagator = this.propagatorOf(step)
    const before = this.amounts.slice()
    for (let i = 0; i < n; i++) {
      let sum = propagator[i * (n + 1) + n] * mgPerMin
      for (let j = 0; j < n; j++) sum += propagator[i * (n + 1) + j] * before[j]
      this.amounts[i] = sum
    }
  }

  private propagatorOf(step: number): Float64Array {
    const known = this.propagators.get(step)
    if (known) return known
    if (this.propagators.size >= kept) this.propagators.clear()
    const propagator = exponential(this.rates, this.amounts.length + 1, step)
    this.propagators.set(step, propagator)
    return propagator
  }
}

/** The system with one more state, a constant 1 that flows in. */
function bordered(rates: readonly (readonly number[])[], inflow: readonly number[]): Float64Array {
  const n = inflow.length
  const m = new Float64Array((n + 1) ** 2)
  rates.forEach((row, i) => {
    m.set(row, i * (n + 1))
    m[i * (n + 1) + n] = inflow[i]
  })
  return m
}

/**
 * e^(M·t) for a matrix negative on its diagonal alone. e^(M·t) = e^(−s·t)·e^((M + s)·t) with s the largest loss: the second factor is a
 * series of positive terms. Taken over a short time and squared.
 */
function exponential(m: Float64Array, n: number, t: number): Float64Array {
  let loss = 0
  for (let i = 0; i < n; i++) loss = Math.max(loss, -m[i * n + i])
  const squarings = Math.max(0, Math.ceil(Math.log2(loss * t)) + 1)
  const short = t / 2 ** squarings
  let power = series(shifted(m, n, loss, short), n, Math.exp(-loss * short))
  for (let i = 0; i < squarings; i++) {
    power = product(power, power, n)
    power[n * n - 1] = 1
  }
  return power
}

const shifted = (m: Float64Array, n: number, by: number, t: number) => m.map((x, i) => (i % (n + 1) === 0 ? x + by : x) * t)

/** scale·Σ Mʲ/j! */
function series(m: Float64Array, n: number, scale: number): Float64Array {
  const sum = new Float64Array(n * n)
  let term: Float64Array = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    term[i * n + i] = scale
    sum[i * n + i] = scale
  }
  for (let j = 1; j <= 30; j++) {
    term = product(term, m, n)
    for (let i = 0; i < term.length; i++) {
      term[i] /= j
      sum[i] += term[i]
    }
  }
  return sum
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const c = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const x = a[i * n + k]
      if (x !== 0) for (let j = 0; j < n; j++) c[i * n + j] += x * b[k * n + j]
    }
  return c
}
