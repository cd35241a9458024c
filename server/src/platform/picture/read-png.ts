import { crc32, inflateSync } from 'node:zlib'
import { NoPicture, type Pixels } from './pixels.ts'
import { isDepthOf, rgbaOf, samplesOf } from './png-samples.ts'
import { unfilter } from './unfilter.ts'

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])

type Chunk = { readonly type: string; readonly data: Buffer }

/** Every chunk up to the end, each with its checksum held; what follows the end is never looked at. */
const chunksIn = (file: Buffer): Chunk[] => {
  const chunks: Chunk[] = []
  let at = SIGNATURE.length
  while (at + 12 <= file.length) {
    const length = file.readUInt32BE(at)
    const end = at + 8 + length
    if (end + 4 > file.length) throw new NoPicture('broken')
    const type = file.toString('latin1', at + 4, at + 8)
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) throw new NoPicture('broken')
    chunks.push({ type, data: file.subarray(at + 8, end) })
    if (type === 'IEND') return chunks
    at = end + 4
  }
  throw new NoPicture('broken')
}

const headOf = ({ type, data }: Chunk, mostPixels: number) => {
  if (type !== 'IHDR' || data.length !== 13) throw new NoPicture('broken')
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
  const [depth = 0, kind = 0, compression, filter, interlace] = data.subarray(8)
  if (width === 0 || height === 0 || !isDepthOf(kind, depth) || compression !== 0 || filter !== 0) throw new NoPicture('broken')
  if (width > mostPixels || height > mostPixels) throw new NoPicture('too large')
  if (interlace !== 0) throw new NoPicture('not plain')
  return { width, height, depth, kind }
}

const only = (chunks: readonly Chunk[], type: string) => chunks.find((chunk) => chunk.type === type)?.data

/**
 * Reads a PNG (W3C, third edition) into pixels, and nothing of it but pixels: no word, place, profile or second frame that it carries. No
 * side may have more than `mostPixels`; a file that says less than it unfolds to is refused before it is unfolded. Throws `NoPicture`.
 */
export function readPng(file: Buffer, mostPixels: number): Pixels {
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new NoPicture('not a PNG')
  const [first, ...rest] = chunksIn(file)
  if (!first) throw new NoPicture('broken')
  const { width, height, depth, kind } = headOf(first, mostPixels)
  if (rest.some(({ type }) => type === 'acTL' || type === 'fdAT')) throw new NoPicture('not plain')
  // Whatever is critical and unknown changes what is seen.
  if (rest.some(({ type }) => /^[A-Z]/.test(type) && !['PLTE', 'IDAT', 'IEND'].includes(type))) throw new NoPicture('broken')
  const bitsAPixel = samplesOf(kind) * depth
  const stride = Math.ceil((width * bitsAPixel) / 8)
  const size = (stride + 1) * height
  const folded = Buffer.concat(rest.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])))
  const rows = unfilter(unfolded(folded, size), stride, Math.max(1, bitsAPixel >> 3))
  const given = { width, height, depth, kind, palette: only(rest, 'PLTE'), transparent: only(rest, 'tRNS') }
  return { width, height, rgba: rgbaOf(rows, stride, given) }
}

// It may not become larger than its head says: that is how a small file fills a memory.
const unfolded = (folded: Buffer, size: number): Buffer => {
  try {
    const bytes = inflateSync(folded, { maxOutputLength: size })
    if (bytes.length === size) return bytes
  } catch {
    // Said below.
  }
  throw new NoPicture('broken')
}
