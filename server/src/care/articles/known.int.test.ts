import { readerOf } from '@dripline/clinical/words'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { peek, testClinic } from '../../platform/testing.ts'
import { seeArticle } from './article-page.ts'
import { seeKnown } from './see-known.ts'
import { countsByStatement } from './store-counts.ts'

const slug = 'how-ketamine-works-on-pain'
const address = `/articles/${slug}`
const to = readerOf('en')

const ready = async () => {
  const clinic = await testClinic()
  const app = createApp({
    ground: clinic.ground,
    render: async ({ data }) => ({ status: 200, html: JSON.stringify(data) }),
    trust: { publicUrl: undefined, proxies: [] },
    assets: '.',
  })
  const origin = `http://${clinic.host}`
  const post = (form: Record<string, string>, key: string = crypto.randomUUID(), accept = 'text/html') =>
    app.request(`${origin}${address}`, {
      method: 'POST',
      headers: { origin, accept, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ 'idempotency-key': key, ...form }),
    })
  const owner = await clinic.as('owner')
  const counts = () => peek(owner, countsByStatement)
  const total = async (id: string) => (await seeKnown(owner)).articles[0]?.statements.find((each) => each.id === id)
  return { clinic, app, origin, post, owner, counts, total }
}

describe('what a reader calls true or false', () => {
  test('is counted once for each press, and shown again with the article around it', async () => {
    const { post, counts } = await ready()
    const form = { phase: 'before', 'how-many-of-twenty': 'false', 'in-a-crisis': 'true' }
    const answer = await post(form, 'a-key-of-a-form')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      known: { phase: 'before', answers: { 'how-many-of-twenty': 'false', 'in-a-crisis': 'true' } },
      article: { title: 'How ketamine works on pain' },
    })
    await post(form, 'a-key-of-a-form')
    expect((await counts()).map(({ statement, answer, answered }) => [statement, answer, answered]).sort()).toEqual([
      ['how-many-of-twenty', 'false', 1],
      ['in-a-crisis', 'true', 1],
    ])
  })

  test('that was changed and sent again under its key is not counted twice, and the reader keeps the article', async () => {
    const { post, counts } = await ready()
    await post({ phase: 'before', 'in-a-crisis': 'true' }, 'a-key-of-a-form')
    const again = await post({ phase: 'before', 'in-a-crisis': 'false' }, 'a-key-of-a-form')
    expect(again.status).toBe(200)
    expect(await again.json()).toMatchObject({ article: { title: 'How ketamine works on pain' } })
    expect(await counts()).toMatchObject([{ answer: 'true', answered: 1 }])
  })

  test('is counted for whoever has a script without a page sent back', async () => {
    const { post, counts } = await ready()
    const answer = await post({ phase: 'after', 'in-a-crisis': 'not sure' }, undefined, 'application/json')
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    expect(await counts()).toMatchObject([{ phase: 'after', answer: 'not sure', answered: 1 }])
  })

  test('is nothing where it is no answer, and where the article does not ask', async () => {
    const { post, counts, app, origin } = await ready()
    expect((await post({ phase: 'after', 'in-a-crisis': 'perhaps' })).status).toBe(422)
    expect((await post({ phase: 'during', 'in-a-crisis': 'true' })).status).toBe(200)
    const elsewhere = await app.request(`${origin}/articles/what-it-costs`, {
      method: 'POST',
      headers: { origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ 'idempotency-key': 'a-key-of-a-form', phase: 'after', 'in-a-crisis': 'true' }),
    })
    expect(elsewhere.status).toBe(404)
    expect(await counts()).toEqual([])
  })

  test('is never counted by looking: a robot that opens every address changes nothing', async () => {
    const { app, origin, counts } = await ready()
    await app.request(`${origin}${address}?phase=after&in-a-crisis=true`, { headers: { accept: 'text/html' } })
    expect(await counts()).toEqual([])
  })

  test('is kept as counts of a week, and says of nobody who it was, in the trail neither', async () => {
    const { post, clinic, owner } = await ready()
    clinic.clock.now = new Date('2026-11-26T15:00:00Z')
    await post({ phase: 'before', 'in-a-crisis': 'true' })
    const [row] = await peek(owner, ({ db, clinicId }) =>
      db.selectFrom('statementCount').where('clinicId', '=', clinicId).selectAll().execute(),
    )
    expect(row).toMatchObject({ slug, language: 'en', week: '2026-11-23', answered: 1 })
    expect(Object.keys(row ?? {})).toEqual([
      'clinicId',
      'slug',
      'language',
      'articleVersion',
      'statement',
      'statementVersion',
      'phase',
      'answer',
      'week',
      'answered',
    ])
    const lines = (await clinic.trail()).filter(({ verb }) => verb === 'count-answers')
    expect(lines).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toMatch(/in-a-crisis|"true"|127\.0|::1/)
  })
})

describe('what the clinic sees of its readers', () => {
  test('is nothing of twenty-nine, and a total from thirty on', async () => {
    const { post, total } = await ready()
    for (let i = 0; i < 29; i++) await post({ phase: 'before', 'approved-for-pain': i < 10 ? 'true' : 'false' })
    expect(await total('approved-for-pain')).toMatchObject({ before: null, after: null })
    await post({ phase: 'before', 'approved-for-pain': 'not sure' })
    expect(await total('approved-for-pain')).toMatchObject({
      before: { answered: 30, right: 19, wrong: 10, notSure: 1 },
      after: null,
    })
    expect(await total('in-a-crisis')).toMatchObject({ before: null })
  })

  test('is of its own clinic', async () => {
    const { post } = await ready()
    await post({ phase: 'before', 'in-a-crisis': 'true' })
    const other = await testClinic()
    expect(await seeKnown(await other.as('owner'))).toMatchObject({ articles: [] })
  })
})

describe('a statement', () => {
  test('is asked while its claim stands, and gone with it', async () => {
    const { clinic } = await ready()
    const asked = async () => (await seeArticle(clinic.visitor, to, slug))?.statements.map(({ id }) => id)
    expect(await asked()).toHaveLength(6)
    clinic.clock.now = new Date('2027-06-01T15:00:00Z')
    expect(await asked()).toEqual(['when-it-fades', 'home-after-the-drip', 'in-a-crisis'])
  })

  test('is asked by no article that does not ask', async () => {
    const { clinic } = await ready()
    expect((await seeArticle(clinic.visitor, to, 'what-it-costs'))?.statements).toEqual([])
  })
})

test('a guess is shown again and counted nowhere', async () => {
  const { post, counts } = await ready()
  const answer = await post({ guess: 'twenty', 'said.drug': ' 15 ', 'said.placebo': '4', 'said.long': 'x'.repeat(40) })
  expect(await answer.json()).toMatchObject({ guess: { about: 'twenty', said: { drug: '15', placebo: '4' } } })
  expect(await counts()).toEqual([])
})
