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
  /** What each compartment loses that none of the others gets, 1/min; 'follows' for one that takes nothing from what it follows. */
  lost: readonly (number | 'follows')[]
}

const kept = 64

/** The content of every compartment on the way through time; exact from any time to any later one. */
export class Tank {
  readonly amounts: Float64Array
  private readonly rates: Float64Array
  private readonly inflow: readonly number[]
  private readonly follows: readonly boolean[]
  private readonly propagators = new Map<number, Float64Array>()

  constructor(flow: Flow) {
    this.inflow = flow.inflow
    this.amounts = new Float64Array(flow.inflow.length)
    this.follows = flow.lost.map((lost) => lost === 'follows')
    this.rates = bordered(flow)
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
    const size = n + 2
    const propagator = this.propagatorOf(step)
    const before = this.amounts.slice()
    for (let i = 0; i < n; i++) {
      let sum = propagator[i * size + n + 1] * mgPerMin
      for (let j = 0; j < n; j++) sum += propagator[i * size + j] * before[j]
      this.amounts[i] = sum
    }
  }

  private propagatorOf(step: number): Float64Array {
    const known = this.propagators.get(step)
    if (known) return known
    if (this.propagators.size >= kept) this.propagators.clear()
    const propagator = exponential(this.rates, this.follows, step)
    this.propagators.set(step, propagator)
    return propagator
  }
}

/** The system with two more states: all that is lost for good, and a constant 1 that flows in. */
function bordered({ rates, inflow, lost }: Flow): Float64Array {
  const n = inflow.length
  const m = new Float64Array((n + 2) ** 2)
  rates.forEach((row, i) => {
    m.set(row, i * (n + 2))
    m[i * (n + 2) + n + 1] = inflow[i]
  })
  lost.forEach((rate, j) => {
    m[n * (n + 2) + j] = rate === 'follows' ? 0 : rate
  })
  return m
}

/**
 * e^(M·t) for a matrix negative on its diagonal alone. e^(M·t) = e^(−s·t)·e^((M + s)·t) with s the largest loss: the second factor is a
 * series of positive terms. Taken over a short time and squared, which would double the rounding each time. It does not, because what is
 * known is put back each time: nothing is lost but to where it is counted, and what follows forgets at its own rate.
 */
function exponential(m: Float64Array, follows: readonly boolean[], t: number): Float64Array {
  const n = follows.length + 2
  let loss = 0
  for (let i = 0; i < n; i++) loss = Math.max(loss, -m[i * n + i])
  const squarings = Math.max(0, Math.ceil(Math.log2(loss * t)) + 1)
  const short = t / 2 ** squarings
  let power = series(shifted(m, n, loss, short), n, Math.exp(-loss * short))
  for (let i = 0; i <= squarings; i++) {
    if (i > 0) power = product(power, power, n)
    settle(power, m, follows, t / 2 ** (squarings - i))
  }
  return power
}

/** Puts back what is known of a propagator over t min. */
function settle(power: Float64Array, m: Float64Array, follows: readonly boolean[], t: number): void {
  const n = follows.length + 2
  follows.forEach((alone, j) => {
    if (alone) {
      power[j * n + j] = Math.exp(m[j * n + j] * t)
      return
    }
    let sum = power[(n - 2) * n + j]
    for (let i = 0; i < n - 2; i++) if (!follows[i]) sum += power[i * n + j]
    for (let i = 0; i < n - 1; i++) if (!follows[i]) power[i * n + j] /= sum
  })
  power[(n - 2) * n + n - 2] = 1
  power[n * n - 1] = 1
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
