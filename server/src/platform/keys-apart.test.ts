import { expect, test } from 'vitest'
import { keysFrom, type Purpose } from './keys.ts'

const purposes: readonly Purpose[] = ['form', 'link', 'sign-in', 'totp', 'proof', 'anchor', 'csrf', 'device']
const secret = (first: number) => Buffer.from(Array.from({ length: 32 }, (_, i) => (first + i * 37) % 251)).toString('base64')

test('each purpose has a key of 256 bits of its own, and another secret other ones', () => {
  const [ours, others] = [keysFrom(secret(1)), keysFrom(secret(2))]
  const all = [ours, others].flatMap((keys) => purposes.map((purpose) => keys.of(purpose)))
  for (const key of all) expect(key).toHaveLength(32)
  expect(new Set(all.map((key) => key.toString('hex'))).size).toBe(2 * purposes.length)
})

test('a token stands for one thing of one purpose, whatever lies between its parts', () => {
  const keys = keysFrom(secret(1))
  const tokens = [
    keys.token('link', 'a', 'b'),
    keys.token('proof', 'a', 'b'),
    keys.token('link', 'ab'),
    keys.token('link', 'a', 'b', 1),
    keys.token('link', 'a', 'b', '1'),
    keysFrom(secret(2)).token('link', 'a', 'b'),
  ]
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
  expect(new Set(tokens).size).toBe(tokens.length)
})
