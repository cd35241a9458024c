import { turnOf } from '@dripline/clinical'
import type { Database } from '../platform/database.ts'
import { expectStatus } from './client.ts'
import { atLeast, type Figures } from './figures.ts'
import { type Standing, usedBy } from './http.ts'
import type { Ground, Place } from './place.ts'
import { costOf } from './processor.ts'
import { against, type Rounds } from './step.ts'

const LEAST_RATIO = 0.5

/** Reads over HTTP beside a route of the same server that does only one SELECT and answers as many bytes. */
export const readFigures = async (
  standing: Standing,
  { ground, database }: Ground,
  places: readonly Place[],
  rounds: Rounds,
): Promise<Figures> => {
  const figures: Figures = {}
  // What the parts before wrote is chained first: a look beside a backlog is what the storm measures.
  await ground.sealer.sealAll()
  const sent = {
    readRoom: () => ({ path: '/api/session/room' }),
    readVisit: ({ sessionIds }: Place) => ({ path: `/api/session/${sessionIds[0]}` }),
    readPerson: ({ personId }: Place) => ({ path: `/api/records/people/${personId}` }),
    find: () => ({ path: '/api/people/find', method: 'POST' as const, body: { text: 'clo ben' } }),
  }
  for (const [name, path] of Object.entries(sent)) {
    const ask = async (hand: number) => {
      const place = turnOf(places, hand)
      const { host, cookie } = place
      return expectStatus(await standing.client.send({ ...path(place), host, cookie }), 200, name)
    }
    const size = Buffer.byteLength((await ask(0)).text)
    await keepText(database, size)
    const { host } = turnOf(places, 0)
    const bare = async () => expectStatus(await standing.client.send({ path: `/bench/select/${size}`, host }), 200, 'bare')
    const { ratio, bare: rate } = await against(rounds, ask, bare)
    const processor = await costOf(usedBy(standing), ask)
    figures[name] = atLeast(LEAST_RATIO, {
      unit: 'ratio',
      value: ratio,
      bare: rate,
      processor,
      says: `read over HTTP, ${size} bytes`,
    })
  }
  return figures
}

const keepText = async ({ pool }: Database, size: number) => {
  const client = await pool.connect()
  try {
    await client.query('insert into bench_text (size, text) values ($1, $2) on conflict do nothing', [size, 'x'.repeat(size)])
  } finally {
    client.release()
  }
}
