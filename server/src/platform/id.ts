import { randomBytes } from 'node:crypto'

/** A UUIDv7: 48 bits of the given instant, then 74 bits of the given randomness. */
export const uuid7 = (at: Date, random: (size: number) => Buffer = randomBytes): string => {
  const bytes = random(16)
  bytes.writeUIntBE(at.getTime(), 0, 6)
  bytes.writeUInt8(((bytes[6] ?? 0) & 0x0f) | 0x70, 6)
  bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
