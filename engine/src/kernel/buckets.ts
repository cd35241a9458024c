/** Buckets of positive numbers a 64th of an octave wide: the exponent and six bits. */
const shift = 14

/** Which half of a number holds its exponent, on this machine. */
const high = new Uint8Array(Uint16Array.of(1).buffer)[0]

/** The numbers as words; the one that tells the bucket of number i is at 2i + `high`. */
export const wordsOf = ({ buffer, byteOffset, length }: Float64Array) => new Int32Array(buffer, byteOffset, 2 * length)

/** The first of so many buckets that lie round the number in the middle of a list. */
export const baseOf = (words: Int32Array, buckets: number) => (words[2 * (words.length >> 2) + high] >> shift) - buckets / 2

/** The bucket of number i; what lies outside all is in the first or the last. */
export function bucketOf(words: Int32Array, i: number, base: number, buckets: number): number {
  const at = (words[2 * i + high] >> shift) - base
  return at < 0 ? 0 : at < buckets ? at : buckets - 1
}
