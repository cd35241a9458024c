import { isLocale, type Locale } from '@dripline/clinical/words'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { attributes, isPlain } from './auth/cookie.ts'

/** Which of our languages a browser likes best, by its Accept-Language (RFC 9110, 12.5.4); null where it names none of them. */
export function likedBest(header: string | undefined): Locale | null {
  const liked = (header ?? '').split(',').flatMap((each) => {
    const [range = '', ...params] = each.split(';').map((part) => part.trim().toLowerCase())
    const [language] = range.split('-')
    const weight = Number(params.find((param) => param.startsWith('q='))?.slice(2) ?? 1)
    return isLocale(language) && weight > 0 ? [{ language, weight }] : []
  })
  return liked.sort((a, b) => b.weight - a.weight)[0]?.language ?? null
}

const YEAR_S = 365 * 24 * 3600
const nameOf = (origin: string) => (isPlain(origin) ? 'language' : '__Host-language')

/** The language in which this browser last read a page; null where it has read none, or keeps no cookies. */
export const languageKept = (c: Context, origin: string): Locale | null => {
  const kept = getCookie(c, nameOf(origin))
  return isLocale(kept) ? kept : null
}

/** Keeps the language of the address that a browser reads: a word of two letters, and nothing about anybody. */
export const keepLanguage = (c: Context, origin: string, language: Locale): void => {
  if (languageKept(c, origin) !== language) setCookie(c, nameOf(origin), language, { ...attributes(origin), maxAge: YEAR_S })
}
