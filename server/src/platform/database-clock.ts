import type { Logger } from 'pino'
import { type Clock, openClock, type Source, thisMachine } from './clock.ts'
import type { Database } from './database.ts'

const EVERY_MS = 10_000

/** A step that a server saw, kept for the others; the clock of a database on this machine is the machine's own. */
const TOLD = `select clock_timestamp() as at, ms::float8 as "correctionMs",
  coalesce(inet_server_addr() = inet_client_addr(), true) as "isOwn" from clock_correction`
const CORRECTED = 'update clock_correction set ms = $2, noticed_at = clock_timestamp() where ms = $1'

const sourceOf = ({ leases }: Database): Source => {
  const ask = async <Row extends object>(text: string, values: readonly unknown[] = []) => {
    const client = await leases.jobs.connect()
    try {
      return await client.query<Row>(text, [...values])
    } finally {
      client.release()
    }
  }
  return {
    measure: async () => {
      const { rows } = await ask<{ at: Date; correctionMs: number; isOwn: boolean }>(TOLD)
      const [row] = rows
      if (!row) throw new TypeError('The database has no row for its clock.')
      return row
    },
    correct: async (from, to) => (await ask(CORRECTED, [from, to])).rowCount === 1,
  }
}

// The embedded database has no clock but this machine's; what it was seen to step is of use until the process ends.
const ownSource = (): Source => {
  let correctionMs = 0
  return {
    measure: async () => ({ at: new Date(), correctionMs, isOwn: true }),
    correct: async (_, to) => {
      correctionMs = to
      return true
    },
  }
}

/** The clock of a server in production: the database's time, looked at every ten seconds until it is closed. */
export const databaseClock = async (database: Database, log: Logger): Promise<Clock & { close: () => void }> => {
  const clock = await openClock(database.kind === 'embedded' ? ownSource() : sourceOf(database), thisMachine(), log)
  const timer = setInterval(() => {
    // A database that does not answer says nothing about time; the reading goes on.
    clock.look().catch((error: unknown) => log.warn({ error: String(error) }, 'the database’s clock was not read'))
  }, EVERY_MS)
  timer.unref()
  return { ...clock, close: () => clearInterval(timer) }
}
