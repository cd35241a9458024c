import { beforeAll, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { inTransaction } from './platform/database.ts'
import { heldClock, type TestClinic, testClinic } from './platform/testing.ts'
import { fill, SECRET_NAME } from './testing-clinic.ts'
import { type App, askRoute, cookieFor, type Ids, idsOf, type Route, roleFor, routesIn, TRIES } from './testing-routes.ts'

const clock = heldClock('2026-11-23T14:00:00Z')
let clinic: TestClinic
let app: App
let link = ''

beforeAll(async () => {
  // The very first clinic of a database has no host of its own.
  await testClinic(clock)
  clinic = await testClinic(clock)
  app = createApp({
    ground: clinic.ground,
    render: async ({ data }) => ({ status: 200, html: JSON.stringify(data) }),
    trust: { publicUrl: undefined, proxies: [] },
    assets: '.',
  })
  link = new URL(await fill(clinic)).pathname
}, 120_000)

type Person = { readonly id: string; readonly name: string; readonly isOnly: boolean }
const persons = (): Promise<Person[]> =>
  inTransaction(clinic.ground.database, clinic.clinicId, async ({ db }) => {
    const found = await db.selectFrom('person').select(['id', 'name']).execute()
    return found.map((each) => ({ ...each, isOnly: found.filter(({ name }) => name.includes(each.name)).length === 1 }))
  })

type Shown = {
  readonly path: string
  readonly name: string
  readonly isThere: boolean
  readonly lines: number
  readonly done: number
}

/** Whom an answer shows, by id or by a name that nobody else has, and how many lines of that request name them. */
const shownBy = async (path: string, all: readonly Person[], ask: () => Promise<{ status: number; text: string }>) => {
  // A look has one line a minute.
  clock.forward(1)
  const before = (await clinic.trail()).length
  const { status, text } = await ask()
  const own = (await clinic.trail()).slice(before)
  return all.map(({ id, name, isOnly }): Shown => {
    const naming = own.filter(({ patients }) => patients.includes(id))
    return {
      path,
      name,
      isThere: status < 400 && (text.includes(id) || (isOnly && text.includes(name))),
      lines: naming.filter(({ outcome }) => outcome === 'read').length,
      done: naming.filter(({ outcome }) => outcome === 'done').length,
    }
  })
}

const asked = async (route: Route, ids: Ids, all: readonly Person[]) => {
  const found: Shown[] = []
  for (let turn = 0; turn < TRIES; turn++) {
    const cookie = await cookieFor(clinic, roleFor(route))
    found.push(...(await shownBy(route.path, all, () => askRoute(app, clinic, route, { cookie, ids, turn, words: SECRET_NAME }))))
  }
  return found
}

const said = (wrong: readonly Shown[]) => [
  ...new Set(wrong.map(({ path, name, lines, done }) => `${path} ${name}: ${lines} lines read, ${done} done`)),
]

test('every route that shows a person leaves exactly one line that names them, lists, files, prints and calendars alike', async () => {
  const [ids, all] = [await idsOf(clinic), await persons()]
  const found: Shown[] = []
  for (const route of routesIn(app).filter(({ method }) => method === 'GET')) found.push(...(await asked(route, ids, all)))
  for (const part of ['', '.ics'])
    found.push(
      ...(await shownBy(`${link}${part}`, all, async () => {
        const answer = await app.request(`http://${clinic.host}${link}${part}`, { headers: { accept: 'text/html' } })
        return { status: answer.status, text: await answer.text() }
      })),
    )
  expect(said(found.filter(({ isThere, lines }) => (isThere ? lines !== 1 : lines > 1)))).toEqual([])
  expect(found.filter(({ isThere }) => isThere).length).toBeGreaterThan(50)
  const shapes = ['/export', '/record', '.ics']
  expect(shapes.filter((shape) => !found.some(({ path, lines }) => path.includes(shape) && lines === 1))).toEqual([])
}, 300_000)

test('every look that is asked for by sending something leaves exactly one, and every deed that tells of a person has its own', async () => {
  const [ids, all] = [await idsOf(clinic), await persons()]
  const found: Shown[] = []
  for (const route of routesIn(app).filter(({ method, path }) => method === 'POST' && path.startsWith('/api/')))
    found.push(...(await asked(route, ids, all)))
  const there = found.filter(({ isThere }) => isThere)
  expect(said(there.filter(({ lines, done }) => (done === 0 ? lines !== 1 : false)))).toEqual([])
  const looks = [...new Set(there.filter(({ lines, done }) => lines === 1 && done === 0).map(({ path }) => path))]
  expect(looks).toEqual(expect.arrayContaining(['/api/people/find', '/api/people/likely', '/api/records/people']))
}, 300_000)
