import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { people } from './care/people/routes.ts'
import { session } from './care/session/routes.ts'
import { signs, visitRunning } from './care/session/testing.ts'
import { closeAccountRow, lockSignIn, signOutEverywhere } from './platform/auth/store.ts'
import { browserAt, newcomer, siteOf } from './platform/auth/testing-site.ts'
import { inTransaction } from './platform/database.ts'
import type { Ground } from './platform/ground.ts'
import { heldClock, type TestClinic, testClinic } from './platform/testing.ts'
import { countStatements } from './platform/testing-count.ts'
import { freshDatabase, postgresGround } from './platform/testing-postgres.ts'

const clock = heldClock()
const url = await freshDatabase()
const [here, there] = [await postgresGround(clock, url), await postgresGround(clock, url)]
afterAll(async () => {
  for (const { jobs, database } of [here, there]) {
    await jobs.stop()
    await database.close()
  }
})
const siteOn = (ground: Ground, clinic: TestClinic) =>
  siteOf({ ...clinic, ground })
    .route('/api/people', people)
    .route('/api/session', session)

// The first clinic of a database answers to every host until there is a second one: it stands aside.
await testClinic(clock, here)
let clinic: TestClinic
let nurse: Awaited<ReturnType<typeof newcomer>>
let other: ReturnType<typeof browserAt>
const caller = { name: 'Rowan Two', email: 'rowan@example.test', phone: '+15405550123', state: 'VA', zone: 'America/New_York' }
const add = (browser: typeof other) => browser.send('POST', '/api/people/patients', caller)

// However slow the machine, what was kept a moment ago is not stale by the wall clock: only the held clock and what others commit age it.
beforeEach(() => {
  const at = performance.now()
  const held = vi.spyOn(performance, 'now').mockReturnValue(at)
  return () => held.mockRestore()
})

beforeEach(async () => {
  clinic = await testClinic(clock, here)
  nurse = await newcomer(clinic, 'nurse', siteOn(here, clinic))
  other = browserAt(siteOn(there, clinic), clinic.host)
  other.cookie = nurse.browser.cookie
  for (const browser of [nurse.browser, other]) expect(await add(browser)).toMatchObject({ status: 201 })
})

const added = async () => (await clinic.trail()).filter(({ verb, outcome }) => verb === 'add-person' && outcome === 'done').length

type Change = Parameters<typeof inTransaction>[2]
const onHere = (work: Change) => inTransaction(here.database, clinic.clinicId, work)

test('who is known writes a person in one round trip, and an entry in one, sign-in and all', async () => {
  const { sessionId } = await visitRunning(clinic, { indication: 'pain' })
  const chart = () =>
    other.send('POST', `/api/session/${sessionId}/entries`, { entry: { kind: 'vitals', ...signs } }, there.newId(clock.now))
  expect((await chart()).status).toBe(201)
  const counted = countStatements(there.database)
  try {
    expect(await counted.roundTripsOf(async () => expect((await add(other)).status).toBe(201))).toBe(1)
    expect(counted.taken()).toContainEqual(expect.stringContaining('add_person'))
    expect(await counted.roundTripsOf(async () => expect((await chart()).status).toBe(201))).toBe(1)
    expect(counted.taken()).toContainEqual(expect.stringContaining('write_entry'))
  } finally {
    counted.stop()
  }
})

test('a look that is kept asks once, sign-in and all, and shows what another server has committed before it', async () => {
  const look = async () => (await other.send('GET', '/api/session/room')).body
  await look()
  const counted = countStatements(there.database)
  try {
    let before: unknown
    const looks = async () => {
      before = await look()
    }
    expect(await counted.roundTripsOf(looks)).toBe(1)
    expect(counted.taken()).toContainEqual(expect.stringContaining('sign_in_now'))
    await visitRunning(clinic, { indication: 'pain' })
    expect(await look()).not.toEqual(before)
  } finally {
    counted.stop()
  }
})

test('a sign-in that was revoked on one server writes and reads nothing on the other from that commit on', async () => {
  const before = await added()
  await onHere((tx) => signOutEverywhere(tx, nurse.id, clock.now))
  for (const browser of [other, nurse.browser]) {
    expect(await add(browser)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
    expect((await browser.send('GET', '/api/session/room')).status).toBe(401)
  }
  expect(await added()).toBe(before)
})

test.each<[string, number, Change]>([
  ['locked', 401, (tx) => lockSignIn(tx, nurse.signInId, clock.now)],
  ['not-signed-in', 401, (tx) => closeAccountRow(tx, nurse.id, clock.now)],
  [
    'not-allowed',
    403,
    ({ db }) =>
      db
        .updateTable('account')
        .set({ roles: ['front desk'] })
        .where('id', '=', nurse.id)
        .execute(),
  ],
])('so is one that is %s by now', async (code, status, change) => {
  const { sessionId } = await visitRunning(clinic, { indication: 'pain' })
  const chart = () =>
    other.send('POST', `/api/session/${sessionId}/entries`, { entry: { kind: 'vitals', ...signs } }, there.newId(clock.now))
  expect((await chart()).status).toBe(201)
  await onHere(change)
  expect(await chart()).toMatchObject({ status, body: { code } })
  expect((await clinic.trail()).filter(({ verb, outcome }) => verb === 'chart-vitals' && outcome === 'done')).toHaveLength(1)
})
