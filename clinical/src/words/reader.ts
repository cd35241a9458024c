import { type Locale, locales } from './locales.generated.ts'

/** Makes other words of an English message: how a test sees which words come from messages. Nobody who is not testing has one. */
export type Rewrite = <V extends object, T>(text: (values: V) => T, values: V) => T

/** Whoever reads: every message is asked for with one, and nothing remembers the last. */
export type Reader = {
  readonly locale: Locale
  readonly rewrite?: Rewrite
  /** The texts about health, by id, that the clinic's prescriber has approved in this language: whatever else speaks of health is in English. */
  readonly approved?: readonly string[]
}

/** Whether a text about health is said in its reader's language; in the one it was written in, always. */
export const isSaidTo = ({ locale, rewrite, approved = [] }: Reader, text: string): boolean =>
  locale === locales[0] || rewrite !== undefined || approved.includes(text)

type Asked<V extends object, T> = keyof V extends never ? (to: Reader) => T : (to: Reader, values: V) => T

/**
 * A message in every language: a function of its reader and its values. Written by `npm run codegen` alone. One that speaks of health names
 * the text that it is part of, and is in English until that is approved.
 */
export const message = <V extends object = Record<never, never>, T = string>(
  texts: Readonly<Record<Locale, (values: V) => T>>,
  ofHealth?: string,
): Asked<V, T> =>
  ((to: Reader, values: V = {} as V) => {
    if (to.rewrite) return to.rewrite(texts.en, values)
    return texts[ofHealth === undefined || isSaidTo(to, ofHealth) ? to.locale : locales[0]](values)
  }) as Asked<V, T>

/** The reader of a language, with the texts about health that are approved in it. */
export const readerOf = (locale: Locale, approved?: readonly string[]): Reader =>
  approved === undefined ? readers[locale] : { locale, approved }

const readers = Object.fromEntries(locales.map((locale) => [locale, { locale }])) as Readonly<Record<Locale, Reader>>

/** English made strange: a language for tests and for whoever writes pages; see pseudo.ts. */
export const PSEUDO = 'en-XA'

/** What a page or a clinic may be asked to speak. */
export type Tongue = Locale | typeof PSEUDO

/** Whether a text names a language that people read. */
export const isLocale = (text: unknown): text is Locale => locales.some((locale) => locale === text)

/** Whether a text names a language that there is. */
export const isTongue = (text: unknown): text is Tongue => text === PSEUDO || isLocale(text)
