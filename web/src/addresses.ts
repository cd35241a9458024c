import { addressIn, locales, STAFF } from '@dripline/clinical/words'
import type { PageData } from './data/page-data.ts'
import type { PageMeta } from './page.ts'

/**
 * Lines of a document's head: the one address of this page in its language, and its addresses in all others; without a language in it, the
 * address goes by what the visitor's browser likes. A page of a link, one that is unlisted and one that refuses is nobody's to keep.
 */
export function addressesOf(page: PageMeta | undefined, { frame, problem }: PageData): string[] {
  if (page?.for !== 'anyone' || page.unlisted || problem || !frame.address) return ['<meta name="robots" content="noindex">']
  const { origin, plain } = frame.address
  const own = frame.clinic.language ?? STAFF
  const at = (path: string) => `href="${origin}${path.replaceAll('&', '&amp;').replaceAll('"', '%22')}"`
  const here = locales.find((locale) => locale === frame.tongue) ?? own
  return [
    `<link rel="canonical" ${at(addressIn(here, plain, own))}>`,
    ...locales.map((locale) => `<link rel="alternate" hreflang="${locale}" ${at(addressIn(locale, plain, own))}>`),
    `<link rel="alternate" hreflang="x-default" ${at(plain)}>`,
  ]
}
