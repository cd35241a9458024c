import { crc32, deflateSync } from 'node:zlib'
import type { Pixels } from './pixels.ts'
import { paeth } from './unfilter.ts'

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
const PAETH = 4
const RGBA_OF_EIGHT_BITS = [8, 6, 0, 0, 0]

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

const filtered = ({ width, height, rgba }: Pixels): Buffer => {
  const stride = width * 4
  const rows = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y += 1) {
    rows[y * (stride + 1)] = PAETH
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x < 4 ? 0 : (rgba[at - 4] ?? 0)
      const above = y === 0 ? 0 : (rgba[at - stride] ?? 0)
      const corner = x < 4 || y === 0 ? 0 : (rgba[at - stride - 4] ?? 0)
      rows[y * (stride + 1) + 1 + x] = (rgba[at] ?? 0) - paeth(left, above, corner)
    }
  }
  return rows
}

/** The smallest PNG that holds these pixels and nothing else: head, pixels, end. The same pixels give the same file. */
export function writePng(pixels: Pixels): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(pixels.width, 0)
  head.writeUInt32BE(pixels.height, 4)
  head.set(RGBA_OF_EIGHT_BITS, 8)
  const folded = deflateSync(filtered(pixels), { level: 9 })
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', folded), chunk('IEND', Buffer.alloc(0))])
}
