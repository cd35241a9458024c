/** Numbers that look random and are the same every time: a function of the seed and of what they are for. */
export type Chance = {
  /** A number from 0 to 1. */
  of(...what: (string | number)[]): number
  /** A normal deviate. */
  normal(...what: (string | number)[]): number
  pick<T>(list: readonly T[], ...what: (string | number)[]): T
  /** A whole number from `least` to `most`. */
  between(least: number, most: number, ...what: (string | number)[]): number
}

// FNV-1a over the words, then two rounds of mixing: enough for a play, not for anything secret.
const mixed = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  for (let round = 0; round < 2; round++) {
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
    h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  }
  return (h ^ (h >>> 15)) >>> 0
}

export const chanceFrom = (seed: number): Chance => {
  const of = (...what: (string | number)[]) => (mixed(`${seed}:${what.join(':')}`) + 0.5) / 2 ** 32
  return {
    of,
    normal: (...what) => Math.sqrt(-2 * Math.log(of(...what, 'r'))) * Math.cos(2 * Math.PI * of(...what, 'angle')),
    pick: (list, ...what) => {
      const picked = list[Math.floor(of(...what) * list.length)]
      if (picked === undefined) throw new TypeError('Nothing to pick from.')
      return picked
    },
    between: (least, most, ...what) => least + Math.floor(of(...what) * (most - least + 1)),
  }
}
