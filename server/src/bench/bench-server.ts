import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { turnOf } from '@dripline/clinical'
import { bareTables } from './bare.ts'
import { bigFigures } from './big.ts'
import { BOARD_VISITS, boardFigures } from './board.ts'
import { type Figures, tableOf } from './figures.ts'
import { httpFigures } from './http.ts'
import { makePlace, onServer, openGround, type Place } from './place.ts'
import { readFigures } from './reads.ts'
import { openServer, startsOf } from './servers.ts'
import { stepFigures, TAKERS } from './step.ts'
import { stormFigures } from './storm.ts'
import { streamFigures } from './streams.ts'
import { writeLoadPage } from './write-load-page.ts'

/**
 * `npm run bench:server`: what an act costs beside the bare thing in the same run, on a PostgreSQL server of its own with
 * everything durable on. `--only step,http` runs parts, `--rounds 1 --ms 300` is a quick look, `--write` renews the page.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'step,http,reads,storm,streams,board,big' },
    rounds: { type: 'string', default: '5' },
    ms: { type: 'string', default: '1500' },
    clinics: { type: 'string', default: '8' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const parts = values.only.split(',')
const rounds = { rounds: Number(values.rounds), ms: Number(values.ms) }
const say = (line: string) => process.stderr.write(`${line}\n`)

const ground = await openGround()
const settings = await onServer(
  ground.url,
  `select current_setting('server_version') as version, current_setting('fsync') as fsync,
    current_setting('synchronous_commit') as synchronous_commit, current_setting('full_page_writes') as full_page_writes`,
)
say(`PostgreSQL ${JSON.stringify(settings)}, ${availableParallelism()} × ${cpus()[0]?.model}, Node ${process.version}`)

const places: Place[] = []
for (let clinic = 0; clinic < Number(values.clinics); clinic += 1)
  places.push(await makePlace(ground, { visits: clinic === 0 ? 24 : 8, callTakers: TAKERS }))
say(`${places.length} clinics, ${places.flatMap(({ sessionIds }) => sessionIds).length} visits of 60 entries`)
// The public presses for a time that one person alone can take.
const alone = await makePlace(ground, { visits: 8, callTakers: 0 })
await onServer(
  ground.url,
  `update staff set takes_calls = id = (select max(id::text)::uuid from staff where clinic_id = '${alone.clinic.clinicId}')
   where clinic_id = '${alone.clinic.clinicId}'`,
)
await onServer(ground.url, bareTables)
const databasePid = ground.postgres.pid()

const figures: Figures = {}
const [one, two] = [await openServer(ground), await openServer(ground)]
try {
  const starts = new Map<string, readonly string[]>()
  for (const place of [...places, alone]) starts.set(place.host, await startsOf(one, place))
  const of = ({ host }: Place) => starts.get(host) ?? []
  const standing = { client: one.client, pid: one.running.pid, databasePid }
  const both = { clients: [one.client, two.client], ports: [one.port, two.port] } as const
  const [first, others] = [turnOf(places, 0), places.slice(1)]
  const all: Record<string, () => Promise<Figures>> = {
    step: () => stepFigures(ground, places, of, rounds),
    http: () => httpFigures(standing, others, (place) => of(place).toReversed(), rounds),
    reads: () => readFigures(standing, ground, places, rounds),
    storm: () => stormFigures(both, alone, of(alone), say),
    streams: () => streamFigures(both, first),
    board: async () => boardFigures(ground, await makePlace(ground, { visits: BOARD_VISITS, callTakers: 0 })),
    big: () => bigFigures(ground, say),
  }
  for (const part of parts) {
    const work = all[part]
    if (!work) throw new Error(`There is no part named ${part}. There are: ${Object.keys(all).join(', ')}.`)
    say(`── ${part} ──`)
    const found = await work()
    Object.assign(figures, found)
    say(tableOf(found))
  }
} finally {
  await Promise.all([one, two].map(({ running }) => running.kill('SIGTERM')))
  await ground.database.close()
  await ground.postgres.stop()
}

if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`)
if (values.write) writeLoadPage(figures, settings)
const broken = Object.entries(figures).filter(([, { holds }]) => !holds)
say(broken.length === 0 ? 'every figure holds' : `does not hold: ${broken.map(([name]) => name).join(', ')}`)
process.exit(broken.length === 0 ? 0 : 1)
