import { setTimeout as after } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { turnOf } from '@dripline/clinical'
import { type Answer, clientOf } from './client.ts'

/** What a crowd does from a thread of its own, so that its own work does not delay whoever measures. */
export type Crowd = {
  readonly ports: readonly number[]
  readonly host: string
  readonly path: string
  readonly ms: number
  /** Visitors who look; 0 seconds between two looks is without a pause. */
  readonly lookers: number
  readonly pauseMs: number
  /** Visitors who press *Book* for one time within a second. */
  readonly pressers: number
  readonly start: string
}

type Said = { readonly status: number; readonly ms: number; readonly broken?: string }
export type CrowdSaid = { readonly looks: Said[]; readonly presses: (Said & { readonly fresh: boolean })[] }

/** What an answer says that should not be there. */
const brokenIn = ({ status, text }: Answer) => status >= 500 && { broken: `${status} ${text.slice(0, 200)}` }

const address = (kind: number, visitor: number) => `10.${kind}.${visitor >> 8}.${visitor & 255}`
const CLIENT_HANDS = 1200
const PATIENCE_MS = 10_000

const crowd = async ({ ports, host, path, ms, lookers, pauseMs, pressers, start }: Crowd): Promise<CrowdSaid> => {
  const clients = ports.map((port) => clientOf(port, CLIENT_HANDS))
  const at = (visitor: number) => turnOf(clients, visitor)
  const begun = performance.now()
  const looks: CrowdSaid['looks'] = []
  const presses: CrowdSaid['presses'] = []
  const look = async (visitor: number) => {
    await after(pauseMs > 0 ? (visitor * pauseMs) / lookers : 0)
    while (performance.now() - begun < ms) {
      const from = performance.now()
      const answer = await at(visitor).send({ path, host, from: address(1, visitor) })
      const { status, retryAfter } = answer
      looks.push({ status, ms: performance.now() - from, ...brokenIn(answer) })
      const wait = status === 429 ? Math.max(pauseMs, (retryAfter ?? 1) * 1000) : pauseMs
      if (wait > 0) await after(wait)
    }
  }
  const press = async (visitor: number) => {
    await after((visitor * 1000) / pressers)
    const body = {
      name: `Finch Crowd ${visitor}`,
      email: `finch.${visitor}@example.test`,
      phone: '+15405550142',
      state: 'VA',
      zone: 'America/New_York',
      start,
    }
    const from = performance.now()
    const sent = { method: 'POST', path: '/api/booking/appointments', host, body, from: address(2, visitor) } as const
    let answer: Answer = await at(visitor).send(sent)
    while (answer.status === 429 && performance.now() - from + (answer.retryAfter ?? 1) * 1000 < PATIENCE_MS) {
      await after((answer.retryAfter ?? 1) * 1000)
      answer = await at(visitor).send(sent)
    }
    presses.push({
      status: answer.status,
      ms: performance.now() - from,
      fresh: answer.text.includes('"fresh"'),
      ...brokenIn(answer),
    })
  }
  await Promise.all([
    ...Array.from({ length: lookers }, (_, visitor) => look(visitor)),
    ...Array.from({ length: pressers }, (_, visitor) => press(visitor)),
  ])
  for (const client of clients) client.close()
  return { looks, presses }
}

parentPort?.postMessage(await crowd(workerData))
