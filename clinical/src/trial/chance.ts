/** Chance from a seed: the same seed and number give the same sequence on any machine. */
export type Chance = {
  /** From 0 up to 1. */
  share(): number
  isSo(probability: number): boolean
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number
  oneOf<T>(among: readonly T[]): T
}

/** Splitmix32 over seed and number; it need not be strong, only the same again. */
export const chanceOf = (seed: number, number: number): Chance => {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0
  const share = () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number) => least + Math.floor(share() * (most - least + 1))
  return {
    share,
    isSo: (probability) => share() < probability,
    whole,
    oneOf: (among) => {
      const one = among[whole(0, among.length - 1)]
      if (one === undefined) throw new RangeError('Nothing to choose from.')
      return one
    },
  }
}
