import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashBegins, sumOf } from './form-sum.ts'

const truth = (text: string) => createHash('sha256').update(text).digest().readUInt32BE(0)

test('hashes as SHA-256 does, for every length that a mark and its sum can have', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 55, unit: fc.constantFrom(...'abcXYZ019-_ ') }), (text) => {
      expect(hashBegins(text)).toBe(truth(text))
    }),
    { numRuns: 500 },
  )
  for (let length = 0; length <= 55; length += 1) expect(hashBegins('x'.repeat(length))).toBe(truth('x'.repeat(length)))
})

test('finds for each part the first number that does, and stops when nobody wants it any more', async () => {
  const mark = createHash('sha256').update('a form').digest('base64url')
  const sum = (await sumOf(mark, { parts: 3, bits: 8 }, () => true))?.split('.').map(Number) ?? []
  expect(sum).toHaveLength(3)
  for (const [part, number] of sum.entries()) {
    expect(truth(`${mark} ${part} ${number}`)).toBeLessThan(2 ** 24)
    for (let less = 0; less < number; less += 1) expect(truth(`${mark} ${part} ${less}`)).toBeGreaterThanOrEqual(2 ** 24)
  }
  expect(await sumOf(mark, { parts: 1, bits: 32 }, () => false)).toBeNull()
})
