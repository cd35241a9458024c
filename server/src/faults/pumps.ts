import { type Client, clientOf } from '../bench/client.ts'
import type { Ward } from './place.ts'
import type { Door } from './storm.ts'

const [FIRST_RATE, HOUR_MS] = [25, 3_600_000]

/** A pump as it truly ran, by a reading that no fault touches: each rate (mL/h, and mg/h of this bag) and how long. */
export const truePump = (ward: Ward, sessionId: string, startedAt: number, refused: string[]) => {
  let [rate, since, mg] = [FIRST_RATE, startedAt, 0]
  const clients = new Map<number, Client>()
  const act = async (door: Door, path: string, body: object, next: number) => {
    const port = door.port()
    const client = clients.get(port) ?? clientOf(port, 2)
    clients.set(port, client)
    const from = performance.now()
    const sent = {
      method: 'POST',
      host: ward.clinic.host,
      cookie: ward.cookie,
      path: `/api/session/${sessionId}/${path}`,
      body,
    } as const
    const { status, text } = await client.send(sent)
    if (status !== 201) return refused.push(`${path}: ${status} ${text.slice(0, 200)}`)
    const at = (from + performance.now()) / 2
    mg += (rate * (at - since)) / HOUR_MS
    rate = next
    since = at
    return refused.length
  }
  return {
    sessionId,
    /** Turns the rate down by a tenth of a mL/h, as whoever stands there may at all times. */
    lower: async (door: Door) => {
      const next = Math.round(rate * 10 - 1) / 10
      await act(door, 'rate', { rateMlPerHour: String(next), reason: 'slower' }, next)
    },
    stop: (door: Door) => act(door, 'stop', { reason: 'the end of the trial' }, 0),
    mg: () => mg,
    close: () => {
      for (const client of clients.values()) client.close()
    },
  }
}

export type TruePump = ReturnType<typeof truePump>
