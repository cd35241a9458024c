/** A color of the screen as `#rrggbb`, in small letters. */
export type Color = `#${string}`

/** Whether a text is such a color. */
export const isColor = (text: unknown): text is Color => typeof text === 'string' && /^#[0-9a-f]{6}$/.test(text)

const channels = (color: Color) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
const written = (parts: readonly number[]): Color =>
  `#${parts
    .map((part) =>
      Math.round(Math.min(255, Math.max(0, part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

const linear = (channel: number) => {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it. */
export function luminanceOf(color: Color): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map(linear)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two luminances, 1 to 21, as WCAG 2.2 defines it. */
export const contrastOfLuminances = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

/** Contrast of two colors, 1 to 21. */
export const contrastOf = (one: Color, other: Color): number => contrastOfLuminances(luminanceOf(one), luminanceOf(other))

/** So much of a color (0 to 1) in another. */
export function mixed(color: Color, share: number, into: Color): Color {
  const ground = channels(into)
  return written(channels(color).map((part, i) => part * share + (ground[i] ?? 0) * (1 - share)))
}
