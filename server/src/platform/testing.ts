import type { ClockStamp } from '@dripline/clinical'
import { readerOf } from '@dripline/clinical/words'
import { pino } from 'pino'
import type { Role } from './actor.ts'
import type { Entry } from './audit.ts'
import { type Ctx, groundOf, openContext } from './context.ts'
import { type Database, inTransaction, openEmbedded, type Tx } from './database.ts'
import type { Ground } from './ground.ts'
import { uuid7 } from './id.ts'
import type { EntryFrom } from './idempotency.ts'
import { openJobs } from './jobs.ts'
import { deedDone } from './kept.ts'
import { keysFrom } from './keys.ts'
import { openLive } from './live.ts'
import { openPostman } from './mail.ts'
import { newClinic } from './new-clinic.ts'
import { openSealer } from './sealer.ts'
import { keptSnapshot } from './testing-snapshot.ts'

/** A clock that a test holds: it stands until it is moved. */
export type HeldClock = { now: Date; read: () => Date; stamp: () => ClockStamp | null; forward(minutes: number): void }

export const heldClock = (from = '2026-11-23T15:00:00Z'): HeldClock => {
  const clock: HeldClock = {
    now: new Date(from),
    read: () => clock.now,
    stamp: () => null,
    forward: (minutes) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000)
    },
  }
  return clock
}

const SECRET = Buffer.alloc(32, 7).toString('base64')

/** A ground on a given database with a held clock. */
export const groundOn = async (database: Database, clock: HeldClock): Promise<Ground> => {
  const log = pino({ level: 'silent' })
  return {
    database,
    clock: clock.read,
    stamp: clock.stamp,
    newId: uuid7,
    keys: keysFrom(SECRET),
    jobs: await openJobs(database, log),
    live: await openLive(database),
    sealer: openSealer(database, log),
    postman: openPostman(undefined, 'clinic@example.org'),
    log,
    reader: readerOf('en'),
    origin: 'http://localhost:4600',
    simulated: false,
    play: () => null,
  }
}

const shared = globalThis as typeof globalThis & { driplineTestGround?: Promise<Ground> }

const firstGround = async () => groundOn(await openEmbedded(undefined, await keptSnapshot()), heldClock())

/** The worker's one embedded ground, with this test's own clock; tests are kept apart by living in clinics of their own. */
export const testGround = async (clock: HeldClock): Promise<Ground> => {
  shared.driplineTestGround ??= firstGround()
  return { ...(await shared.driplineTestGround), clock: clock.read, stamp: clock.stamp }
}

export type TestClinic = {
  readonly ground: Ground
  readonly clock: HeldClock
  readonly clinicId: string
  readonly host: string
  /** A context of a new member of staff; two calls are two people. */
  as(role: Role, name?: string): Promise<Ctx>
  readonly visitor: Ctx
  /** The clinic's audit trail, with everything chained that was committed before. */
  trail(): Promise<Line[]>
}

/** A line of the trail as tests read it. */
export type Line = Entry & { readonly seq: number }

const CONTACT = { phone: '540-555-0100', afterHoursPhone: '540-555-0199', address: '1 Ridge Road, Roanoke, VA 24011' }
const PEOPLE = ['A. Thistlewood', 'P. Larkspur', 'J. Osprey', 'S. Heron', 'K. Plover', 'T. Wren', 'W. Foyer', 'M. Ledgerman']

/** A clinic of its own for one test, set up, with nobody in it yet. */
export const testClinic = async (clock = heldClock(), given?: Ground): Promise<TestClinic> => {
  const ground = given ?? (await testGround(clock))
  const clinicId = ground.newId(clock.now)
  const host = `${clinicId.slice(-12)}.localhost`
  await newClinic(ground.database, { id: clinicId, host, at: clock.now, name: 'Test clinic' }, 'first.localhost')
  const hours = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [['08:00', '18:00']]]))
  await inTransaction(ground.database, clinicId, ({ db }) =>
    db
      .updateTable('clinic')
      .set({ setUpAt: clock.now, states: ['VA', 'NC'], hours: JSON.stringify(hours), ...CONTACT })
      .where('id', '=', clinicId)
      .execute(),
  )
  let people = 0
  const as = async (role: Role, name = PEOPLE[people++ % PEOPLE.length] ?? 'N. Body'): Promise<Ctx> => {
    const id = ground.newId(clock.now)
    await inTransaction(ground.database, clinicId, async ({ db }) => {
      const common = { clinicId, id, createdAt: clock.now }
      await db
        .insertInto('account')
        .values({ ...common, email: `${id}@example.test`, name, roles: [role] })
        .execute()
      await db
        .insertInto('staff')
        .values({ ...common, title: role, takesCalls: role !== 'owner' })
        .execute()
      const kind = role === 'prescriber' ? 'MD' : 'RN'
      const license = {
        ...common,
        id: ground.newId(clock.now),
        staffId: id,
        state: 'VA',
        kind,
        number: 'TEST-1',
        validUntil: '2028-06-30',
      }
      if (role === 'prescriber' || role === 'nurse') await db.insertInto('staffLicense').values(license).execute()
    })
    deedDone(ground.database, clinicId, 'join')
    return openContext(ground, { clinicId, actor: { kind: 'staff', id, roles: [role], name, signInId: id } })
  }
  return {
    ground,
    clock,
    clinicId,
    host,
    as,
    visitor: openContext(ground, { clinicId, actor: { kind: 'visitor', address: '127.0.0.1' } }),
    trail: () => trailOf(ground, clinicId),
  }
}

/** A clinic's trail from its first line, with everything chained that was committed before. */
export const trailOf = async ({ sealer, database }: Ground, clinicId: string): Promise<Line[]> => {
  await sealer.sealAll()
  const rows = await inTransaction(database, clinicId, ({ db }) =>
    db.selectFrom('auditLine').where('clinicId', '=', clinicId).orderBy('seq').select('entry').execute(),
  )
  return rows.map(({ entry }) => JSON.parse(entry))
}

/** Lays down what a clinic's records are now, for those that a test has put into its tables without a verb. */
export const takeStock = async ({ database }: Ground, clinicId: string): Promise<void> => {
  const client = await database.pool.connect()
  try {
    await client.query("select set_config('app.clinic_id', $1, false)", [clinicId])
    await client.query("select take_stock($1, tgrelid) from pg_trigger where tgfoid = 'note_written'::regproc", [clinicId])
    await client.query("select set_config('app.clinic_id', '', false)")
  } finally {
    client.release()
  }
}

/** What stands in the tables, seen past every door: a test's own look, which leaves no line. */
export const peek = <T>(ctx: Ctx, look: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(groundOf(ctx).database, ctx.clinicId, (tx) => look({ ...tx, isLook: true }))

/** The same context on a server that has just been started: it keeps nothing yet. */
export const forgetful = (ctx: Ctx): Ctx => {
  const ground = groundOf(ctx)
  return openContext({ ...ground, database: { ...ground.database } }, { clinicId: ctx.clinicId, actor: ctx.actor })
}

/** The same context with an idempotency key, as a route would open it. */
export const keyed = (ctx: Ctx, key: string, body = '', from?: EntryFrom): Ctx => {
  const { clinicId, actor } = ctx
  return openContext(groundOf(ctx), {
    clinicId,
    actor,
    idempotency: { key, requestHash: body, ...(from && { from }) },
    clock: ctx.now,
    stamp: ctx.stamp,
  })
}
