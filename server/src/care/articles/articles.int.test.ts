import { readerOf } from '@dripline/clinical/words'
import { describe, expect, test } from 'vitest'
import { peek, testClinic } from '../../platform/testing.ts'
import { seeArticle, seeShelf } from './article-page.ts'
import { listArticles, readOneArticle } from './read-articles.ts'
import { askReview, publishArticle, sendBackArticle, withdrawArticle } from './review-article.ts'
import { eventsOf } from './store.ts'
import { beginArticle, saveArticle } from './write-article.ts'

const to = readerOf('en')
const clean = 'We listen first. The call takes [15 minutes](plain).'
const words = (body: string) => ({ title: 'Our first talk', summary: 'What happens when you call.', body })

const ready = async (body = clean) => {
  const clinic = await testClinic()
  const [owner, prescriber] = [await clinic.as('owner'), await clinic.as('prescriber')]
  const { articleId, slug } = await beginArticle(owner, { language: 'en', ...words(body) })
  const publish = (version: number, seenMarks = ['15 minutes'], reviewAgainBy = '2027-05-01') =>
    publishArticle(prescriber, { articleId, version, reviewAgainBy, seenMarks })
  const seen = () => seeArticle(clinic.visitor, to, slug)
  const save = (after: number, text: string) => saveArticle(owner, { articleId, after, ...words(text) })
  return { clinic, owner, prescriber, articleId, slug, publish, seen, save }
}

describe('a number without a source', () => {
  test('is refused with its sentence, however the article is brought to be published', async () => {
    const { owner, articleId, publish, seen } = await ready('We help. Two thirds get relief.')
    const refused = {
      code: 'article-not-sourced',
      faults: [{ field: 'body', code: 'number-without-source', params: { within: 'Two thirds get relief.', quote: 'thirds' } }],
    }
    await expect(askReview(owner, { articleId, version: 1 })).rejects.toMatchObject(refused)
    await expect(publish(1, [])).rejects.toMatchObject(refused)
    expect(await seen()).toBeNull()
  })

  test('that was mended away after a review was asked for is judged in its newest words', async () => {
    const { owner, articleId, publish, save, seen } = await ready()
    await askReview(owner, { articleId, version: 1 })
    await save(1, 'It is proven.')
    await expect(publish(1)).rejects.toMatchObject({ code: 'article-changed' })
    await expect(publish(2, [])).rejects.toMatchObject({ code: 'article-not-sourced' })
    expect(await seen()).toBeNull()
  })

  test('stands in no list and in no title either', async () => {
    const { owner, clinic } = await ready()
    const { articleId } = await beginArticle(owner, { language: 'en', ...words(clean), title: 'Relief for 9 in 10' })
    await expect(askReview(owner, { articleId, version: 1 })).rejects.toMatchObject({ code: 'article-not-sourced' })
    expect((await seeShelf(clinic.visitor, to)).shelf.map(({ title }) => title)).not.toContain('Relief for 9 in 10')
  })
})

describe('an article of the clinic’s own', () => {
  test('is read by nobody outside before a prescriber publishes it, and by everybody after', async () => {
    const { owner, articleId, publish, seen, clinic } = await ready()
    await askReview(owner, { articleId, version: 1 })
    expect(await seen()).toBeNull()
    await publish(1)
    expect(await seen()).toMatchObject({ article: { title: 'Our first talk', reviewAgainBy: '2027-05-01', isPastReview: false } })
    expect((await seeShelf(clinic.visitor, to)).shelf.at(-1)).toMatchObject({ title: 'Our first talk', minutes: 1 })
    expect(await seeArticle(clinic.visitor, readerOf('es'), 'our-first-talk')).toBeNull()
  })

  test('stays as it was published while its next version is written', async () => {
    const { publish, save, seen } = await ready()
    await publish(1)
    await save(1, 'Another text.')
    expect(JSON.stringify(await seen())).toContain('We listen first.')
  })

  test('is published by nobody who did not see every plain mark in it', async () => {
    const { publish, seen } = await ready()
    await expect(publish(1, [])).rejects.toMatchObject({ faults: [{ field: 'seenMarks' }] })
    await expect(publish(1, ['20 minutes'])).rejects.toMatchObject({ faults: [{ field: 'seenMarks' }] })
    expect(await seen()).toBeNull()
  })

  test.each(['2026-11-23', '2026-01-01', '2028-01-01'])('is not good until %s', async (day) => {
    const { publish } = await ready()
    await expect(publish(1, undefined, day)).rejects.toMatchObject({ faults: [{ field: 'reviewAgainBy' }] })
  })

  test('is published by no owner: the right is asked for at the act', async () => {
    const { owner, articleId } = await ready()
    const act = { articleId, version: 1, reviewAgainBy: '2027-05-01', seenMarks: ['15 minutes'] }
    await expect(publishArticle(owner, act)).rejects.toMatchObject({ code: 'no-right' })
  })

  test('says on its face that its review is past', async () => {
    const { publish, seen, clinic } = await ready()
    await publish(1, undefined, '2026-12-01')
    clinic.clock.forward(60 * 24 * 10)
    expect(await seen()).toMatchObject({ article: { isPastReview: true } })
  })

  test('loses the sentence of a claim that runs out after it was published', async () => {
    const figure = 'We read it. It put {cochrane-2025.trials} together. Ask us.'
    const { publish, seen, clinic } = await ready(figure)
    await publish(1, [], '2027-11-01')
    expect(JSON.stringify(await seen())).toContain('67 trials')
    clinic.clock.now = new Date('2027-11-22T15:00:00Z')
    const after = JSON.stringify(await seen())
    expect(after).not.toContain('67 trials')
    expect(after).toContain('Ask us.')
  })

  test('is withdrawn with its reason, which then stands at its address', async () => {
    const { owner, publish, seen, articleId, clinic } = await ready()
    await expect(withdrawArticle(owner, { articleId, reason: 'Too old' })).rejects.toMatchObject({ code: 'wrong-state' })
    await publish(1)
    await withdrawArticle(owner, { articleId, reason: 'Too old' })
    expect(await seen()).toMatchObject({ article: null, withdrawn: { on: '2026-11-23', reason: 'Too old' } })
    expect((await seeShelf(clinic.visitor, to)).shelf.map(({ slug }) => slug)).not.toContain('our-first-talk')
  })

  test('is sent back with what is missing, and only when it was asked for', async () => {
    const { owner, prescriber, articleId } = await ready()
    const back = { articleId, version: 1, reason: 'Say that it may not help' }
    await expect(sendBackArticle(prescriber, back)).rejects.toMatchObject({ code: 'wrong-state' })
    await askReview(owner, { articleId, version: 1 })
    await sendBackArticle(prescriber, back)
    expect(await listArticles(owner)).toMatchObject([{ state: 'draft', isPublic: false }])
  })
})

describe('what was written', () => {
  test('is kept, every version of it, with who wrote it', async () => {
    const { owner, articleId, save } = await ready()
    await save(1, 'The second text.')
    const { versions, latest } = await readOneArticle(owner, { articleId })
    expect(versions.map(({ version, body }) => [version, body])).toEqual([
      [2, 'The second text.'],
      [1, clean],
    ])
    expect(latest.version).toBe(2)
  })

  test('is not overwritten by whoever had read an older version', async () => {
    const { save } = await ready()
    await save(1, 'The second text.')
    await expect(save(1, 'A third, from before.')).rejects.toMatchObject({ code: 'article-changed' })
  })

  test('takes no address that another article has, ours or theirs', async () => {
    const { owner } = await ready()
    for (const title of ['Our first talk', 'What it costs', '!!!'])
      await expect(beginArticle(owner, { language: 'en', ...words(clean), title })).rejects.toMatchObject({
        faults: [{ field: 'title' }],
      })
  })

  test('is nobody else’s clinic’s', async () => {
    const { articleId, slug, publish } = await ready()
    await publish(1)
    const other = await testClinic()
    await expect(readOneArticle(await other.as('owner'), { articleId })).rejects.toMatchObject({ code: 'not-found' })
    expect(await seeArticle(other.visitor, to, slug)).toBeNull()
  })

  test('keeps with its publishing which marks were seen', async () => {
    const { owner, articleId, publish } = await ready()
    await publish(1)
    const [event] = await peek(owner, (tx) => eventsOf(tx, [articleId]))
    expect(event).toMatchObject({ kind: 'published', marks: [{ words: '15 minutes', sentence: 'The call takes 15 minutes.' }] })
  })
})
