const steps = 200

/**
 * The zero of f between lo and hi, where f has opposite signs: Newton's step, halved to the bracket whenever it would leave it.
 * f returns its value and its slope; `positiveAtLo` tells the sign at lo, so neither end is ever evaluated.
 */
export function newtonBetween(
  f: (x: number) => readonly [value: number, slope: number],
  positiveAtLo: boolean,
  [lo, hi]: readonly [number, number],
  start: number,
): number {
  let [a, b] = [lo, hi]
  let x = start > a && start < b ? start : (a + b) / 2
  for (let i = 0; i < steps; i++) {
    const [value, slope] = f(x)
    if (value === 0) return x
    if (value > 0 === positiveAtLo) a = x
    else b = x
    const newton = x - value / slope
    const next = newton > a && newton < b ? newton : (a + b) / 2
    if (Math.abs(next - x) <= Number.EPSILON * Math.abs(x)) return next
    x = next
  }
  return x
}

/** The zero of f between lo and hi by halving, to the last digit; f has opposite signs there. */
export function bisect(f: (x: number) => number, lo: number, hi: number): number {
  let [a, b] = [lo, hi]
  const positiveAtLo = f(lo) > 0
  for (let i = 0; i < steps; i++) {
    const middle = (a + b) / 2
    if (middle <= a || middle >= b) return middle
    if (f(middle) > 0 === positiveAtLo) a = middle
    else b = middle
  }
  return (a + b) / 2
}
