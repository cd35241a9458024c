import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { chartEntry } from '../care/session/chart-entry.ts'
import { signs, visitRunning } from '../care/session/testing.ts'
import { tokenOf } from '../platform/auth/sign-in.ts'
import { standingSignIn } from '../platform/auth/testing-site.ts'
import { type Ctx, groundOf, inOneStep, openContext, staffOf } from '../platform/context.ts'
import { openPostgres } from '../platform/database.ts'
import { migrate } from '../platform/migrate.ts'
import { startPostgres } from '../platform/postgres-server.ts'
import { groundOn, type HeldClock, heldClock, type TestClinic, testClinic } from '../platform/testing.ts'

/** One clinic of the bench: a nurse signed in, visits that run with sixty entries each, and many who take calls. */
export type Place = {
  readonly clinic: TestClinic
  readonly host: string
  readonly nurse: Ctx
  readonly cookie: string
  readonly sessionIds: readonly string[]
  /** The patient of the first visit. */
  readonly personId: string
}

export type Ground = Awaited<ReturnType<typeof openGround>>

/** A PostgreSQL server of the bench's own with everything durable on, a database in it, and a ground of this process on that. */
export const openGround = async () => {
  const postgres = await startPostgres()
  const name = `bench_${randomBytes(4).toString('hex')}`
  await onServer(postgres.url, `create database ${name}`)
  const url = new URL(postgres.url)
  url.pathname = `/${name}`
  const database = await openPostgres(url.href)
  await migrate(database)
  const clock = heldClock()
  const ground = await groundOn(database, clock)
  // The first clinic of a database answers to every host until there is a second one: it stands aside.
  await testClinic(clock, ground)
  return { postgres, url: url.href, database, clock, ground }
}

/** Runs one statement on a connection of its own; gives its first row. */
export const onServer = async (url: string, statement: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows?.[0]
  } finally {
    await client.end()
  }
}

const ENTRIES = 60
// Visits begin at ten in the morning of a Monday; everybody signs in when the last of their entries is half an hour old.
const [OPENING, SIGN_IN] = ['2026-11-23T15:00:00Z', '2026-11-23T16:00:00Z']

/** Signs a member of staff in; gives a context that holds the sign-in, and its cookie. */
export const signedIn = async (clinic: TestClinic, ctx: Ctx): Promise<{ ctx: Ctx; cookie: string }> => {
  const { id, name, roles } = staffOf(ctx)
  const { signInId } = await inOneStep(ctx, 'sign-in', async (tx) => ({
    signInId: await standingSignIn(ctx, tx),
  }))
  const opened = openContext(clinic.ground, { clinicId: clinic.clinicId, actor: { kind: 'staff', id, roles, name, signInId } })
  return { ctx: opened, cookie: `dripline=${tokenOf(groundOf(ctx), signInId, 1)}` }
}

/** The cookies of so many nurses, each signed in by themselves. */
export const cookiesOf = async ({ clinic }: Pick<Place, 'clinic'>, many: number): Promise<string[]> => {
  const cookies: string[] = []
  while (cookies.length < many) cookies.push((await signedIn(clinic, await clinic.as('nurse'))).cookie)
  return cookies
}

const visitWithEntries = async (clinic: TestClinic, clock: HeldClock, number: number) => {
  const { nurse, sessionId, personId } = await visitRunning(clinic, { indication: 'pain', name: `Clover Bench ${number}` })
  for (let entry = 0; entry < ENTRIES; entry += 1) {
    clock.forward(0.5)
    await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } })
  }
  return { sessionId, personId }
}

/** Makes a clinic with so many visits under way and so many who take calls. */
export const makePlace = async (
  { ground, clock }: Pick<Ground, 'ground' | 'clock'>,
  { visits, callTakers }: { visits: number; callTakers: number },
): Promise<Place> => {
  const clinic = await testClinic(clock, ground)
  const made: { sessionId: string; personId: string }[] = []
  for (let visit = 0; visit < visits; visit += 1) {
    clock.now = new Date(OPENING)
    made.push(await visitWithEntries(clinic, clock, visit))
  }
  clock.now = new Date(SIGN_IN)
  for (let person = 0; person < callTakers; person += 1) await clinic.as('nurse', `Taker ${person}`)
  const { ctx: nurse, cookie } = await signedIn(clinic, await clinic.as('nurse'))
  const sessionIds = made.map(({ sessionId }) => sessionId)
  return { clinic, host: clinic.host, nurse, cookie, sessionIds, personId: made[0]?.personId ?? '' }
}
