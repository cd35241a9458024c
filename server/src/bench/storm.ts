import { Worker } from 'node:worker_threads'
import { turnOf } from '@dripline/clinical'
import { type Client, expectStatus } from './client.ts'
import type { Crowd, CrowdSaid } from './crowd.ts'
import { atLeast, atMost, type Figures } from './figures.ts'
import { chartBody, entryKey } from './http.ts'
import type { Place } from './place.ts'
import { openLoop, percentile } from './timing.ts'

const crowdOf = (crowd: Crowd) =>
  new Promise<CrowdSaid>((done, failed) => {
    new Worker(new URL('./crowd.ts', import.meta.url), { workerData: crowd }).once('message', done).once('error', failed)
  })

export type Two = { readonly clients: readonly [Client, Client]; readonly ports: readonly [number, number] }

const STORM_MS = 8000
const ENTRIES_PER_SECOND = 20
const WARM_MS = 700

/** Chart entries at a steady rate on two servers while a crowd is at the public pages. */
const during = async (
  { clients, ports }: Two,
  place: Place,
  crowd: Pick<Crowd, 'lookers' | 'pauseMs' | 'pressers' | 'start'>,
) => {
  const path = `/api/booking/slots?state=VA&zone=${encodeURIComponent('America/New_York')}`
  const publicSide = crowdOf({ ports, host: place.host, path, ms: STORM_MS, ...crowd })
  await new Promise((done) => setTimeout(done, WARM_MS))
  const entry = async (turn: number) => {
    const { host, cookie, sessionIds } = place
    const to = `/api/session/${sessionIds[turn % sessionIds.length]}/entries`
    const client = turnOf(clients, turn)
    expectStatus(
      await client.send({ method: 'POST', path: to, host, cookie, body: chartBody, key: entryKey() }),
      201,
      'entry in a storm',
    )
  }
  const entries = await openLoop(ENTRIES_PER_SECOND, STORM_MS - 2 * WARM_MS, entry)
  return { entries, ...(await publicSide) }
}

type Storm = Awaited<ReturnType<typeof during>>

// Three runs, the middle one by the slowest twentieth of its entries counts.
const middleOf = (storms: readonly Storm[]) =>
  turnOf(
    storms.toSorted((a, b) => percentile(a.entries, 0.95) - percentile(b.entries, 0.95)),
    Math.floor(storms.length / 2),
  )

const ms = (value: number, says: string, limit: number) => atMost(limit, { unit: 'ms', value, says })

const chairFigures = (name: string, { entries }: Storm, says: string, p95: number, most: number): Figures => ({
  [`${name}P95`]: ms(percentile(entries, 0.95), `${says}, p95`, p95),
  [`${name}Max`]: ms(Math.max(...entries), `${says}, slowest`, most),
})

const brokenOf = (storms: readonly Storm[]) =>
  storms.flatMap(({ looks, presses }) => [...looks, ...presses].flatMap(({ broken, ms }) => (broken ? [{ broken, ms }] : [])))

const publicFigures = (name: string, storms: readonly Storm[]): Figures => {
  const looks = storms.flatMap((each) => each.looks)
  const served = looks.filter(({ status }) => status === 200).map((each) => each.ms)
  return {
    [`${name}LooksMax`]: ms(Math.max(0, ...served), 'times are looked at, slowest that was served', 2000),
    [`${name}ServerErrors`]: atMost(0, { unit: 'count', value: brokenOf(storms).length, says: 'answers of 500 and more' }),
  }
}

const pressFigures = (storms: readonly Storm[]): Figures => {
  const shares = storms.map(({ presses }) => {
    const booked = presses.filter(({ status }) => status === 201).length
    const told = presses.filter((each) => each.status === 409 && each.fresh && each.ms <= 10_000).length
    return { booked, told: told / Math.max(1, presses.length - booked) }
  })
  return {
    pressBooked: atLeast(1, {
      unit: 'count',
      value: Math.min(...shares.map(({ booked }) => booked)),
      says: 'of those who press for one time, booked in each run (its only clinician)',
    }),
    pressBookedMost: atMost(1, { unit: 'count', value: Math.max(...shares.map(({ booked }) => booked)), says: 'and never more' }),
    pressTold: atLeast(0.95, {
      unit: 'share',
      value: Math.min(...shares.map(({ told }) => told)),
      says: 'of the others, told within 10 s that it is taken, with fresh times',
    }),
  }
}

const RUNS = 3

/** The chair while the public storms: 200 who look and 800 who press; then 200 who look without a pause. */
export const stormFigures = async (
  two: Two,
  place: Place,
  starts: readonly string[],
  say: (line: string) => void,
): Promise<Figures> => {
  const pressed: Storm[] = []
  const looked: Storm[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const start = starts.at(-1 - run) ?? ''
    pressed.push(await during(two, place, { lookers: 200, pauseMs: 1000, pressers: 800, start }))
    looked.push(await during(two, place, { lookers: 200, pauseMs: 0, pressers: 0, start }))
  }
  for (const { broken, ms } of brokenOf([...pressed, ...looked])) say(`after ${ms.toFixed(0)} ms: ${broken}`)
  return {
    ...chairFigures('chartWhilePressed', middleOf(pressed), 'chart entry while 200 look and 800 press', 100, 500),
    ...chairFigures('chartWhileLooked', middleOf(looked), 'chart entry while 200 look without a pause', 400, 800),
    ...publicFigures('pressed', pressed),
    ...publicFigures('looked', looked),
    ...pressFigures(pressed),
  }
}
