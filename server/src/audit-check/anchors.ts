import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, verify } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { BEFORE_FIRST, badLine, parsed } from './ask.ts'

/** A signed head, as it was kept outside the database; `after` and `root` are those of the lines since the anchor before. */
export type Anchor = {
  readonly clinic: string
  readonly seq: number
  readonly hash: string
  readonly after: number | undefined
  readonly root: string | undefined
  readonly head: string
  readonly signature: string
}

/** What is kept outside the database: anchors by clinic, and the clinics whose file cannot be read. */
export type Outside = { readonly anchors: ReadonlyMap<string, readonly Anchor[]>; readonly unreadable: ReadonlySet<string> }

const anchorIn = (text: string): Anchor | null => {
  const line = parsed(text)
  const head = typeof line?.head === 'string' ? parsed(line.head) : null
  if (!line || !head || typeof head.clinic !== 'string' || !Number.isInteger(head.seq)) return null
  return {
    clinic: head.clinic,
    seq: Number(head.seq),
    hash: String(head.hash),
    after: typeof head.after === 'number' ? head.after : undefined,
    root: typeof head.root === 'string' ? head.root : undefined,
    head: String(line.head),
    signature: String(line.signature),
  }
}

const filesIn = (place: string): string[] => {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place).map((name) => join(place, name))
}

const add = (anchors: Map<string, Anchor[]>, anchor: Anchor) => {
  const mine = anchors.get(anchor.clinic)
  if (mine) mine.push(anchor)
  else anchors.set(anchor.clinic, [anchor])
}

/** Reads the anchors in folders (one file a clinic) and in single files, such as a letter that was kept. */
export const readOutside = (places: readonly string[]): Outside => {
  const anchors = new Map<string, Anchor[]>()
  const unreadable = new Set<string>()
  for (const file of places.flatMap(filesIn)) {
    const own = file.endsWith('.jsonl') ? basename(file, '.jsonl') : undefined
    if (own !== undefined && !anchors.has(own)) anchors.set(own, [])
    for (const text of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const anchor = anchorIn(text)
      if (anchor) add(anchors, anchor)
      if (own !== undefined && anchor?.clinic !== own) unreadable.add(own)
    }
  }
  return { anchors, unreadable }
}

/** Who may have signed: today's key, then those of before, newest first; null when nobody knows. */
type Signers = KeyObject | readonly KeyObject[] | null

/** The anchored hash of each line that has one; throws where an anchor was changed, forged or taken away. */
export const checkedAnchors = ({ anchors, unreadable }: Outside, clinicId: string, signers: Signers): Map<number, string> => {
  if (unreadable.has(clinicId)) throw badLine(0, 'an anchor cannot be read')
  const hashes = new Map([[0, BEFORE_FIRST]])
  const mine = anchors.get(clinicId) ?? []
  const keys = signers === null ? null : [signers].flat()
  let oldest = keys === null ? 0 : keys.length - 1
  for (const { seq, hash, head, signature } of mine.toSorted((a, b) => a.seq - b.seq)) {
    const by = keys?.findIndex((key) => verify(null, Buffer.from(head), key, Buffer.from(signature, 'base64'))) ?? 0
    if (by < 0) throw badLine(seq, 'the signature of its anchor does not hold: it was forged, or SECRET_KEY is another')
    // Whoever has found a key of before could otherwise sign a trail of their own with it.
    if (by > oldest) throw badLine(seq, 'its anchor was signed with a key that had been replaced by then')
    oldest = by
    if (hashes.has(seq) && hashes.get(seq) !== hash) throw badLine(seq, 'two anchors say different things of it')
    hashes.set(seq, hash)
  }
  for (const { seq, after } of mine)
    if (after !== undefined && !hashes.has(after)) throw badLine(seq, `its anchor follows one of line ${after}, which is missing`)
  return hashes
}

/** The public half of the key that signs anchors, from the one secret (32 bytes, base64). */
export const anchorKey = (secret: string): KeyObject => {
  const seed = Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), 'dripline', 'anchor', 32))
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  return createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }))
}
