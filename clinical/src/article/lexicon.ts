import type { Locale } from '../words/locales.generated.ts'
import { english } from './lexicon-en.ts'
import { spanish } from './lexicon-es.ts'

/**
 * What gives a number, or promises something. `share`: a part of a whole, a comparison, a bound: never a minute, a price, a phone or a date,
 * so marking it plain does not help. `number`: a figure or its word. `promise`: a word that nobody may promise by.
 */
export type Telling = { kind: 'share' | 'number' | 'promise'; says: RegExp }

const lexicons: Readonly<Record<string, readonly Telling[]>> = { en: english, es: spanish }

/** The words of every language that there is a list for; a language without one is read by all of them. */
export const lexiconOf = (locale: Locale | string): readonly Telling[] => lexicons[locale] ?? [...english, ...spanish]
