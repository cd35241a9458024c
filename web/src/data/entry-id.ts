const hex = (byte: number) => byte.toString(16).padStart(2, '0')

/**
 * The id of what is about to be entered, made here (UUIDv7): it goes with the entry for ever, so that sent twice it is one. Its first
 * part is this device's time, which nobody reads as a time.
 */
export function entryId(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 256 ** (5 - i)) % 256
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const text = Array.from(bytes, hex).join('')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-')
}
