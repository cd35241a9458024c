/**
 * Numbers that look random and are a pure function of their place: seed, subject, draw. Subject 900 can be drawn without the 899
 * before it, in any order and on any machine. The generator is Philox 4×32 with ten rounds (Salmon et al., SC 2011).
 */
const rounds = 10

type Words = readonly [number, number, number, number]

/** Four random 32-bit words for a counter and a key. */
export function philox(counter: Words, key: readonly [number, number]): Words {
  let [a, b, c, d] = counter
  let [k, l] = key
  for (let round = 0; round < rounds; round++) {
    const [highA, lowA] = product(0xd2511f53, a)
    const [highC, lowC] = product(0xcd9e8d57, c)
    ;[a, b, c, d] = [(highC ^ b ^ k) >>> 0, lowC, (highA ^ d ^ l) >>> 0, lowA]
    k = (k + 0x9e3779b9) >>> 0
    l = (l + 0xbb67ae85) >>> 0
  }
  return [a, b, c, d]
}

/** A 32 × 32-bit product, high and low word; a double would lose the middle. */
function product(x: number, y: number): readonly [high: number, low: number] {
  const [xh, xl, yh, yl] = [x >>> 16, x & 0xffff, y >>> 16, y & 0xffff]
  const middle = xh * yl + Math.floor((xl * yl) / 0x10000)
  const carried = xl * yh + (middle % 0x10000)
  return [xh * yh + Math.floor(middle / 0x10000) + Math.floor(carried / 0x10000), Math.imul(x, y) >>> 0]
}

/** Between 0 and 1, never either: 52 bits, set in the middle of their cell. */
const unit = (high: number, low: number) => (high * 0x100000 + (low >>> 12) + 0.5) / 2 ** 52

/** A standard normal deviate for a place: seed (a whole number up to 2⁵³), subject, draw. */
export function normalAt(seed: number, subject: number, draw: number): number {
  const [a, b, c, d] = philox([subject >>> 0, draw >>> 1, 0, 0], [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0])
  const radius = Math.sqrt(-2 * Math.log(unit(a, b)))
  const angle = 2 * Math.PI * unit(c, d)
  return radius * (draw % 2 === 0 ? Math.cos(angle) : Math.sin(angle))
}
