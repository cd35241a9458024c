/** A process that begins a step, holds what a step of its clinic holds, and says so: for a test that then freezes or kills it. */
import { sql } from 'kysely'
import { inTransaction, openPostgres } from './database.ts'

const LARGE = 20_000_000

const { DATABASE_URL = '', CLINIC = '', SENDS } = process.env
const database = await openPostgres(DATABASE_URL)
await inTransaction(database, CLINIC, async ({ db }) => {
  await sql`select id from session where clinic_id = ${CLINIC} for update`.execute(db)
  process.stdout.write('holding\n')
  // Frozen here, it has either asked for nothing, or is being sent more than any socket holds.
  if (SENDS) await sql`select repeat('x', 100) from generate_series(1, ${LARGE})`.execute(db)
  else await new Promise((done) => setTimeout(done, 60_000))
})
