import { get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Variables } from './allow.ts'
import { tokenOf } from './auth/sign-in.ts'
import { endSignIn } from './auth/sign-out.ts'
import { standingSignIn } from './auth/testing-site.ts'
import { type Ctx, inClinic, inOneStep } from './context.ts'
import { contextOfRequest } from './context-of-request.ts'
import { live } from './live-routes.ts'
import { shows } from './shown.ts'
import { type TestClinic, testClinic } from './testing.ts'
import { countStatements } from './testing-count.ts'

let clinic: TestClinic
let server: Server
beforeEach(async () => {
  clinic = await testClinic()
  const app = new Hono<{ Variables: Variables }>()
  app.use(contextOfRequest(clinic.ground, { publicUrl: undefined, proxies: [] }))
  app.route('/api/live', live)
  app.onError((_error, c) => c.text('refused', 403))
  server = createAdaptorServer({ fetch: app.fetch }) as Server
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const enter = async (of: TestClinic) => {
  const ctx = await of.as('nurse')
  const signInId = await inOneStep(ctx, 'sign-in', (tx) => standingSignIn(ctx, tx))
  await of.ground.sealer.sealAll()
  return { ctx, signInId, cookie: `dripline=${tokenOf(of.ground, signInId, 1)}` }
}

type Heard = { id: number; event: string; data: string }

/** A page that listens: real HTTP, each event as it comes. */
const listen = async (of: TestClinic, cookie: string, after?: number) => {
  const headers = { host: of.host, cookie, ...(after !== undefined && { 'last-event-id': String(after) }) }
  const { port } = server.address() as AddressInfo
  const answer = await new Promise<IncomingMessage>((done, failed) =>
    get({ host: '127.0.0.1', port, path: '/api/live', headers }, done).once('error', failed),
  )
  if (answer.statusCode !== 200) throw new Error(`The stream was refused: ${answer.statusCode}`)
  const heard: Heard[] = []
  let rest = ''
  answer.setEncoding('utf8').on('data', (part) => {
    const blocks = (rest + part).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: ?(.*)/s)))
      heard.push({ id: Number(fields.id), event: fields.event ?? 'message', data: fields.data ?? '' })
    }
  })
  answer.on('error', () => {})
  const news = () => heard.filter(({ event }) => event === 'message')
  const until = async (isThere: () => boolean) => {
    for (let tries = 0; tries < 400 && !isThere(); tries++) await new Promise((done) => setTimeout(done, 25))
    if (!isThere()) throw new Error(`Heard only ${JSON.stringify(heard)}`)
  }
  await until(() => heard.length > 0)
  return { heard, news, until, answer, hangUp: () => answer.destroy() }
}

const happen = (ctx: Ctx, kind: string) => inOneStep(ctx, kind, async () => ({ id: ctx.newId() }))
const kindsOf = (heard: readonly Heard[]) => heard.map(({ data }) => JSON.parse(data).kind)

test('each thing that happens is heard once, in order, under the number of its line', async () => {
  const { ctx, cookie } = await enter(clinic)
  const page = await listen(clinic, cookie)
  const head = await clinic.ground.live.head(clinic.clinicId)
  for (const kind of ['one', 'two', 'three']) await happen(ctx, kind)
  await page.until(() => page.news().length === 3)
  expect(kindsOf(page.news())).toEqual(['one', 'two', 'three'])
  expect(page.news().map(({ id }) => id)).toEqual([head + 1, head + 2, head + 3])
})

test('who comes back gets what followed, without a gap and without a double, in a rush too', async () => {
  const { ctx, cookie } = await enter(clinic)
  const first = await listen(clinic, cookie)
  await happen(ctx, 'before')
  await first.until(() => first.news().length === 1)
  first.hangUp()
  const kinds = Array.from({ length: 60 }, (_, i) => `kind-${i}`)
  for (const kind of kinds.slice(0, 30)) await happen(ctx, kind)
  const second = await listen(clinic, cookie, first.news()[0]?.id)
  for (const kind of kinds.slice(30)) await happen(ctx, kind)
  await second.until(() => second.news().length >= 60)
  expect(kindsOf(second.news())).toEqual(kinds)
})

test('what follows more than five hundred lines of reading is heard as well', async () => {
  const { ctx, cookie } = await enter(clinic)
  const head = await clinic.ground.live.head(clinic.clinicId)
  for (let i = 0; i < 520; i++) await inClinic(ctx, 'look', async () => shows([ctx.newId()], null))
  await happen(ctx, 'at-last')
  const page = await listen(clinic, cookie, head)
  await page.until(() => page.news().length === 1)
  expect(kindsOf(page.news())).toEqual(['at-last'])
})

test('a number from the future, or nonsense, does not make it deaf', async () => {
  const { ctx, cookie } = await enter(clinic)
  const pages = [await listen(clinic, cookie, 1_000_000), await listen(clinic, cookie, Number.NaN)]
  await happen(ctx, 'now')
  for (const page of pages) {
    await page.until(() => page.news().length === 1)
    expect(kindsOf(page.news())).toEqual(['now'])
  }
})

test('nothing is heard of another clinic, and its cookie opens no stream', async () => {
  const other = await testClinic(clinic.clock)
  const [mine, theirs] = [await enter(clinic), await enter(other)]
  const page = await listen(clinic, mine.cookie)
  await happen(theirs.ctx, 'theirs')
  await happen(mine.ctx, 'mine')
  await page.until(() => page.news().length === 1)
  expect(kindsOf(page.news())).toEqual(['mine'])
  await expect(listen(clinic, theirs.cookie)).rejects.toThrow('The stream was refused: 403')
})

test('a sign-in that is taken back ends its stream at the next news', async () => {
  const { ctx, signInId, cookie } = await enter(clinic)
  const page = await listen(clinic, cookie)
  const over = new Promise((done) => page.answer.once('close', done))
  await endSignIn(ctx, { signInId })
  await happen(ctx, 'secret')
  await over
  expect(kindsOf(page.news())).not.toContain('secret')
})

test('however many pages are open, one read of the trail and one of the sign-ins serves them all', async () => {
  const { ctx, cookie } = await enter(clinic)
  const pages = await Promise.all(Array.from({ length: 12 }, () => listen(clinic, cookie)))
  const statements = countStatements(clinic.ground.database)
  await happen(ctx, 'for all')
  await Promise.all(pages.map((page) => page.until(() => page.news().length === 1)))
  const reads = statements.taken().filter((text) => /^select/i.test(text))
  statements.stop()
  for (const page of pages) expect(kindsOf(page.news())).toEqual(['for all'])
  expect(reads.filter((text) => /from "audit_line"/.test(text))).toHaveLength(1)
  expect(reads.filter((text) => /from "sign_in"/.test(text)).length).toBeLessThanOrEqual(2)
})

test('one sign-in has twenty pages at most, and a page that closes makes room', async () => {
  const { cookie } = await enter(clinic)
  const pages = await Promise.all(Array.from({ length: 20 }, () => listen(clinic, cookie)))
  await expect(listen(clinic, cookie)).rejects.toThrow('The stream was refused')
  const colleague = await enter(clinic)
  await listen(clinic, colleague.cookie)
  pages[0]?.hangUp()
  let again = false
  for (let tries = 0; tries < 100 && !again; tries++)
    again = await listen(clinic, cookie).then(
      () => true,
      () => new Promise<boolean>((done) => setTimeout(() => done(false), 50)),
    )
  expect(again).toBe(true)
})
