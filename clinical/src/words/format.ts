import { type Locale, languages } from './locales.generated.ts'

/**
 * The one place in which times, numbers, lists and plurals become text: everything by `Intl`, and language and zone are always said.
 * What a patient reads goes through it with their language; what staff read is written for `STAFF`.
 */

/** The language of the workspace. */
export const STAFF: Locale = 'en'

/** What was made once is kept by its words: making one costs more than a hundred uses. */
const kept = new Map<string, unknown>()
const once = <T>(kind: string, locale: Locale, options: object, make: (tag: string) => T): T => {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`
  const known = kept.get(key) as T | undefined
  if (known !== undefined) return known
  const made = make(languages[locale].tag)
  kept.set(key, made)
  return made
}

/** Which form of a word counts so many: `one` call, `other` calls. */
export const pluralOf = (locale: Locale, count: number): Intl.LDMLPluralRule =>
  once('plural', locale, {}, (tag) => new Intl.PluralRules(tag)).select(count)

/** A number in figures, grouped as its readers group it. */
export const figures = (locale: Locale, value: number, options: Intl.NumberFormatOptions = {}): string =>
  once('number', locale, options, (tag) => new Intl.NumberFormat(tag, options)).format(value)

/** A list in words: "Virginia and Maryland", "a, b or c". */
export const listOf = (locale: Locale, items: Iterable<string>, type: 'conjunction' | 'disjunction' = 'conjunction'): string =>
  once('list', locale, { type }, (tag) => new Intl.ListFormat(tag, { type })).format(items)

/** What the staff call a language, or its readers do: "Spanish", "español". */
export const languageWords = (locale: Locale, to: Locale = STAFF): string =>
  new Intl.DisplayNames(languages[to].tag, { type: 'language' }).of(locale) ?? locale

export type TimeParts = Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>>

/** The parts of an instant in a time zone, each in words: what a pattern is filled with. */
export const timeParts = (locale: Locale, at: Date | string, zone: string, options: Intl.DateTimeFormatOptions): TimeParts => {
  const format = once('time', locale, { zone, ...options }, (tag) => new Intl.DateTimeFormat(tag, { timeZone: zone, ...options }))
  return Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
}

/** The zone that this machine's clock is set to. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone
