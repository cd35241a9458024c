import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { signs, visitRunning } from './care/session/testing.ts'
import { newcomer } from './platform/auth/testing-site.ts'
import { inTransaction, openPostgres } from './platform/database.ts'
import { migrate } from './platform/migrate.ts'
import { groundOn, heldClock, type TestClinic, testClinic } from './platform/testing.ts'
import { asSuperuser, freshDatabase } from './platform/testing-postgres.ts'
import { proxyTo } from './platform/testing-proxy.ts'
import { program } from './testing-server.ts'

const clock = heldClock()
/** Longer than anything may take; a machine under load may still be slower than the figures, which are printed. */
const MUCH_TOO_LONG_MS = 15_000

const open = async () => {
  const direct = await freshDatabase()
  const wire = await proxyTo(direct)
  const database = await openPostgres(wire.url)
  await migrate(database)
  const ground = await groundOn(database, clock)
  const app = createApp({
    ground,
    render: async ({ data }) => ({ status: 200, html: JSON.stringify(data) }),
    trust: { publicUrl: undefined, proxies: [] },
    assets: '.',
  })
  return { direct, wire, database, ground, app, clinic: await testClinic(clock, ground) }
}

let way: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  way = await open()
})
afterAll(async () => {
  way.wire.become('open')
  await way.ground.jobs.stop()
  await way.database.close()
  way.wire.close()
})

type Sent = { method: string; path: string; body?: object; cookie?: string; key?: string; accept?: string }
const ask = async (clinic: TestClinic, { method, path, body, cookie = '', key = crypto.randomUUID(), accept = '*/*' }: Sent) => {
  const origin = `http://${clinic.host}`
  const headers = { origin, cookie, accept, 'content-type': 'application/json', 'idempotency-key': key }
  const from = performance.now()
  const response = await way.app.request(`${origin}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const ms = Math.round(performance.now() - from)
  return { status: response.status, retry: response.headers.get('retry-after'), text, body: isJson ? JSON.parse(text) : null, ms }
}

/** Presses, and again with the same key whenever the answer says so, until it goes through. */
const pressUntilDone = async (clinic: TestClinic, sent: Sent) => {
  const key = crypto.randomUUID()
  const [from, seen] = [performance.now(), [] as string[]]
  for (;;) {
    const answer = await ask(clinic, { ...sent, key })
    seen.push(`${answer.status} ${answer.body?.code ?? ''} ${answer.ms} ms`)
    if (answer.status !== 503) return { ...answer, seen, wholeMs: Math.round(performance.now() - from) }
    expect(Number(answer.retry)).toBeGreaterThan(0)
    await new Promise((done) => setTimeout(done, 200))
  }
}

const person = (name: string) => ({
  name,
  email: 'nobody@example.test',
  phone: '+15405550142',
  state: 'VA',
  zone: 'America/New_York',
})
const peopleCalled = (clinic: TestClinic, name: string) =>
  inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db.selectFrom('person').where('clinicId', '=', clinic.clinicId).where('name', '=', name).select('id').execute(),
  )

describe('another server that stops in the middle of a step', () => {
  test.each([
    ['frozen', 'SIGSTOP', ''],
    ['frozen while a large answer is sent to it', 'SIGSTOP', 'yes'],
    ['killed', 'SIGKILL', ''],
  ] as const)('%s holds up a chart entry for seconds at most, and never as a bug', async (how, signal, SENDS) => {
    const { sessionId } = await visitRunning(way.clinic, { indication: 'pain', name: `Somebody ${how}` })
    const { browser } = await newcomer(way.clinic)
    const other = program('platform/testing-hold.ts', { env: { DATABASE_URL: way.direct, CLINIC: way.clinic.clinicId, SENDS } })
    await other.says(/holding/)
    if (SENDS) await new Promise((done) => setTimeout(done, 300))
    const killed = signal === 'SIGKILL' ? other.kill(signal) : other.freeze()
    const entry = { entry: { kind: 'vitals', ...signs } }
    const done = await pressUntilDone(way.clinic, {
      method: 'POST',
      path: `/api/session/${sessionId}/entries`,
      body: entry,
      cookie: browser.cookie ?? '',
    })
    console.log(`${how}: ${done.wholeMs} ms: ${done.seen.join(', ')}`)
    expect(done.status).toBe(201)
    expect(done.wholeMs).toBeLessThan(MUCH_TOO_LONG_MS)
    await killed
    await other.kill('SIGKILL')
  })
})

describe('a database', () => {
  test('that falls silent is said to be away within bounds, on every door, and is there again by itself', async () => {
    const { browser } = await newcomer(way.clinic)
    const cookie = browser.cookie ?? ''
    const add = { method: 'POST', path: '/api/people/patients', body: person('Sile Nt'), cookie }
    expect((await ask(way.clinic, { method: 'GET', path: '/sign-in', accept: 'text/html' })).status).toBe(200)
    way.wire.become('silent')
    const asked = [
      add,
      { method: 'GET', path: '/api/records/waiting', cookie },
      { method: 'GET', path: '/readyz' },
      { method: 'GET', path: `/l/${'x'.repeat(43)}/appointment`, accept: 'text/html' },
    ]
    const answers = await Promise.all(asked.map((each) => ask(way.clinic, each)))
    console.log(`silent: ${answers.map(({ status, body, ms }) => `${status} ${body?.code ?? ''} ${ms} ms`).join(', ')}`)
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503])
    expect(answers.map(({ body }) => body?.code)).toEqual(['not-saved', 'not-now', undefined, undefined])
    // The page that says so still names the clinic and whom to call.
    expect(answers[3]?.text).toContain('Test clinic')
    expect(answers[3]?.text).toContain('988')
    for (const { ms } of answers) expect(ms).toBeLessThan(MUCH_TOO_LONG_MS)
    way.wire.become('open')
    const { status, seen, wholeMs } = await pressUntilDone(way.clinic, add)
    console.log(`heard again: ${wholeMs} ms: ${seen.join(', ')}`)
    expect(status).toBe(201)
    expect(await peopleCalled(way.clinic, 'Sile Nt')).toHaveLength(1)
  })

  test('that is cut off and restarted costs presses, never a bug, and nothing is doubled', async () => {
    const { browser } = await newcomer(way.clinic)
    const names = Array.from({ length: 12 }, (_, i) => `Rest Art ${i}`)
    const presses = names.map((name) =>
      pressUntilDone(way.clinic, {
        method: 'POST',
        path: '/api/people/patients',
        body: person(name),
        cookie: browser.cookie ?? '',
      }),
    )
    way.wire.become('cut')
    await new Promise((done) => setTimeout(done, 700))
    way.wire.become('open')
    await asSuperuser(
      way.direct,
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database() and usename = current_user`,
    )
    const done = await Promise.all(presses)
    console.log(`restarted: ${done.map(({ wholeMs }) => wholeMs).join(', ')} ms; ${done[0]?.seen.join(', ')}`)
    expect(done.map(({ status }) => status)).toEqual(names.map(() => 201))
    for (const name of names) expect(await peopleCalled(way.clinic, name)).toHaveLength(1)
  })

  test('whose answer to the commit is lost: nobody says that nothing was saved, and a second press finds it', async () => {
    const { browser } = await newcomer(way.clinic)
    const [key, cookie] = [crypto.randomUUID(), browser.cookie ?? '']
    const add = { method: 'POST', path: '/api/people/patients', body: person('Los T'), cookie, key }
    way.wire.loseAnswerTo(/add[-_]person/)
    const lost = await ask(way.clinic, add)
    expect([lost.status, lost.body.code]).toEqual([503, 'not-known'])
    expect(lost.body.title).toMatch(/not known whether this was saved/)
    const again = await ask(way.clinic, add)
    expect(again.status).toBe(201)
    expect(await peopleCalled(way.clinic, 'Los T')).toEqual([{ id: again.body.personId }])
  })
})
