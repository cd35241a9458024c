import { Agent, request } from 'node:http'
import { turnOf } from '@dripline/clinical'
import { expectStatus } from './client.ts'
import { atLeast, atMost, type Figures } from './figures.ts'
import { chartBody, entryKey } from './http.ts'
import { cookiesOf, type Place } from './place.ts'
import type { Two } from './storm.ts'
import { openLoop, percentile } from './timing.ts'

const STREAMS = 2000
/** How many one sign-in holds open: well under what it may. */
const EACH = 10
const PER_SECOND = 20
const MS = 5000

const openStream = (agent: Agent, port: number, { host, cookie }: Pick<Place, 'host' | 'cookie'>) =>
  new Promise<{ status: number; close(): void }>((done, failed) => {
    const asked = request(
      { agent, host: '127.0.0.1', port, path: '/api/live', headers: { host: `${host}:${port}`, cookie } },
      (answer) => {
        answer.on('error', () => {})
        answer.resume()
        done({ status: answer.statusCode ?? 0, close: () => asked.destroy() })
      },
    )
    asked.on('error', failed)
    asked.end()
  })

const entries = ({ clients }: Two, { host, cookie, sessionIds }: Place) =>
  openLoop(PER_SECOND, MS, async (turn) => {
    const path = `/api/session/${sessionIds[turn % sessionIds.length]}/entries`
    const client = turnOf(clients, turn)
    expectStatus(
      await client.send({ method: 'POST', path, host, cookie, body: chartBody, key: entryKey() }),
      201,
      'entry beside streams',
    )
  })

/** An entry's median with two thousand pages open, as a ratio to its median with none. */
export const streamFigures = async (two: Two, place: Place): Promise<Figures> => {
  const cookies = await cookiesOf(place, STREAMS / EACH)
  const before = percentile(await entries(two, place), 0.5)
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
  const open: Awaited<ReturnType<typeof openStream>>[] = []
  for (let each = 0; each < STREAMS; each += 1) {
    const cookie = cookies[each % cookies.length] ?? ''
    open.push(await openStream(agent, turnOf(two.ports, each), { host: place.host, cookie }))
  }
  const standing = open.filter(({ status }) => status === 200).length
  const after = percentile(await entries(two, place), 0.5)
  for (const { close } of open) close()
  agent.destroy()
  return {
    streamsOpen: atLeast(STREAMS, { unit: 'count', value: standing, says: `news streams open of ${STREAMS} asked for` }),
    entryBesideStreams: atMost(1.5, {
      unit: 'ratio',
      value: after / before,
      says: `an entry’s median beside them, to ${before.toFixed(1)} ms without`,
    }),
  }
}
