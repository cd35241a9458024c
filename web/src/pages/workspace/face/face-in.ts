import { isColor, lightened } from '@dripline/clinical/face'
import { isLocale, locales, STAFF } from '@dripline/clinical/words'
import type { FaceSent } from '../../../data/face.ts'
import type { Typed } from '../../../ui/index.tsx'

export const MOST_LINES = 4
export const MOST_ORIGINS = 8
/** 1, 2, 3 up to so many. */
export const placesUpTo = (many: number): number[] => Array.from({ length: many }, (_, i) => i + 1)
/** The languages that fall back to English. */
export const otherLanguages = locales.filter((locale) => locale !== STAFF)

/** A color as it may be typed: with or without its sign, in capitals. */
export const colorIn = (text: string): string => {
  const bare = text.trim().toLowerCase()
  return /^[0-9a-f]{6}$/.test(bare) ? `#${bare}` : bare
}

// Left empty, the dark scheme's color is the light one, made lighter.
const accentIn = ({ text }: Typed): FaceSent['accent'] => {
  const [light, dark] = [colorIn(text('accent.light')), colorIn(text('accent.dark'))]
  if (light === '' && dark === '') return null
  return { light, dark: dark === '' && isColor(light) ? lightened(light) : dark }
}

const linesIn = ({ text }: Typed, locale: string) =>
  Array.from({ length: MOST_LINES }, (_, i) => {
    const field = (name: string) => text(`crisisLines.${locale}.${i}.${name}`).trim()
    return { label: field('label'), action: field('action'), number: field('number') }
  }).filter(({ label, action, number }) => label + action + number !== '')

const byLanguage = ({ text }: Typed, name: string) =>
  Object.fromEntries(
    locales.flatMap((locale) => {
      const said = text(`${name}.${locale}`).trim()
      return said === '' ? [] : [[locale, said]]
    }),
  )

/** The face that is typed. */
export function faceIn(typed: Typed, logoId: string | null): FaceSent {
  const language = typed.text('language')
  const lines = otherLanguages.flatMap((locale) => {
    const own = linesIn(typed, locale)
    return own.length === 0 ? [] : [[locale, own] as const]
  })
  return {
    accent: accentIn(typed),
    logoId,
    language: isLocale(language) ? language : STAFF,
    crisisLines: Object.fromEntries(lines),
    policies: { cancellation: byLanguage(typed, 'policies.cancellation'), lateness: byLanguage(typed, 'policies.lateness') },
    frameOrigins: Array.from({ length: MOST_ORIGINS }, (_, i) => typed.text(`frameOrigins.${i}`).trim()).filter(Boolean),
  }
}
