import { dateOf, Problem } from '@dripline/clinical'
import { drawArticle, judgeArticle, minutesToRead, readingOf, wordsOf } from '@dripline/clinical/article'
import { isTongue, type Locale, readerOf } from '@dripline/clinical/words'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { showsNobody } from '../../platform/shown.ts'
import { clinicSettings } from '../clinic/store.ts'
import { publicVersion, stateOf } from './article.ts'
import { settingsOf } from './article-page.ts'
import { allArticles, articleById, eventsOf, versionsOf } from './store.ts'

/** Every article of the clinic's own, with where it stands. */
export function listArticles(ctx: Ctx) {
  return inClinic(ctx, 'list-articles', async (tx) => {
    const articles = await allArticles(tx)
    const events = await eventsOf(
      tx,
      articles.map(({ id }) => id),
    )
    return showsNobody(
      articles.map(({ id, slug, language, version, title, writtenAt }) => {
        const own = events.filter(({ articleId }) => articleId === id)
        const published = own.findLast(({ kind }) => kind === 'published')
        const isPublic = publicVersion(own) !== null
        return {
          id,
          slug,
          language,
          title,
          version,
          writtenAt: writtenAt.toISOString(),
          state: stateOf(version, own),
          isPublic,
          reviewAgainBy: isPublic ? (published?.reviewAgainBy ?? null) : null,
        }
      }),
    )
  })
}

const drawnFor = async (ctx: Ctx, tx: Tx, words: { title: string; summary: string; body: string }, language: string) => {
  const clinic = await clinicSettings(tx)
  const day = dateOf(ctx.now().toISOString(), clinic.zone)
  const locale: Locale = isTongue(language) ? (language as Locale) : 'en'
  const { blocks, faults, marks } = judgeArticle(words, locale, day)
  const drawn = drawArticle(blocks, { reader: readerOf(locale), day, settings: settingsOf(clinic) })
  const reading = readingOf(
    [words.summary, ...wordsOf(drawn)].map((text) => (/[.?!:]$/.test(text) ? text : `${text}.`)).join(' '),
    locale,
  )
  return { day, blocks: drawn, minutes: minutesToRead(drawn), faults, marks, reading }
}

/** One article: its versions, what became of them, and its newest version as a reader would see it, with what keeps it from being published. */
export function readOneArticle(ctx: Ctx, { articleId }: { articleId: string }) {
  return inClinic(ctx, 'read-article', async (tx) => {
    const article = await articleById(tx, articleId)
    const versions = article ? await versionsOf(tx, articleId) : []
    const [latest] = versions
    if (!article || !latest) throw new Problem('not-found', { articleId })
    const events = await eventsOf(tx, [articleId])
    return showsNobody({
      ...article,
      state: stateOf(latest.version, events),
      publicVersion: publicVersion(events),
      latest: { ...latest, writtenAt: latest.writtenAt.toISOString() },
      versions: versions.map(({ version, title, summary, body, writtenAt, writtenBy }) => ({
        version,
        title,
        summary,
        body,
        writtenBy,
        writtenAt: writtenAt.toISOString(),
      })),
      events: events.map(({ articleId: _, doneAt, ...event }) => ({ ...event, doneAt: doneAt.toISOString() })),
      seen: await drawnFor(ctx, tx, latest, article.language),
    })
  })
}
