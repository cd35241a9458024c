import { createHash, randomBytes } from 'node:crypto'

const RANDOM_BITS = 74n
const MOST = (1n << RANDOM_BITS) - 1n
const LOW_BITS = 62n

const text = (milliseconds: number, random: bigint): string => {
  const high = (BigInt(milliseconds) << 16n) | (7n << 12n) | (random >> LOW_BITS)
  const low = (2n << LOW_BITS) | (random & ((1n << LOW_BITS) - 1n))
  const hex = high.toString(16).padStart(16, '0') + low.toString(16).padStart(16, '0')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const POOL_BYTES = 4096

// The machine is asked for chance in pieces of four kilobytes: asked for ten bytes an id it is most of what an id costs.
const pooledBytes = () => {
  let [pool, used] = [Buffer.alloc(0), 0]
  return (size: number): Buffer => {
    if (used + size > pool.length) [pool, used] = [randomBytes(POOL_BYTES), 0]
    used += size
    return pool.subarray(used - size, used)
  }
}

/** A maker of UUIDv7: 48 bits of the given instant, then 74 random bits; of two made in one millisecond the later is the greater. */
export const uuid7Maker = (random: (size: number) => Buffer = pooledBytes()): ((at: Date) => string) => {
  let [lastAt, last] = [-1, 0n]
  const bits = (count: number) => BigInt(`0x${random(count).toString('hex')}`)
  return (at) => {
    const now = at.getTime()
    const next = now === lastAt ? last + 1n + bits(4) : bits(10) & (MOST >> 1n)
    last = next & MOST
    lastAt = now
    return text(now, last)
  }
}

/** A UUIDv7 in the order in which this process made them. */
export const uuid7 = uuid7Maker()

/** A UUIDv7 of an instant that depends on a name alone: the same one each time it is asked. */
export const idNamed = (at: Date, name: string): string => idOf(at.getTime(), name)

/** The id of what the same act writes `nth` after the record of this id: the same one each time it is asked; the 0th is the record itself. */
export const idAfter = (id: string, nth: number): string =>
  nth === 0 ? id : idOf(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), `${id} ${nth}`)

const idOf = (milliseconds: number, name: string): string =>
  text(milliseconds, BigInt(`0x${createHash('sha256').update(name).digest('hex')}`) & MOST)
