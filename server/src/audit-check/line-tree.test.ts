import { sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonical } from '../platform/canonical.ts'
import { keysFrom } from '../platform/keys.ts'
import { leafOf, rootOf } from '../platform/line-tree.ts'
import { checkLineProof, proveLine } from './line-proof.ts'

const { anchor } = keysFrom(Buffer.alloc(32, 5).toString('base64'))
const key = anchor.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')

test('every line under a root of 1 to 33 lines is proved by it, and no other line in its place', async () => {
  for (let count = 1; count <= 33; count++) {
    const lines = Array.from({ length: count }, (_, i) => canonical({ clinic: 'c', seq: i + 8, verb: `v${i}` }))
    const head = canonical({ clinic: 'c', seq: count + 7, hash: 'h', after: 7, root: rootOf(lines.map(leafOf)) })
    const signature = sign(null, Buffer.from(head), anchor.privateKey).toString('base64')
    const kept = { clinic: 'c', seq: count + 7, hash: 'h', after: 7, root: 'there', head, signature }
    const outside = { anchors: new Map([['c', [kept]]]), unreadable: new Set<string>() }
    const ask = async () => lines.map((entry) => ({ entry }))
    for (let i = 0; i < count; i++) {
      const proof = await proveLine(ask, outside, 'c', i + 8, [anchor.publicKey])
      expect(checkLineProof(JSON.stringify(proof), key).verdict).toBe('ok')
      const other = { ...proof, line: lines[(i + 1) % count]?.replace('"verb"', '"Verb"') }
      expect(checkLineProof(JSON.stringify(other), key).verdict).toBe('bad')
      if (proof && proof.path.length > 0)
        expect(checkLineProof(JSON.stringify({ ...proof, path: proof.path.slice(1) }), key).verdict).toBe('bad')
    }
    expect(await proveLine(ask, outside, 'c', 7, [anchor.publicKey])).toBeNull()
  }
})
