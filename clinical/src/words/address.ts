import type { Locale } from './locales.generated.ts'
import { isLocale } from './reader.ts'

const BEGINS = /^\/([a-z]{2,3})(?=\/|$)/
/** What speaks no language: programs read it. */
const FOR_PROGRAMS = /^\/(api|assets)(\/|$)/

/** What an address says of its language, and the address without it: "/es/book" is "/book" in Spanish. */
export function spoken(path: string): { readonly language: Locale | null; readonly plain: string } {
  const [begins = '', language] = BEGINS.exec(path) ?? []
  // Never two slashes: a browser would take what follows for another host.
  const plain = `/${path.slice(begins.length).replace(/^[/\\]+/, '')}`
  return isLocale(language) && !FOR_PROGRAMS.test(plain) ? { language, plain } : { language: null, plain: path }
}

/** The address of a plain one in the language that is named, even where it is the clinic's own: what a switch leads to. */
export const switchedTo = (language: Locale, plain: string): string => `/${language}${plain === '/' ? '' : plain}`

/** The one address of a page in a language: the language that a clinic speaks by itself has no prefix. */
export const addressIn = (language: Locale, plain: string, own: Locale): string =>
  language === own ? plain : switchedTo(language, plain)

/** An address of ours as a page in this language leads to it: `base` is what the page's own address begins with, "/es" or nothing. */
export function ledTo(base: string, href: string): string {
  const isOurs = href.startsWith('/') && !href.startsWith('//') && href !== base && !href.startsWith(`${base}/`)
  if (base === '' || !isOurs) return href
  return href === '/' ? base : `${base}${href}`
}
