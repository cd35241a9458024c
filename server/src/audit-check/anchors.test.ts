import { sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { keysFrom } from '../platform/keys.ts'
import { anchorKey, checkedAnchors } from './anchors.ts'

const secret = (first: number) => Buffer.from(Array.from({ length: 32 }, (_, i) => (first + i * 37) % 251)).toString('base64')
const [OLD, NEW] = [secret(1), secret(2)]
const clinic = 'c'

const anchorBy = (key: string, seq: number) => {
  const head = JSON.stringify({ clinic, seq })
  const signature = sign(null, Buffer.from(head), keysFrom(key).anchor.privateKey).toString('base64')
  return { clinic, seq, hash: `hash ${seq}`, after: undefined, root: undefined, head, signature }
}
const check = (anchors: ReturnType<typeof anchorBy>[], keys: string[]) =>
  checkedAnchors({ anchors: new Map([[clinic, anchors]]), unreadable: new Set() }, clinic, keys.map(anchorKey))

test('anchors of the key before hold beside those of the new one, wherever they were kept', () => {
  const anchors = [anchorBy(NEW, 30), anchorBy(OLD, 10), anchorBy(OLD, 20)]
  expect([...check(anchors, [NEW, OLD]).keys()].sort((a, b) => a - b)).toEqual([0, 10, 20, 30])
  expect(() => check(anchors, [NEW])).toThrow(/line 10.*SECRET_KEY is another/)
})

test('an anchor that a replaced key has signed afterwards is a forged one', () => {
  const anchors = [anchorBy(OLD, 10), anchorBy(NEW, 20), anchorBy(OLD, 30)]
  expect(() => check(anchors, [NEW, OLD])).toThrow(/line 30.*key that had been replaced/)
})
