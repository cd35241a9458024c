import { asked } from '@dripline/clinical'
import { locales } from '@dripline/clinical/words'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../platform/allow.ts'
import { shape } from '../../platform/shape.ts'
import { listArticles, readOneArticle } from './read-articles.ts'
import { askReview, publishArticle, sendBackArticle, withdrawArticle } from './review-article.ts'
import { seeKnown } from './see-known.ts'
import { beginArticle, saveArticle } from './write-article.ts'

const text = (most: number) =>
  z
    .string(asked('some-words'))
    .trim()
    .min(1, asked('some-words'))
    .max(most, asked('at-most-letters', { longest: most }))
const words = { title: text(90), summary: text(300), body: text(60_000) }
const version = z.int(asked('whole-number')).min(1, asked('at-least-1'))
const reason = text(500)
const of = shape('param', z.object({ articleId: z.uuid() }))

/** The clinic's own articles: the owner and prescribers write, a prescriber publishes. */
export const articles = new Hono<{ Variables: Variables }>()
  .get('/', allow('owner', 'prescriber'), async (c) => c.json(await listArticles(c.var.ctx)))
  .post(
    '/',
    allow('owner', 'prescriber'),
    shape('json', z.strictObject({ ...words, language: z.enum(locales, asked('one-of-values', { values: [...locales] })) })),
    async (c) => c.json(await beginArticle(c.var.ctx, c.req.valid('json')), 201),
  )
  .get('/known', allow('owner', 'prescriber'), async (c) => c.json(await seeKnown(c.var.ctx)))
  .get('/:articleId', allow('owner', 'prescriber'), of, async (c) =>
    c.json(await readOneArticle(c.var.ctx, c.req.valid('param'))),
  )
  .post('/:articleId', allow('owner', 'prescriber'), of, shape('json', z.strictObject({ ...words, after: version })), async (c) =>
    c.json(await saveArticle(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/:articleId/ask-review', allow('owner', 'prescriber'), of, shape('json', z.strictObject({ version })), async (c) =>
    c.json(await askReview(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post(
    '/:articleId/publish',
    allow('prescriber'),
    of,
    shape(
      'json',
      z.strictObject({
        version,
        reviewAgainBy: z.iso.date(asked('day-like-2026-12-25')),
        seenMarks: z.array(z.string()).max(500),
      }),
    ),
    async (c) => c.json(await publishArticle(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/:articleId/send-back', allow('prescriber'), of, shape('json', z.strictObject({ version, reason })), async (c) =>
    c.json(await sendBackArticle(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/:articleId/withdraw', allow('owner', 'prescriber'), of, shape('json', z.strictObject({ reason })), async (c) =>
    c.json(await withdrawArticle(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
