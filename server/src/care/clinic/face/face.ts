import { asked } from '@dripline/clinical'
import { type Accent, type Color, isColor, LEAST_CONTRAST, measureAccent, ratioShown, schemes } from '@dripline/clinical/face'
import { type Locale, locales, STAFF } from '@dripline/clinical/words'
import { z } from 'zod'
import { type CrisisLine, crisisLine } from '../clinic.ts'
import { frameOrigin, MOST_ORIGINS } from './frame-origin.ts'

/** What a clinic says to patients in its own words. */
export const policyKinds = ['cancellation', 'lateness'] as const
export type PolicyKind = (typeof policyKinds)[number]

/** By language; what is missing in one is said in English. */
export type InLanguages<T> = Readonly<Partial<Record<Locale, T>>>

/** How a clinic looks, in which language it speaks, what it says in its own words, and on whose pages its booking may stand. */
export type Face = {
  readonly accent: Accent | null
  readonly logoId: string | null
  readonly language: Locale
  /** Without English: those lines are among the clinic's settings. */
  readonly crisisLines: InLanguages<readonly CrisisLine[]>
  readonly policies: Readonly<Record<PolicyKind, InLanguages<string>>>
  readonly frameOrigins: readonly string[]
}

const LONGEST_POLICY = 600
const [COLOR, ORIGIN] = ['#0f5c5e', 'https://clinic.example']
const color = z
  .string(asked('color-like'))
  .trim()
  .toLowerCase()
  .refine((text): text is Color => isColor(text), asked('color-like'))
  .meta({ examples: [COLOR] })

const accent = z
  .strictObject({ light: color, dark: color })
  .superRefine((accent, found) => {
    for (const scheme of schemes.filter((each) => isColor(accent[each])))
      for (const { pair, ratio, isEnough } of measureAccent(scheme, accent[scheme]))
        if (!isEnough) {
          const message = asked('color-with-contrast', { scheme, pair, ratio: ratioShown(ratio), need: LEAST_CONTRAST })
          found.addIssue({ code: 'custom', path: [scheme], message })
        }
  })
  .nullable()
  // The example of a route must pass, and one color cannot do so in both schemes.
  .meta({ examples: [null] })

const words = z
  .string(asked('some-words'))
  .trim()
  .min(1, asked('some-words'))
  .max(LONGEST_POLICY, asked('at-most-characters', { most: LONGEST_POLICY }))
const inLanguages = z
  .partialRecord(z.enum(locales), words)
  .refine((texts) => Object.keys(texts).length === 0 || texts[STAFF] !== undefined, {
    message: asked('english-first'),
    path: [STAFF],
  })
  .meta({ examples: [{}] })
const others = locales.filter((locale) => locale !== STAFF)

export const faceShape = z.strictObject({
  accent,
  logoId: z
    .uuid(asked('logo-of-this-clinic'))
    .nullable()
    .meta({ examples: [null] }),
  language: z.enum(locales, asked('one-of-values', { values: [...locales] })),
  crisisLines: z
    .partialRecord(z.enum(others), z.array(crisisLine).min(1, asked('at-least-one-line')).max(4, asked('at-most-four-lines')))
    .meta({ examples: [{}] }),
  policies: z.strictObject({ cancellation: inLanguages, lateness: inLanguages }),
  frameOrigins: z
    .array(frameOrigin.meta({ examples: [ORIGIN] }))
    .max(MOST_ORIGINS, asked('at-most-origins', { most: MOST_ORIGINS }))
    .refine((all) => new Set(all).size === all.length, asked('each-origin-once')),
})

/** The face of a clinic that has said nothing of it. */
export const plainFace: Omit<Face, 'language'> = {
  accent: null,
  logoId: null,
  crisisLines: {},
  policies: { cancellation: {}, lateness: {} },
  frameOrigins: [],
}
