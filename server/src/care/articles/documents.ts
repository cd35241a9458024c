import { Problem } from '@dripline/clinical'
import { claimOn } from '@dripline/clinical/article'
import { addressIn, type Locale, locales, type Reader, readerOf } from '@dripline/clinical/words'
import { type Context, Hono } from 'hono'
import { allow, type Variables } from '../../platform/allow.ts'
import { type Ctx, inClinic } from '../../platform/context.ts'
import { limited } from '../../platform/rate-limit.ts'
import { ownLanguage } from '../../platform/reader.ts'
import { showsNobody } from '../../platform/shown.ts'
import { pricesOf } from '../clinic/prices.ts'
import { linesOn, todayHere } from '../clinic/service-line.ts'
import { type Seen, seeArticle, seeShelf } from './article-page.ts'
import { countAnswers } from './count-answers.ts'
import { readGuessForm } from './guess-form.ts'
import { readKnownForm } from './known-form.ts'
import { feedOf, siteMapOf } from './listings.ts'

const [GONE, NOTHING] = [410, 204] as const

/** What a search engine and a shared link are told of an article. */
const aboutOf = (ctx: Ctx, { article }: Seen, locale: Locale, path: string) =>
  article && {
    description: article.summary,
    structured: {
      '@context': 'https://schema.org',
      '@type': 'MedicalWebPage',
      name: article.title,
      description: article.summary,
      inLanguage: locale,
      url: `${ctx.origin}${path}`,
      dateModified: article.changedOn,
      ...(article.reviewer && { reviewedBy: { '@type': 'Person', name: article.reviewer }, lastReviewed: article.reviewedOn }),
      author: article.authors.map((name) => ({ '@type': 'Organization', name })),
      about: { '@type': 'Drug', name: 'Ketamine' },
      citation: article.sources.map(({ source }) => source),
    },
  }

const ownOf = (ctx: Ctx) => inClinic(ctx, 'see-language', async (tx) => showsNobody(await ownLanguage(tx)))

// Sent twice, and changed between: the first was counted, and the page is theirs all the same.
const countedOnce = async (...asked: Parameters<typeof countAnswers>) => {
  try {
    await countAnswers(...asked)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'key-reused') throw error
  }
}

/** An article as a page, with what its reader has just said in it. */
const shown = async (c: Context<{ Variables: Variables }>, slug: string, said: object) => {
  const to = await c.var.reader()
  const seen = await seeArticle(c.var.ctx, to, slug)
  if (!seen) throw new Problem('not-found', { slug })
  const about = aboutOf(c.var.ctx, seen, to.locale, addressIn(to.locale, `/articles/${slug}`, await ownOf(c.var.ctx)))
  const title = seen.article?.title
  return c.var.show({ ...seen, ...said, ...(about && { about }), ...(title && { title }) }, seen.withdrawn ? GONE : undefined)
}

/** What the page of prices shows: those in force, and the claim on estimates while it is in date. */
const seePrices = (ctx: Ctx, reader: Reader) =>
  inClinic(ctx, 'see-prices', async (tx) => {
    const today = await todayHere(ctx, tx)
    const prices = pricesOf(await linesOn(ctx, tx, today), today)
    const claim = claimOn('good-faith-estimate', { reader, day: today })
    return showsNobody({ prices, claim: claim && { text: claim.text, source: claim.source } })
  })

/** Pages of the shelf, for anyone: the list, each article, a feed of what changed, and every address there is. */
export const articlesDocuments = new Hono<{ Variables: Variables }>()
  .get('/articles', allow('anyone'), async (c) => c.var.show(await seeShelf(c.var.ctx, await c.var.reader())))
  .get('/articles/feed.xml', allow('anyone'), async (c) => {
    const to = await c.var.reader()
    const own = await ownOf(c.var.ctx)
    const { shelf } = await seeShelf(c.var.ctx, to)
    const at = (path: string) => c.var.ctx.origin + addressIn(to.locale, path, own)
    return c.body(feedOf(shelf, to, at), 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
  })
  .get('/articles/:slug', allow('anyone'), async (c) => shown(c, c.req.param('slug'), {}))
  // A guess and what a reader knows are plain forms of the article: it is shown again, whole, with what they said.
  .post('/articles/:slug', allow('anyone'), limited('answers'), async (c) => {
    const slug = c.req.param('slug')
    const sent = await c.req.parseBody()
    const known = readKnownForm(sent)
    if (known) await countedOnce(c.var.ctx, await c.var.reader(), { slug, ...known })
    const wantsPage = (c.req.header('accept') ?? '').includes('text/html')
    return wantsPage ? shown(c, slug, { known, guess: readGuessForm(sent) }) : c.body(null, NOTHING)
  })
  .get('/prices', allow('anyone'), async (c) => c.var.show(await seePrices(c.var.ctx, await c.var.reader())))
  .get('/sitemap.xml', allow('anyone'), async (c) => {
    const own = await ownOf(c.var.ctx)
    const shelves: [Locale, Awaited<ReturnType<typeof seeShelf>>['shelf']][] = []
    for (const locale of locales) shelves.push([locale, (await seeShelf(c.var.ctx, readerOf(locale))).shelf])
    const at = (locale: Locale, path: string) => c.var.ctx.origin + addressIn(locale, path, own)
    return c.body(siteMapOf(shelves, at), 200, { 'content-type': 'application/xml; charset=utf-8' })
  })
