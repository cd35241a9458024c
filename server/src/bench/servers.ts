import { program } from '../testing-server.ts'
import { clientOf, expectStatus } from './client.ts'
import type { Ground, Place } from './place.ts'

const [HANDS, PATIENCE] = [64, 10]

/** A server of the bench as a process of its own, on the bench's database and the bench's clock. */
export const openServer = async ({ url, clock }: Pick<Ground, 'url' | 'clock'>) => {
  const running = program('bench/serve.ts', {
    env: { DATABASE_URL: url, SECRET_KEY: Buffer.alloc(32, 7).toString('base64'), BENCH_FROM: clock.now.toISOString() },
  })
  const address = (await running.says(/Dripline is ready: (\S+)/))[1] ?? ''
  const port = Number(new URL(address).port)
  return { running, port, client: clientOf(port, HANDS) }
}

export type Standing = Awaited<ReturnType<typeof openServer>>

/** Every time that a clinic offers now, each once. */
export const startsOf = async ({ client }: Standing, { host }: Pick<Place, 'host'>): Promise<string[]> => {
  const path = `/api/booking/slots?state=VA&zone=${encodeURIComponent('America/New_York')}`
  let answer = await client.send({ path, host })
  for (let tries = 0; tries < PATIENCE && answer.retryAfter !== null; tries += 1) {
    await new Promise((done) => setTimeout(done, (answer.retryAfter ?? 1) * 1000))
    answer = await client.send({ path, host })
  }
  const { text } = expectStatus(answer, 200, 'times offered')
  const found: { slots: { start: string }[] }[] = daysIn(JSON.parse(text))
  return found.flatMap(({ slots }) => slots.map(({ start }) => start))
}

const daysIn = (answer: { days?: { slots: { start: string }[] }[] } | { slots: { start: string }[] }[]) =>
  Array.isArray(answer) ? answer : (answer.days ?? [])
