import { randomBytes } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import { describe, expect, type TestContext, test } from 'vitest'
import { type Database, inTransaction, openEmbedded, openPostgres, withoutClinic } from './platform/database.ts'
import { numbersFrom } from './platform/testing-chance.ts'
import { letterTo, type MailServer, openMailServer } from './platform/testing-mail.ts'
import { freshDatabase, ownersOf } from './platform/testing-postgres.ts'
import { addressOf, folderFor, nurseOf, type Program, program, server, setUp, visitorAt } from './testing-server.ts'

const opened = async ({ onTestFinished }: TestContext) => {
  const [place, mail] = [folderFor(), await openMailServer()]
  onTestFinished(async () => {
    await mail.close()
    place.remove()
  })
  return { place, mail, letters: { SMTP_URL: mail.url, MAIL_FROM: 'clinic@example.org' } }
}

/** Ten in each run of everything; `KILLS=60 npm test -- race` for as many as one has patience for. */
const ROUNDS = Number(process.env.KILLS ?? 10)
const AT_ONCE = 12
const LONGEST_STORM_MS = 700
const LONGEST_OPENING_MS = 900

/** What a desk knows: which key stands for which name, and which of them the server has said yes to. */
type Desk = { readonly sent: Map<string, string>; readonly acknowledged: Map<string, string> }

const add = async (desk: Desk, address: string, cookie: string, key: string) => {
  const name = desk.sent.get(key) ?? ''
  const person = { name, email: 'nobody@example.test', phone: '+15405550142', state: 'VA', zone: 'America/New_York' }
  const answer = await visitorAt(address, cookie).send('POST', '/api/people/patients', person, key)
  if (answer.status !== 201) throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
  const { personId } = (await answer.json()) as { personId: string }
  const before = desk.acknowledged.get(key)
  if (before !== undefined && before !== personId) throw new Error(`${name} was given two ids`)
  desk.acknowledged.set(key, personId)
}

const retryAll = async (desk: Desk, address: string, cookie: string) => {
  for (const key of desk.sent.keys()) if (!desk.acknowledged.has(key)) await add(desk, address, cookie, key)
}

/** Adds people as fast as several hands can, until the server is gone; what gets no answer stays without one. */
const storm = async (desk: Desk, address: string, cookie: string, running: Program) => {
  const hand = async () => {
    while (running.isRunning()) {
      const key = `person-${String(desk.sent.size).padStart(6, '0')}`
      desk.sent.set(key, `Person ${desk.sent.size}`)
      await add(desk, address, cookie, key).catch((error) => {
        if (running.isRunning() && !(error instanceof TypeError)) throw error
      })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, hand))
}

const firstNurse = async (mail: MailServer, running: Program, address: string) => {
  const code = (await running.says(/code: (\S+)/))[1] ?? ''
  return nurseOf(address, await setUp(address, code), async (to) => (await letterTo(mail, to)).text ?? '')
}

/** Begins a clinic, then kills its server again and again: mostly in the storm, sometimes while it is still opening. */
const killedOver = async (mail: MailServer, env: NodeJS.ProcessEnv, seed: number) => {
  const next = numbersFrom(seed)
  const desk: Desk = { sent: new Map(), acknowledged: new Map() }
  let cookie = ''
  for (let round = 0; round < ROUNDS; round++) {
    const running = server(env, '--empty')
    if (round > 0 && next() < 0.2) {
      await after(next() * LONGEST_OPENING_MS)
      await running.kill('SIGKILL')
      continue
    }
    const address = await addressOf(running)
    if (cookie === '') cookie = await firstNurse(mail, running, address)
    await retryAll(desk, address, cookie)
    const storming = storm(desk, address, cookie, running)
    await after(next() * LONGEST_STORM_MS)
    await running.kill('SIGKILL')
    await storming
  }
  const last = server(env, '--empty')
  await retryAll(desk, await addressOf(last), cookie)
  expect((await last.kill('SIGTERM')).code).toBe(0)
  return desk
}

/** What stands in the database in the end: the people, and whom the lines of the trail say were added. */
const kept = async (database: Database) => {
  const [clinic] = await withoutClinic(database, (db) => db.selectFrom('clinic').select('id').execute())
  return inTransaction(database, clinic?.id ?? '', async ({ db }) => {
    const people = await db.selectFrom('person').select(['id', 'name']).execute()
    const entries = (await db.selectFrom('auditLine').select('entry').execute()).map(({ entry }) => JSON.parse(entry))
    const added = entries.filter(({ verb, outcome }) => verb === 'add-person' && outcome === 'done')
    return { people, lines: added.map(({ about }) => String(about.personId)).sort() }
  })
}

const expectAllThere = ({ sent, acknowledged }: Desk, { people, lines }: Awaited<ReturnType<typeof kept>>) => {
  expect(sent.size).toBeGreaterThan(AT_ONCE * 10)
  expect(acknowledged.size).toBe(sent.size)
  expect(people.map(({ name }) => name).sort()).toEqual([...sent.values()].sort())
  expect(people.map(({ id }) => id).sort()).toEqual([...acknowledged.values()].sort())
  expect(lines).toEqual([...acknowledged.values()].sort())
}

const verified = (env: NodeJS.ProcessEnv) => program('verify-audit.ts', { env }).ended

// Both at once: each waits for its own servers most of the time.
describe.concurrent(`a server killed ${ROUNDS} times while people are added`, () => {
  test('on the embedded database: nothing acknowledged is lost, nothing is doubled, the trail holds', {
    timeout: 300_000,
  }, async (context) => {
    const { place, mail, letters } = await opened(context)
    const env = { DATA_DIR: place.folder, ...letters }
    const desk = await killedOver(mail, env, 20_261_122)
    const database = await openEmbedded(`${place.folder}/clinic`)
    const found = await kept(database)
    await database.close()
    expectAllThere(desk, found)
    expect(await verified(env)).toMatchObject({ code: 0, said: expect.stringMatching(/^ok \d+ lines/) })
  })

  test('on PostgreSQL: the same', { timeout: 300_000 }, async (context) => {
    const { place, mail, letters } = await opened(context)
    const DATABASE_URL = await freshDatabase()
    const env = {
      DATABASE_URL,
      ...letters,
      DATA_DIR: `${place.folder}/postgres`,
      SECRET_KEY: randomBytes(32).toString('base64'),
    }
    const desk = await killedOver(mail, env, 20_261_123)
    const database = await openPostgres(DATABASE_URL)
    const found = await kept(database)
    await database.close()
    expectAllThere(desk, found)
    const said = expect.stringMatching(/^ok \d+ lines/)
    expect(await verified({ ...env, MIGRATE_DATABASE_URL: ownersOf(DATABASE_URL) })).toMatchObject({ code: 0, said })
  })
})
