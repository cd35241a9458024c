// The first 32 bits of the fractional parts of the cube and the square roots of the first primes: what SHA-256 is made of.
const primes: number[] = []
for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
const rooted = (power: number) => (prime: number) => ((prime ** power % 1) * 2 ** 32) | 0
const ROUNDS = Int32Array.from(primes, rooted(1 / 3))
const FIRST = Int32Array.from(primes.slice(0, 8), rooted(1 / 2))

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))
const words = new Int32Array(64)

const at = (list: Int32Array, place: number) => list[place] ?? 0

/** The first 32 bits of the SHA-256 of a text of at most 55 plain characters. */
export const hashBegins = (text: string): number => {
  words.fill(0)
  for (let i = 0; i < text.length; i += 1) words[i >> 2] = at(words, i >> 2) | (text.charCodeAt(i) << (24 - 8 * (i & 3)))
  words[text.length >> 2] = at(words, text.length >> 2) | (0x80 << (24 - 8 * (text.length & 3)))
  words[15] = text.length * 8
  for (let i = 16; i < 64; i += 1) {
    const [early, late] = [at(words, i - 15), at(words, i - 2)]
    const low = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const high = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    words[i] = (at(words, i - 16) + low + at(words, i - 7) + high) | 0
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = FIRST
  for (let i = 0; i < 64; i += 1) {
    const one = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const more = (h + one + ((e & f) ^ (~e & g)) + at(ROUNDS, i) + at(words, i)) | 0
    const two = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    const least = (two + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + more) | 0
    d = c
    c = b
    b = a
    a = (more + least) | 0
  }
  return (at(FIRST, 0) + a) >>> 0
}

const AT_A_TIME = 400
const pause = () => new Promise<void>((done) => setTimeout(done))

/** What a form's sum must be: so many numbers, each of which with the mark and its own place hashes to so many zero bits. */
export type Sum = { readonly parts: number; readonly bits: number }

/**
 * Works out the sum of a form. Of many small parts, so that it takes nobody much longer than another; a little at a time, so that the page
 * answers whoever types meanwhile. Null when it was told to stop.
 */
export const sumOf = async (mark: string, { parts, bits }: Sum, isWanted: () => boolean): Promise<string | null> => {
  const below = 2 ** (32 - bits)
  const found: number[] = []
  let tries = 0
  for (let number = 0; isWanted(); number += 1) {
    if (hashBegins(`${mark} ${found.length} ${number}`) < below) {
      found.push(number)
      if (found.length === parts) return found.join('.')
      number = -1
    }
    tries += 1
    if (tries % AT_A_TIME === 0) await pause()
  }
  return null
}
