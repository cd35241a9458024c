import { type Claim, dateOf, sayPhone } from '@dripline/clinical'
import { claimOn, drawArticle, minutesToRead, readMarkdown, type Settings } from '@dripline/clinical/article'
import type { Reader } from '@dripline/clinical/words'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { showsNobody } from '../../platform/shown.ts'
import { clinicSettings } from '../clinic/store.ts'
import { publicVersion } from './article.ts'
import { shelfIn } from './shelf.ts'
import { allArticles, articleAt, eventsOf, versionsOf } from './store.ts'

type Clinic = Awaited<ReturnType<typeof clinicSettings>>

/** What an article may say of the clinic. */
export const settingsOf = ({ name, phone, afterHoursPhone, address }: Clinic): Settings => ({
  'clinic.name': name,
  ...(phone && { 'clinic.phone': sayPhone(phone) }),
  ...(afterHoursPhone && { 'clinic.afterHours': sayPhone(afterHoursPhone) }),
  ...(address && { 'clinic.address': address }),
})

type Head = {
  slug: string
  title: string
  summary: string
  authors: readonly string[]
  reviewer: string | null
  reviewedOn: string | null
  reviewAgainBy: string
  changedOn: string
}

const pageOf = (
  head: Head,
  blocks: ReturnType<typeof readMarkdown>['blocks'],
  to: Reader,
  { day, clinic }: { day: string; clinic: Clinic },
) => {
  const drawn = drawArticle(blocks, { reader: to, day, settings: settingsOf(clinic) })
  const ids = [...new Set(drawn.flatMap(({ sources }) => sources))]
  const sources = ids.flatMap((id): Pick<Claim, 'id' | 'title' | 'source'>[] => {
    const claim = claimOn(id, { reader: to, day })
    return claim ? [{ id, title: claim.title, source: claim.source }] : []
  })
  const { slug, title, summary, authors, reviewer, reviewedOn, reviewAgainBy, changedOn } = head
  return {
    slug,
    title,
    summary,
    authors,
    reviewer,
    reviewedOn,
    reviewAgainBy,
    changedOn,
    isPastReview: reviewAgainBy <= day,
    minutes: minutesToRead(drawn),
    blocks: drawn,
    sources,
  }
}

const ownOf = async (tx: Tx, slug: string, to: Reader, zone: string) => {
  const article = await articleAt(tx, slug, to.locale)
  if (!article) return null
  const events = await eventsOf(tx, [article.id])
  const version = publicVersion(events)
  const last = events.findLast(({ kind }) => kind === 'published' || kind === 'withdrawn')
  if (last?.kind === 'withdrawn')
    return { kind: 'withdrawn' as const, withdrawn: { on: dateOf(last.doneAt.toISOString(), zone), reason: last.reason ?? '' } }
  const published = (await versionsOf(tx, article.id)).find((each) => each.version === version)
  if (!last || !published) return null
  const day = (at: Date) => dateOf(at.toISOString(), zone)
  const reviewer = `${last.doneBy}, ${last.doneAs}`
  return {
    kind: 'published' as const,
    head: {
      slug,
      title: published.title,
      summary: published.summary,
      authors: [published.writtenBy],
      reviewer,
      reviewedOn: day(last.doneAt),
      reviewAgainBy: last.reviewAgainBy ?? day(last.doneAt),
      changedOn: day(published.writtenAt),
    },
    body: published.body,
  }
}

const today = (ctx: Ctx, zone: string) => dateOf(ctx.now().toISOString(), zone)

/** What stands at the address of an article: the article, or why it was taken away. */
export type Seen = { article: ReturnType<typeof pageOf> | null; withdrawn: { on: string; reason: string } | null }

/** What stands at this address in a language; null where nothing ever did. */
export function seeArticle(ctx: Ctx, to: Reader, slug: string): Promise<Seen | null> {
  return inClinic(ctx, 'see-article', async (tx) => {
    const clinic = await clinicSettings(tx)
    const on = { day: today(ctx, clinic.zone), clinic }
    const ours = shelfIn(to.locale).find((each) => each.slug === slug)
    const own = ours ? null : await ownOf(tx, slug, to, clinic.zone)
    const found: Seen | null = ours
      ? { article: pageOf({ slug, ...ours.head }, ours.blocks, to, on), withdrawn: null }
      : own?.kind === 'published'
        ? { article: pageOf(own.head, readMarkdown(own.body).blocks, to, on), withdrawn: null }
        : own && { article: null, withdrawn: own.withdrawn }
    return showsNobody(found)
  })
}

/** What stands on the shelf in a language: the house's articles in their order, then the clinic's own. */
export function seeShelf(ctx: Ctx, to: Reader) {
  return inClinic(ctx, 'see-shelf', async (tx) => {
    const clinic = await clinicSettings(tx)
    const on = { day: today(ctx, clinic.zone), clinic }
    const ours = shelfIn(to.locale).map(({ slug, head, blocks }) => lineOf(pageOf({ slug, ...head }, blocks, to, on)))
    const own = (await allArticles(tx)).filter(({ language }) => language === to.locale)
    const theirs: typeof ours = []
    for (const { slug } of own) {
      const each = await ownOf(tx, slug, to, clinic.zone)
      if (each?.kind === 'published') theirs.push(lineOf(pageOf(each.head, readMarkdown(each.body).blocks, to, on)))
    }
    return showsNobody({ shelf: [...ours, ...theirs] })
  })
}

const lineOf = ({ slug, title, summary, minutes, sources, changedOn }: ReturnType<typeof pageOf>) => ({
  slug,
  title,
  summary,
  minutes,
  sources: sources.length,
  changedOn,
})
