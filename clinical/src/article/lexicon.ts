import type { Locale } from '../words/locales.generated.ts'
import { english } from './lexicon-en.ts'
import { spanish } from './lexicon-es.ts'
import type { Telling } from './telling.ts'

const lexicons: Readonly<Record<string, readonly Telling[]>> = { en: english, es: spanish }

/** The words of every language that there is a list for; a language without one is read by all of them. */
export const lexiconOf = (locale: Locale | string): readonly Telling[] => lexicons[locale] ?? [...english, ...spanish]
