import { figures, STAFF } from '../words/format.ts'
import { type Color, contrastOf, mixed } from './color.ts'

export const schemes = ['light', 'dark'] as const
export type Scheme = (typeof schemes)[number]

/** What an accent stands on on public pages: the grounds of `web/src/tokens.css`, which a test holds them against. */
export const grounds: Readonly<Record<Scheme, Readonly<Record<'ground' | 'surface' | 'sunk' | 'ink', Color>>>> = {
  light: { ground: '#faf6ee', surface: '#fffdf8', sunk: '#f2ebdd', ink: '#1b2730' },
  dark: { ground: '#161411', surface: '#1f1c18', sunk: '#26221d', ink: '#f1eadf' },
}

/** The least contrast of text, and of what is written on a button (WCAG 2.2, 1.4.3, level AA). */
export const LEAST_CONTRAST = 4.5

/** A clinic's own color in each scheme: one color is never plain to see on paper and on the night's ground alike. */
export type Accent = Readonly<Record<Scheme, Color>>

const SOFT = { light: 0.12, dark: 0.2 } as const
const HOVER = 0.8

/** Everything that is drawn from an accent in a scheme: itself, under the pointer, what is written on it, and its soft ground. */
export function accentTokens(scheme: Scheme, accent: Color) {
  const { ground, ink } = grounds[scheme]
  const onAccent: Color = scheme === 'light' ? '#ffffff' : ground
  return { accent, hover: mixed(accent, HOVER, ink), onAccent, soft: mixed(accent, SOFT[scheme], ground), focus: accent }
}

export const accentPairs = ['page', 'card', 'foot', 'chosen', 'button'] as const
export type AccentPair = (typeof accentPairs)[number]
/** A pair of colors that somebody has to tell apart, with its measured contrast. */
export type MeasuredPair = { readonly pair: AccentPair; readonly ratio: number; readonly isEnough: boolean }

/** Every pair that an accent makes in a scheme, measured: on the page, on a card, at the foot, where something is chosen, and what is written on it. */
export function measureAccent(scheme: Scheme, accent: Color): readonly MeasuredPair[] {
  const { ground, surface, sunk } = grounds[scheme]
  const { onAccent, soft } = accentTokens(scheme, accent)
  const against = { page: ground, card: surface, foot: sunk, chosen: soft, button: onAccent } satisfies Record<AccentPair, Color>
  return accentPairs.map((pair) => {
    const ratio = contrastOf(accent, against[pair])
    return { pair, ratio, isEnough: ratio >= LEAST_CONTRAST }
  })
}

/** The pair with the least contrast. */
export const faintestPair = (pairs: readonly MeasuredPair[]): MeasuredPair | undefined =>
  pairs.toSorted((one, other) => one.ratio - other.ratio)[0]

const STEPS = 50
/** The same color made lighter for the dark scheme, no lighter than every pair there needs. */
export function lightened(light: Color): Color {
  const tried = Array.from({ length: STEPS + 1 }, (_, i) => mixed(light, 1 - i / STEPS, '#ffffff'))
  return tried.find((color) => measureAccent('dark', color).every(({ isEnough }) => isEnough)) ?? '#ffffff'
}

const twoPlaces = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
/** A ratio as it is shown: to two places, never rounded up to what is needed. */
export const ratioShown = (ratio: number): string => figures(STAFF, Math.floor(ratio * 100) / 100, twoPlaces)
