import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { heldClock, testGround } from '../../platform/testing.ts'
import { at, openingOf } from '../calendar.ts'
import { openSimulatedClinic } from '../simulated-clinic.ts'
import { readingsOf } from './readings.ts'

/** `npm run keep:clinic <file>`: a small simulated clinic as this very code writes it, for later code to open; two minutes. */
const file = process.argv[2]
if (file === undefined)
  throw new TypeError('Name the file to write, such as server/src/simulated-clinic/kept/2026-11-30.json.gz.')

const now = at('2026-11-25', 16)
const ground = { ...(await testGround(heldClock(openingOf(now).toISOString()))), simulated: true }
const { play, opening, clinicId } = await openSimulatedClinic(ground, now, 'small')
await play.run(opening)

const client = await ground.database.pool.connect()
const { rows: tables } = await client.query<{ name: string }>(
  "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
)
const rows: Record<string, string[]> = {}
for (const { name } of tables) {
  const { rows: found } = await client.query<{ row: string }>(
    `select row_to_json(kept)::text as row from ${pg.escapeIdentifier(name)} kept`,
  )
  rows[name] = found.map(({ row }) => row)
}
client.release()

const kept = { clinicId, readings: await readingsOf(ground.database, clinicId), rows }
writeFileSync(file, gzipSync(JSON.stringify(kept), { level: 9 }))
process.exit(0)
