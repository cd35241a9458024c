import type { Locale, Reader } from '@dripline/clinical/words'
import { shelfName } from '@dripline/clinical/words/article'

type Line = { slug: string; title: string; summary: string; changedOn: string }

const inXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'

/** What is on the shelf as an Atom feed, the last changed first. */
export function feedOf(shelf: readonly Line[], to: Reader, at: (path: string) => string): string {
  const lines = [...shelf].sort((a, b) => b.changedOn.localeCompare(a.changedOn))
  const entries = lines.map(
    ({ slug, title, summary, changedOn }) =>
      `<entry><id>${inXml(at(`/articles/${slug}`))}</id><link href="${inXml(at(`/articles/${slug}`))}"/><title>${inXml(title)}</title><summary>${inXml(summary)}</summary><updated>${changedOn}T00:00:00Z</updated></entry>`,
  )
  const updated = lines[0]?.changedOn ?? '1970-01-01'
  return `${HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${to.locale}"><id>${inXml(at('/articles'))}</id><link rel="self" href="${inXml(at('/articles/feed.xml'))}"/><link href="${inXml(at('/articles'))}"/><title>${inXml(shelfName(to))}</title><author><name>${inXml(new URL(at('/')).host)}</name></author><updated>${updated}T00:00:00Z</updated>\n${entries.join('\n')}\n</feed>\n`
}

const PAGES = ['/', '/book', '/articles', '/evidence', '/prices']

/** Every address of the public pages in every language. */
export function siteMapOf(
  shelves: readonly (readonly [Locale, readonly Line[]])[],
  at: (locale: Locale, path: string) => string,
): string {
  const urls = shelves.flatMap(([locale, shelf]) => [
    ...PAGES.map((path) => `<url><loc>${inXml(at(locale, path))}</loc></url>`),
    ...shelf.map(
      ({ slug, changedOn }) => `<url><loc>${inXml(at(locale, `/articles/${slug}`))}</loc><lastmod>${changedOn}</lastmod></url>`,
    ),
  ])
  return `${HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
}
