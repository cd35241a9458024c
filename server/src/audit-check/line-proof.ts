import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { Outside } from './anchors.ts'
import { type Ask, parsed, type Result, type Row, sha256 } from './ask.ts'

/** What proves one line to somebody who has neither the database nor any other line: its text, the way to a signed root, the anchor. */
export type LineProof = {
  readonly line: string
  readonly path: readonly (readonly ['left' | 'right', string])[]
  readonly anchor: { readonly head: string; readonly signature: string }
  readonly publicKey: string
}

const leaf = (entry: string) => sha256(`line\n${entry}`)
const node = (left: string, right: string) => sha256(`pair\n${left}\n${right}`)

// Level by level; who has no neighbour goes up alone.
const above = (level: readonly string[]) => {
  const up: string[] = []
  for (let i = 0; i < level.length; i += 2) {
    const [left, right] = [level[i] ?? '', level[i + 1]]
    up.push(right === undefined ? left : node(left, right))
  }
  return up
}

const pathOf = (leaves: readonly string[], at: number) => {
  const path: ['left' | 'right', string][] = []
  for (let [level, i] = [leaves, at]; level.length > 1; [level, i] = [above(level), i >> 1]) {
    const beside = level[i ^ 1]
    if (beside !== undefined) path.push([i % 2 === 0 ? 'right' : 'left', beside])
  }
  return path
}

/** Proves one line of a clinic by the first anchor at or after it; null where there is none yet. */
export const proveLine = async (
  ask: Ask,
  outside: Outside,
  clinicId: string,
  seq: number,
  keys: readonly KeyObject[],
): Promise<LineProof | null> => {
  const anchor = (outside.anchors.get(clinicId) ?? [])
    .filter(({ after, root, ...each }) => root !== undefined && after !== undefined && after < seq && seq <= each.seq)
    .sort((a, b) => a.seq - b.seq)[0]
  if (!anchor) return null
  const rows = await ask('select entry from audit_line where clinic_id = $1 and seq > $2 and seq <= $3 order by audit_line.seq', [
    clinicId,
    anchor.after,
    anchor.seq,
  ])
  const at = seq - 1 - Number(anchor.after)
  const line = rows[at]?.entry
  if (line === undefined) return null
  const path = pathOf(
    rows.map(({ entry }) => leaf(String(entry))),
    at,
  )
  const key =
    keys.find((each) => verify(null, Buffer.from(anchor.head), each, Buffer.from(anchor.signature, 'base64'))) ?? keys[0]
  const publicKey = key?.export({ format: 'der', type: 'spki' }).toString('base64') ?? ''
  return { line: String(line), path, anchor: { head: anchor.head, signature: anchor.signature }, publicKey }
}

const isPath = (value: unknown): value is LineProof['path'] =>
  Array.isArray(value) &&
  value.every((step) => Array.isArray(step) && ['left', 'right'].includes(step[0]) && typeof step[1] === 'string')

const isAnchor = (value: unknown): value is LineProof['anchor'] =>
  value !== null && typeof value === 'object' && 'head' in value && 'signature' in value

/** Checks a proof without any database. The key is the clinic's own, known by another way than the proof itself. */
export const checkLineProof = (text: string, key: string): Result => {
  const bad = (why: string): Result => ({ verdict: 'bad', says: `bad proof: ${why}` })
  const proof: Row | null = parsed(text)
  if (typeof proof?.line !== 'string' || !isPath(proof.path) || !isAnchor(proof.anchor)) return bad('it cannot be read')
  const signer = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
  const { head, signature } = proof.anchor
  if (!verify(null, Buffer.from(head), signer, Buffer.from(signature, 'base64')))
    return bad('the signature of its anchor does not hold')
  const [said, line] = [parsed(head), parsed(proof.line)]
  let hash = leaf(proof.line)
  for (const [side, beside] of proof.path) hash = side === 'left' ? node(beside, hash) : node(hash, beside)
  if (hash !== said?.root) return bad('its line is none of those that were anchored')
  if (line?.clinic !== said?.clinic) return bad('its line is of another clinic')
  return { verdict: 'ok', says: `ok line ${line?.seq} of clinic ${said?.clinic} stood there at ${said?.at}` }
}
