import { addDays, dateOf, Problem } from '@dripline/clinical'
import { judgeArticle } from '@dripline/clinical/article'
import { isTongue, type Locale } from '@dripline/clinical/words'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { zoneOf } from '../clinic/store.ts'
import { type ArticleEvent, faultsOfArticle, publicVersion } from './article.ts'
import { eventsOf, insertEvent, lockArticle, versionsOf } from './store.ts'

type OfVersion = { articleId: string; version: number }

/** The newest version, held, and what happened so far; refused where the one that was read is not it. */
const newestOf = async (tx: Tx, { articleId, version }: OfVersion) => {
  const article = await lockArticle(tx, articleId)
  if (!article) throw new Problem('not-found', { articleId })
  const [latest] = await versionsOf(tx, articleId)
  if (!latest || latest.version !== version) throw new Problem('article-changed', { articleId, by: latest?.writtenBy ?? '' })
  return { article, latest, events: await eventsOf(tx, [articleId]) }
}

/** Held against the claims of this very day, and refused with every sentence that gives a number or a promise without a source. */
const judged = async (
  ctx: Ctx,
  tx: Tx,
  { article, latest }: Pick<Awaited<ReturnType<typeof newestOf>>, 'article' | 'latest'>,
) => {
  const today = dateOf(ctx.now().toISOString(), await zoneOf(tx))
  const { faults, marks } = judgeArticle(latest, languageOf(article.language), today)
  if (faults.length > 0) throw new Problem('article-not-sourced', { articleId: article.id }, faultsOfArticle(faults))
  return { today, marks }
}

const languageOf = (language: string): Locale => (isTongue(language) ? (language as Locale) : 'en')

type Done = { reason?: string; marks?: readonly object[]; reviewAgainBy?: string }

const happens = async (
  ctx: Ctx,
  tx: Tx,
  { articleId, version }: OfVersion,
  kind: ArticleEvent,
  place: number,
  more: Done = {},
) => {
  await insertEvent(tx, { articleId, version, kind, place, ...more, doneBy: staffOf(ctx).id, doneAt: ctx.now() })
  return { articleId, version }
}

/** Asks a prescriber to read the newest version; refused while it says anything without a source. */
export function askReview(ctx: Ctx, of: OfVersion) {
  return inOneStep(ctx, 'ask-article-review', async (tx) => {
    const found = await newestOf(tx, of)
    await judged(ctx, tx, found)
    return happens(ctx, tx, of, 'review asked', found.events.length + 1)
  })
}

const YEAR_DAYS = 366

type Publish = OfVersion & {
  reviewAgainBy: string
  /** The words marked plain, as the reviewer saw them, in their order. */
  seenMarks: readonly string[]
}

/** A prescriber has read the newest version and lets everybody read it, until a day; every mark in it was seen by them. */
export function publishArticle(ctx: Ctx, { reviewAgainBy, seenMarks, ...of }: Publish) {
  return inOneStep(ctx, 'publish-article', async (tx) => {
    await demandRight(ctx, tx, 'approve-defaults')
    const found = await newestOf(tx, of)
    const { today, marks } = await judged(ctx, tx, found)
    if (reviewAgainBy <= today || reviewAgainBy > addDays(today, YEAR_DAYS))
      throw new Problem('not-valid', {}, [{ field: 'reviewAgainBy', code: 'day-within-a-year', value: reviewAgainBy }])
    const words = marks.map((mark) => mark.words)
    if (words.length !== seenMarks.length || words.some((each, i) => each !== seenMarks[i]))
      throw new Problem('not-valid', {}, [{ field: 'seenMarks', code: 'every-mark-seen' }])

    return happens(ctx, tx, of, 'published', found.events.length + 1, { marks, reviewAgainBy })
  })
}

/** Gives the newest version back to whoever writes it, with what is missing. */
export function sendBackArticle(ctx: Ctx, { reason, ...of }: OfVersion & { reason: string }) {
  return inOneStep(ctx, 'send-article-back', async (tx) => {
    const { events } = await newestOf(tx, of)
    if (events.at(-1)?.kind !== 'review asked') throw new Problem('wrong-state', { articleId: of.articleId })
    return happens(ctx, tx, of, 'sent back', events.length + 1, { reason })
  })
}

/** Takes an article away from everybody, with the reason that then stands at its address. */
export function withdrawArticle(ctx: Ctx, { articleId, reason }: { articleId: string; reason: string }) {
  return inOneStep(ctx, 'withdraw-article', async (tx) => {
    if (!(await lockArticle(tx, articleId))) throw new Problem('not-found', { articleId })
    const events = await eventsOf(tx, [articleId])
    const version = publicVersion(events)
    if (version === null) throw new Problem('wrong-state', { articleId })

    return happens(ctx, tx, { articleId, version }, 'withdrawn', events.length + 1, { reason })
  })
}
