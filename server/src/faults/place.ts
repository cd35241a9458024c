import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { signedIn } from '../bench/place.ts'
import { visitRunning } from '../care/session/testing.ts'
import { inTransaction, openPostgres } from '../platform/database.ts'
import { migrate } from '../platform/migrate.ts'
import type { Postgres } from '../platform/postgres-server.ts'
import { groundOn, heldClock, testClinic } from '../platform/testing.ts'

const DAYS = ['1', '2', '3', '4', '5', '6', '7']
const MORNING = 10

// Somewhere it is ten in the morning, so that a drip of four hours fits into the day.
const zoneAtTen = (now: Date) => {
  const ahead = (MORNING - now.getUTCHours() + 24) % 24
  const east = ahead > 12 ? ahead - 24 : ahead
  return east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`
}

/** A database with one clinic in which visits run since now, by the real time, and a nurse who is signed in. */
export const makeWard = async (postgres: Postgres, visits: number) => {
  const name = `faults_${randomBytes(4).toString('hex')}`
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(postgres.url)
  url.pathname = `/${name}`
  const database = await openPostgres(url.href)
  await migrate(database)
  const now = new Date()
  const clock = heldClock(now.toISOString())
  const ground = await groundOn(database, clock)
  await testClinic(clock, ground)
  const clinic = await testClinic(clock, ground)
  const hours = Object.fromEntries(DAYS.map((day) => [day, [['06:00', '23:00']]]))
  await inTransaction(database, clinic.clinicId, ({ db }) =>
    db
      .updateTable('clinic')
      .set({ zone: zoneAtTen(now), hours: JSON.stringify(hours) })
      .where('id', '=', clinic.clinicId)
      .execute(),
  )
  const started: { sessionId: string; at: number }[] = []
  for (let visit = 0; visit < visits; visit += 1) {
    clock.now = new Date()
    const at = performance.now()
    started.push({ sessionId: (await visitRunning(clinic, { indication: 'pain', name: `Teal Fault ${visit}` })).sessionId, at })
  }
  clock.now = new Date()
  const { ctx, cookie } = await signedIn(clinic, await clinic.as('nurse'))
  const sessionIds = started.map(({ sessionId }) => sessionId)
  return { url: url.href, clinic, ctx, cookie, started, sessionIds, database }
}

export type Ward = Awaited<ReturnType<typeof makeWard>>
