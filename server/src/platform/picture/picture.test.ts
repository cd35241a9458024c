import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitted, trimmed } from './fit-picture.ts'
import { NoPicture, type Pixels } from './pixels.ts'
import { readPng } from './read-png.ts'
import { writePng } from './write-png.ts'

const MOST = 64
const why = (file: Buffer) => {
  try {
    readPng(file, MOST)
    return null
  } catch (error) {
    return error instanceof NoPicture ? error.why : error
  }
}

const chunk = (type: string, data: Buffer) => {
  const named = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
type Made = {
  size?: [number, number]
  depth?: number
  kind?: number
  interlace?: number
  rows: Buffer
  more?: Buffer[]
  after?: Buffer[]
}
const made = ({ size = [1, 1], depth = 8, kind = 6, interlace = 0, rows, more = [], after = [] }: Made) => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size[0], 0)
  head.writeUInt32BE(size[1], 4)
  head.set([depth, kind, 0, 0, interlace], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', deflateSync(rows)),
    ...after,
    chunk('IEND', Buffer.alloc(0)),
  ])
}
const pictures = fc
  .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
      .map((rgba): Pixels => ({ width, height, rgba })),
  )
const seen = (file: Buffer) => [...readPng(file, MOST).rgba]

describe('a picture that is read', () => {
  test('comes back as it was written, whatever its pixels are', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        expect(readPng(writePng(picture), MOST)).toEqual(picture)
      }),
    )
  })

  test('may be gray, of a palette, of sixteen bits, and see-through in one color', () => {
    expect(seen(made({ kind: 0, depth: 1, size: [2, 1], rows: Buffer.from([0, 0b01000000]) }))).toEqual([
      0, 0, 0, 255, 255, 255, 255, 255,
    ])
    const palette = chunk('PLTE', Buffer.from([1, 2, 3, 9, 8, 7]))
    const through = chunk('tRNS', Buffer.from([255, 128]))
    expect(seen(made({ kind: 3, depth: 4, size: [2, 1], rows: Buffer.from([0, 0x10]), more: [palette, through] }))).toEqual([
      9, 8, 7, 128, 1, 2, 3, 255,
    ])
    expect(seen(made({ kind: 2, depth: 16, rows: Buffer.from([0, 10, 1, 20, 2, 30, 3]) }))).toEqual([10, 20, 30, 255])
    const red = chunk('tRNS', Buffer.from([0, 255, 0, 0, 0, 0]))
    expect(seen(made({ kind: 2, size: [2, 1], rows: Buffer.from([0, 255, 0, 0, 254, 0, 0]), more: [red] }))).toEqual([
      255, 0, 0, 0, 254, 0, 0, 255,
    ])
    expect(seen(made({ kind: 4, rows: Buffer.from([0, 7, 100]) }))).toEqual([7, 7, 7, 100])
  })

  test('loses everything that is not a pixel: words in it, and what is hung on after its end', () => {
    const words = [chunk('tEXt', Buffer.from('Comment\0<script>alert(1)</script>'))]
    const file = Buffer.concat([made({ rows: Buffer.from([0, 1, 2, 3, 4]), more: words }), Buffer.from('PK\x03\x04<html>')])
    const again = writePng(readPng(file, MOST))
    expect(again.includes('script')).toBe(false)
    expect(again.includes('html')).toBe(false)
    expect(seen(again)).toEqual([1, 2, 3, 4])
  })
})

describe('a file that is refused', () => {
  test('is another kind of file under whatever name', () => {
    expect(why(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))).toBe('not a PNG')
    expect(why(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('not a PNG')
    expect(why(Buffer.alloc(0))).toBe('not a PNG')
  })

  test('is cut, has a wrong checksum, no pixels, or too few of them', () => {
    const whole = made({ rows: Buffer.from([0, 1, 2, 3, 4]) })
    for (let cut = SIGNATURE.length; cut < whole.length; cut += 1) expect(why(whole.subarray(0, cut))).toBe('broken')
    const bent = Buffer.from(whole)
    bent[20] = 9
    expect(why(bent)).toBe('broken')
    expect(why(made({ size: [2, 2], rows: Buffer.from([0, 1, 2, 3, 4]) }))).toBe('broken')
    expect(why(made({ size: [0, 1], rows: Buffer.from([0]) }))).toBe('broken')
    expect(why(made({ rows: Buffer.from([9, 1, 2, 3, 4]) }))).toBe('broken')
    expect(why(made({ kind: 3, rows: Buffer.from([0, 7]), more: [chunk('PLTE', Buffer.from([1, 2, 3]))] }))).toBe('broken')
    expect(why(made({ rows: Buffer.from([0, 1, 2, 3, 4]), more: [chunk('XXXX', Buffer.alloc(0))] }))).toBe('broken')
  })

  test('is one that unfolds to more than it says, or says that it is larger than it may be', () => {
    expect(why(made({ rows: Buffer.alloc(50_000_000) }))).toBe('broken')
    expect(why(made({ size: [100_000, 100_000], rows: Buffer.alloc(5) }))).toBe('too large')
    expect(why(made({ size: [65, 1], rows: Buffer.alloc(1 + 65 * 4) }))).toBe('too large')
  })

  test('moves, or is laid out in passes', () => {
    const rows = Buffer.from([0, 1, 2, 3, 4])
    expect(why(made({ rows, more: [chunk('acTL', Buffer.alloc(8))] }))).toBe('not plain')
    expect(why(made({ rows, interlace: 1 }))).toBe('not plain')
  })
})

describe('a picture that is fitted', () => {
  test('is no larger than its box, keeps its form, and what is unseen colors nothing', () => {
    const half = Uint8Array.from({ length: 40 * 20 * 4 }, (_, i) => ((i >> 2) % 2 === 0 ? ([200, 100, 50, 255][i % 4] ?? 0) : 0))
    const small = fitted({ width: 40, height: 20, rgba: half }, { width: 10, height: 10 })
    expect([small.width, small.height]).toEqual([10, 5])
    expect([...small.rgba.subarray(0, 4)]).toEqual([200, 100, 50, 128])
  })

  test('is cut to what is seen of it; where nothing is, it is none', () => {
    const rgba = new Uint8Array(5 * 4 * 4)
    rgba.set([1, 2, 3, 255], (2 * 5 + 3) * 4)
    expect(trimmed({ width: 5, height: 4, rgba })).toEqual({ width: 1, height: 1, rgba: Uint8Array.from([1, 2, 3, 255]) })
    expect(trimmed({ width: 5, height: 4, rgba: new Uint8Array(80) })).toBeNull()
  })
})
