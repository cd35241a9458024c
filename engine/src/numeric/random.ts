/**
 * Numbers that look random and are a pure function of their place: seed, subject, draw. Subject 900 can be drawn without the 899
 * before it, in any order and on any machine. The generator is Philox 4×32 with ten rounds (Salmon et al., SC 2011).
 */
const rounds = 10

type Words = readonly [number, number, number, number]

/** Four random 32-bit words for a counter and a key. */
export function philox(counter: Words, key: readonly [number, number]): Words {
  let a = counter[0]
  let b = counter[1]
  let c = counter[2]
  let d = counter[3]
  let k = key[0]
  let l = key[1]
  for (let round = 0; round < rounds; round++) {
    const highA = high(0xd2511f53, a)
    const lowA = Math.imul(0xd2511f53, a) >>> 0
    const highC = high(0xcd9e8d57, c)
    const lowC = Math.imul(0xcd9e8d57, c) >>> 0
    a = (highC ^ b ^ k) >>> 0
    b = lowC
    c = (highA ^ d ^ l) >>> 0
    d = lowA
    k = (k + 0x9e3779b9) >>> 0
    l = (l + 0xbb67ae85) >>> 0
  }
  return [a, b, c, d]
}

/** The high word of a 32 × 32-bit product, from halves; a double would lose the middle. */
function high(x: number, y: number): number {
  const xh = x >>> 16
  const xl = x & 0xffff
  const yh = y >>> 16
  const yl = y & 0xffff
  const middle = (Math.imul(xh, yl) >>> 0) + (Math.imul(xl, yl) >>> 16)
  const carried = (Math.imul(xl, yh) >>> 0) + (middle & 0xffff)
  return (Math.imul(xh, yh) >>> 0) + (middle >>> 16) + (carried >>> 16)
}

/** Between 0 and 1, never either: 52 bits, set in the middle of their cell. */
const unit = (upper: number, lower: number) => (upper * 0x100000 + (lower >>> 12) + 0.5) / 2 ** 52

/** A standard normal deviate for a place: seed (a whole number up to 2⁵³), subject, draw. */
export function normalAt(seed: number, subject: number, draw: number): number {
  const words = philox([subject >>> 0, draw >>> 1, 0, 0], [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0])
  const radius = Math.sqrt(-2 * Math.log(unit(words[0], words[1])))
  const angle = 2 * Math.PI * unit(words[2], words[3])
  return radius * (draw % 2 === 0 ? Math.cos(angle) : Math.sin(angle))
}
