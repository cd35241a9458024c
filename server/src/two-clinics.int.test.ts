import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { inTransaction, withoutClinic } from './platform/database.ts'
import { heldClock, type TestClinic, testClinic } from './platform/testing.ts'
import { fill, SECRET_NAME } from './testing-clinic.ts'
import { type Answer, askRoute, cookieFor, type Ids, idsOf, type Route, roleFor, routesIn, TRIES } from './testing-routes.ts'

const clock = heldClock('2026-11-23T14:00:00Z')

let [mine, theirs]: TestClinic[] = []
let app: ReturnType<typeof createApp>
let theirLink = ''
const clinics = () => {
  if (!mine || !theirs) throw new TypeError('The clinics are not there yet.')
  return { mine, theirs }
}

/** What the server's role may read at all; lines that wait to be chained are the sealer's alone. */
const tables = async () =>
  (
    await sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'clinic_id' and table_name <> 'audit_pending' order by 1`.execute(
      clinics().mine.ground.database.kysely,
    )
  ).rows.map(({ name }) => name)

/** Every row of a clinic, as one fingerprint a table. */
const fingerprint = async ({ ground, clinicId }: TestClinic) => {
  const names = await tables()
  await ground.sealer.sealAll()
  return inTransaction(ground.database, clinicId, async ({ db }) => {
    const prints: Record<string, string> = {}
    for (const name of names) {
      const { rows } = await sql<{
        n: string
        print: string
      }>`select count(*) as n, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print
        from ${sql.table(name)} t where clinic_id = ${clinicId}`.execute(db)
      prints[name] = `${rows[0]?.n} ${rows[0]?.print}`
    }
    return prints
  })
}

const ask = (clinic: TestClinic, route: Route, cookie: string, ids: Ids, turn: number) =>
  askRoute(app, clinic, route, { cookie, ids, turn })
const routes = () => routesIn(app)

const leaksIn = ({ status, text, sent }: Answer, all: readonly string[]) => {
  const shown = all.filter((id) => text.includes(id) && !sent.includes(id))
  const isLeak = shown.length > 0 || text.includes(`"${SECRET_NAME}`)
  return [...(status >= 500 ? [`breaks: ${status}`] : []), ...(isLeak ? [`shows ${text.slice(0, 300)}`] : [])]
}

/** A guessed id must be refused, and no otherwise than an id that nobody has. */
const differencesOf = (guess: Answer, blank: Answer) => [
  ...(guess.status < 400 ? [`lets it happen: ${guess.status} ${guess.text.slice(0, 200)}`] : []),
  ...(guess.status !== blank.status || guess.code !== blank.code
    ? [`tells them apart: ${guess.status} ${guess.code}, ${blank.status} ${blank.code}`]
    : []),
]

beforeAll(async () => {
  // The very first clinic of a database has no host of its own.
  await testClinic(clock)
  mine = await testClinic(clock)
  theirs = await testClinic(clock)
  const { ground } = mine
  app = createApp({
    ground,
    render: async ({ data }) => ({ status: 200, html: JSON.stringify(data) }),
    trust: { publicUrl: undefined, proxies: [] },
    assets: '.',
  })
  await mine.as('nurse')
  theirLink = await fill(theirs)
}, 120_000)

describe('two clinics in one database', { timeout: 300_000 }, () => {
  test('the other clinic has one of everything to be guessed at', async () => {
    const empty = Object.entries(await fingerprint(clinics().theirs)).flatMap(([name, print]) =>
      print.startsWith('0 ') ? [name] : [],
    )
    expect(empty).toEqual([])
  })

  test('no route shows or changes anything of the other, and its ids answer like ids that nobody has', async () => {
    const { mine, theirs } = clinics()
    const me = await app.request(`http://${mine.host}/api/auth/me`, { headers: { cookie: await cookieFor(mine, 'nurse') } })
    expect(me.status).toBe(200)
    const ids = await idsOf(theirs)
    const all = Object.values(ids).flat()
    const before = await fingerprint(theirs)
    const wrong: string[] = []
    let guessed = 0
    for (const route of routes())
      for (let turn = 0; turn < TRIES; turn++) {
        const answer = await ask(mine, route, await cookieFor(mine, roleFor(route)), ids, turn)
        const blank = await ask(mine, route, await cookieFor(mine, roleFor(route)), {}, turn)
        const isGuess = all.some((id) => answer.sent.includes(id))
        if (isGuess) guessed += 1
        const faults = [...leaksIn(answer, all), ...(isGuess ? differencesOf(answer, blank) : [])]
        wrong.push(...faults.map((fault) => `${route.method} ${route.path} ${fault}`))
      }
    expect(wrong).toEqual([])
    expect(guessed).toBeGreaterThan(100)
    expect(await fingerprint(theirs)).toEqual(before)
  })

  test('its own people do see what the others asked for in vain', async () => {
    const { theirs } = clinics()
    const ids = await idsOf(theirs)
    const seen: string[] = []
    for (const route of routes().filter(({ method, path }) => method === 'GET' && path.includes(':') && !path.startsWith('/l/')))
      for (let turn = 0; turn < TRIES; turn++)
        if ((await ask(theirs, route, await cookieFor(theirs, roleFor(route)), ids, turn)).status === 200) seen.push(route.path)
    const silent = routes().filter(
      ({ method, path }) => method === 'GET' && path.startsWith('/api/') && path.includes(':') && !seen.includes(path),
    )
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  test('a cookie or a link of the one opens nothing at the other', async () => {
    const { mine, theirs } = clinics()
    const cookie = await cookieFor(theirs, 'owner')
    const me = (host: string) => app.request(`http://${host}/api/auth/me`, { headers: { cookie } })
    expect((await me(theirs.host)).status).toBe(200)
    expect((await me(mine.host)).status).toBe(401)
    const { pathname } = new URL(theirLink)
    const open = (host: string) => app.request(`http://${host}${pathname}`, { headers: { accept: 'text/html' } })
    expect((await open(theirs.host)).status).toBe(200)
    const refused = await open(mine.host)
    expect(refused.status).toBe(410)
    expect(await refused.text()).not.toContain(SECRET_NAME)
  })

  test('a host that no clinic has is not found, whoever asks', async () => {
    const cookie = await cookieFor(clinics().mine, 'owner')
    const answer = await app.request('http://elsewhere.localhost/api/auth/me', { headers: { cookie } })
    expect(answer.status).toBe(404)
  })
})

describe('the database itself', () => {
  test('shows no row to the role that owns nothing while no clinic is set, and none of another while one is', async () => {
    const { mine, theirs } = clinics()
    const names = (await tables()).filter((name) => name !== 'clinic_host')
    const countIn = (name: string) => sql<{ n: string }>`select count(*) as n from ${sql.table(name)}`
    const found = await withoutClinic(mine.ground.database, async (db) => {
      const rows: string[] = []
      for (const name of names) rows.push(...(await countIn(name).execute(db)).rows.map(({ n }) => n))
      return rows
    })
    expect(new Set(found)).toEqual(new Set(['0']))
    const foreign = await inTransaction(mine.ground.database, mine.clinicId, async ({ db }) => {
      const rows: string[] = []
      for (const name of names) {
        const count = sql<{ n: string }>`select count(*) as n from ${sql.table(name)} where clinic_id <> ${mine.clinicId}`
        rows.push(...(await count.execute(db)).rows.map(({ n }) => n))
      }
      return rows
    })
    expect(new Set(foreign)).toEqual(new Set(['0']))
    const smuggled = inTransaction(mine.ground.database, mine.clinicId, ({ db }) =>
      db
        .insertInto('chair')
        .values({ clinicId: theirs.clinicId, id: crypto.randomUUID(), name: 'ours now', position: 1 })
        .execute(),
    )
    await expect(smuggled).rejects.toMatchObject({ code: '42501' })
  })
})
