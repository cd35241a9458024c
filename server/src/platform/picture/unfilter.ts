import { NoPicture } from './pixels.ts'

/** Whichever of left, above and above left is nearest to what they foretell together (PNG 9.4). */
export function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

const foretold: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
]

/** Rows of bytes without the filter that each begins with. Throws `NoPicture` for a filter that there is not. */
export function unfilter(filtered: Buffer, stride: number, bytesAPixel: number): Uint8Array {
  const height = filtered.length / (stride + 1)
  const rows = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) {
    const from = y * (stride + 1)
    const guess = foretold[filtered[from] ?? foretold.length]
    if (!guess) throw new NoPicture('broken')
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x < bytesAPixel ? 0 : (rows[at - bytesAPixel] ?? 0)
      const above = y === 0 ? 0 : (rows[at - stride] ?? 0)
      const corner = x < bytesAPixel || y === 0 ? 0 : (rows[at - stride - bytesAPixel] ?? 0)
      rows[at] = (filtered[from + 1 + x] ?? 0) + guess(left, above, corner)
    }
  }
  return rows
}
