import { NoPicture } from './pixels.ts'

const GRAY = 0
const RGB = 2
const PALETTE = 3
const GRAY_ALPHA = 4
const RGBA = 6

const kinds: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  [GRAY]: { samples: 1, depths: [1, 2, 4, 8, 16] },
  [RGB]: { samples: 3, depths: [8, 16] },
  [PALETTE]: { samples: 1, depths: [1, 2, 4, 8] },
  [GRAY_ALPHA]: { samples: 2, depths: [8, 16] },
  [RGBA]: { samples: 4, depths: [8, 16] },
}

/** Whether a kind of pixels may have samples of so many bits. */
export const isDepthOf = (kind: number, depth: number): boolean => kinds[kind]?.depths.includes(depth) ?? false

/** How many samples a pixel of this kind has. */
export const samplesOf = (kind: number): number => kinds[kind]?.samples ?? 0

type Given = {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly kind: number
  readonly palette: Uint8Array | undefined
  readonly transparent: Uint8Array | undefined
}
type Sample = (x: number, y: number, which: number) => number

// Of sixteen bits the upper eight are kept.
const samplesIn = (rows: Uint8Array, stride: number, { depth, kind }: Given): Sample => {
  const many = samplesOf(kind)
  return (x, y, which) => {
    const bit = (x * many + which) * depth
    const byte = rows[y * stride + (bit >> 3)] ?? 0
    return depth >= 8 ? byte : (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
  }
}

type Pixel = readonly [red: number, green: number, blue: number, alpha: number]

const ofPalette = (sample: Sample, { palette, transparent }: Given) => {
  if (!palette || palette.length % 3 !== 0) throw new NoPicture('broken')
  return (x: number, y: number): Pixel => {
    const entry = sample(x, y, 0)
    if (entry * 3 >= palette.length) throw new NoPicture('broken')
    const [red = 0, green = 0, blue = 0] = palette.subarray(entry * 3)
    return [red, green, blue, transparent?.[entry] ?? 255]
  }
}

// A color that is named as seen through is compared as it was written, both bytes of it.
const seenThrough = (rows: Uint8Array, stride: number, given: Given, sample: Sample) => {
  const { transparent, depth, kind } = given
  const many = samplesOf(kind)
  if (!transparent || transparent.length !== many * 2) return () => false
  const low = (x: number, y: number, which: number) => rows[y * stride + (x * many + which) * 2 + 1] ?? 0
  return (x: number, y: number) =>
    Array.from({ length: many }, (_, i) => i).every((i) => {
      const [high = 0, rest = 0] = transparent.subarray(i * 2)
      return depth === 16 ? sample(x, y, i) === high && low(x, y, i) === rest : sample(x, y, i) === rest
    })
}

const plain = (rows: Uint8Array, stride: number, given: Given, sample: Sample) => {
  const isThrough = seenThrough(rows, stride, given, sample)
  const scale = given.depth < 8 ? 255 / ((1 << given.depth) - 1) : 1
  return (x: number, y: number): Pixel => {
    const first = sample(x, y, 0) * scale
    if (given.kind === GRAY_ALPHA) return [first, first, first, sample(x, y, 1)]
    if (given.kind === RGBA) return [first, sample(x, y, 1), sample(x, y, 2), sample(x, y, 3)]
    const alpha = isThrough(x, y) ? 0 : 255
    return given.kind === GRAY ? [first, first, first, alpha] : [first, sample(x, y, 1), sample(x, y, 2), alpha]
  }
}

/** Unfiltered rows of any kind and depth as four bytes a pixel. Throws `NoPicture` where a pixel names no color of the palette. */
export function rgbaOf(rows: Uint8Array, stride: number, given: Given): Uint8Array {
  const sample = samplesIn(rows, stride, given)
  const pixel = given.kind === PALETTE ? ofPalette(sample, given) : plain(rows, stride, given, sample)
  const rgba = new Uint8Array(given.width * given.height * 4)
  for (let y = 0; y < given.height; y += 1)
    for (let x = 0; x < given.width; x += 1) rgba.set(pixel(x, y), (y * given.width + x) * 4)
  return rgba
}
