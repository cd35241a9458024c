import type { Pixels } from './pixels.ts'

type Box = { readonly width: number; readonly height: number }

/** The part of a picture in which something is seen; null where nothing is. */
export function trimmed({ width, height, rgba }: Pixels): Pixels | null {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if ((rgba[(y * width + x) * 4 + 3] ?? 0) === 0) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  if (right < left) return null
  const [across, down] = [right - left + 1, bottom - top + 1]
  const kept = new Uint8Array(across * down * 4)
  for (let y = 0; y < down; y += 1) {
    const from = ((top + y) * width + left) * 4
    kept.set(rgba.subarray(from, from + across * 4), y * across * 4)
  }
  return { width: across, height: down, rgba: kept }
}

/** How much of each old pixel lies in a new one, along one side. */
const shares = (place: number, scale: number, size: number): (readonly [at: number, share: number])[] => {
  const [from, to] = [place * scale, Math.min(size, (place + 1) * scale)]
  const found: [number, number][] = []
  for (let at = Math.floor(from); at < Math.ceil(to); at += 1) found.push([at, Math.min(to, at + 1) - Math.max(from, at)])
  return found
}

const averaged = (rgba: Uint8Array, width: number, rows: ReturnType<typeof shares>, columns: ReturnType<typeof shares>) => {
  let [red, green, blue, alpha, area] = [0, 0, 0, 0, 0]
  for (const [y, down] of rows)
    for (const [x, across] of columns) {
      const at = (y * width + x) * 4
      const share = down * across
      // What is not seen colors nothing.
      const seen = (rgba[at + 3] ?? 0) * share
      red += (rgba[at] ?? 0) * seen
      green += (rgba[at + 1] ?? 0) * seen
      blue += (rgba[at + 2] ?? 0) * seen
      alpha += seen
      area += share
    }
  return alpha === 0 ? [0, 0, 0, 0] : [red / alpha, green / alpha, blue / alpha, alpha / area].map(Math.round)
}

/** A picture no larger than a box, made smaller by the mean of the area under each new pixel; one that fits stays as it is. */
export function fitted(picture: Pixels, box: Box): Pixels {
  const scale = Math.max(picture.width / box.width, picture.height / box.height)
  if (scale <= 1) return picture
  const width = Math.max(1, Math.round(picture.width / scale))
  const height = Math.max(1, Math.round(picture.height / scale))
  const [acrossScale, downScale] = [picture.width / width, picture.height / height]
  const rgba = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [rows, columns] = [shares(y, downScale, picture.height), shares(x, acrossScale, picture.width)]
      rgba.set(averaged(picture.rgba, picture.width, rows, columns), (y * width + x) * 4)
    }
  return { width, height, rgba }
}
