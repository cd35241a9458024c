import { Problem } from '@dripline/clinical'
import type { Locale } from '@dripline/clinical/words'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { shelfIn } from './shelf.ts'
import { insertArticle, insertVersion, lockArticle, versionsOf } from './store.ts'

export type Words = { title: string; summary: string; body: string }

const ADDRESS = 80
const slugOf = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, ADDRESS)
    .replace(/^-+|-+$/g, '')

/** Begins an article of the clinic's own, with an address made of its title; nobody outside reads it before a prescriber publishes it. */
export function beginArticle(ctx: Ctx, { language, ...words }: Words & { language: Locale }) {
  return inOneStep(ctx, 'begin-article', async (tx) => {
    const { id: by } = staffOf(ctx)
    const [articleId, slug] = [ctx.newId(), slugOf(words.title)]
    const taken = () => new Problem('not-valid', {}, [{ field: 'title', code: 'title-no-other-article-has', value: words.title }])
    if (slug === '' || shelfIn(language).some((each) => each.slug === slug)) throw taken()
    if (!(await insertArticle(tx, { id: articleId, slug, language, createdBy: by, createdAt: ctx.now() }))) throw taken()

    await insertVersion(tx, { articleId, version: 1, ...words, writtenBy: by, writtenAt: ctx.now() })
    return { articleId, slug, version: 1 }
  })
}

/** Saves a draft as the article's next version; refused where somebody saved another since `after`, and what was typed stays with its writer. */
export function saveArticle(ctx: Ctx, { articleId, after, ...words }: Words & { articleId: string; after: number }) {
  return inOneStep(ctx, 'save-article', async (tx) => {
    const { id: by } = staffOf(ctx)
    if (!(await lockArticle(tx, articleId))) throw new Problem('not-found', { articleId })
    const [latest] = await versionsOf(tx, articleId)
    if (!latest || latest.version !== after) throw new Problem('article-changed', { articleId, by: latest?.writtenBy ?? '' })

    const version = after + 1
    await insertVersion(tx, { articleId, version, ...words, writtenBy: by, writtenAt: ctx.now() })
    return { articleId, version }
  })
}
