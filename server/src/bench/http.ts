import { turnOf } from '@dripline/clinical'
import { signs } from '../care/session/testing.ts'
import { uuid7 } from '../platform/id.ts'
import { type Client, expectStatus } from './client.ts'
import { atLeast, type Figures } from './figures.ts'
import type { Place } from './place.ts'
import { costOf, processorMs, type Used } from './processor.ts'
import { against, counters, type Rounds, someone, TAKERS, timesOf } from './step.ts'

export type Standing = { readonly client: Client; readonly pid: number; readonly databasePid: number }

/** What a server of the bench and its database have used so far. */
export const usedBy = ({ pid, databasePid }: Standing): Used => ({
  server: () => processorMs(pid),
  database: () => processorMs(databasePid),
})

type Act = (hand: number, turn: number) => Promise<unknown>

export const chartBody = { entry: { kind: 'vitals', ...signs } }
/** The id of an entry as a browser makes it, which is its key for ever. */
export const entryKey = () => uuid7(new Date())

const charting = (client: Client, places: readonly Place[]): Act => {
  const nthOf = counters()
  return async (hand) => {
    const at = hand % places.length
    const { host, cookie, sessionIds } = turnOf(places, at)
    // As many visits take turns as there are, so that none of them grows out of what a visit is.
    const path = `/api/session/${sessionIds[nthOf(at) % sessionIds.length]}/entries`
    expectStatus(await client.send({ method: 'POST', path, host, cookie, body: chartBody, key: entryKey() }), 201, 'chart entry')
  }
}

const adding =
  (client: Client, places: readonly Place[]): Act =>
  async (hand) => {
    const { host, cookie } = turnOf(places, hand)
    const sent = { method: 'POST', path: '/api/people/patients', host, cookie, body: someone(), key: entryKey() } as const
    expectStatus(await client.send(sent), 201, 'person')
  }

let visitors = 0
/** An address that nobody has come from yet. */
export const freshAddress = () => {
  visitors += 1
  return `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`
}

const booking = (client: Client, places: readonly Place[], startsOf: (place: Place) => readonly string[]): Act => {
  const times = places.map((place) => timesOf(startsOf(place), TAKERS))
  return async (hand) => {
    const at = hand % places.length
    const { host } = turnOf(places, at)
    const body = { ...someone(), start: times[at]?.() ?? '' }
    const sent = { method: 'POST', path: '/api/booking/appointments', host, body, from: freshAddress() } as const
    expectStatus(await client.send(sent), 201, 'booking')
  }
}

/** Writes over HTTP with a signed-in cookie, beside a route of the same server that does only the INSERT. */
export const httpFigures = async (
  standing: Standing,
  places: readonly Place[],
  startsOf: (place: Place) => readonly string[],
  rounds: Rounds,
): Promise<Figures> => {
  const { client } = standing
  const { host } = turnOf(places, 0)
  const bare =
    (kind: string): Act =>
    async () =>
      expectStatus(await client.send({ method: 'POST', path: `/bench/insert/${kind}`, host, body: chartBody }), 201, kind)
  const chart = await against(rounds, charting(client, places), bare('event'))
  const person = await against(rounds, adding(client, places), bare('person'))
  const book = await against(
    { ...rounds, rounds: 3, ms: Math.min(rounds.ms, 1000) },
    booking(client, places, startsOf),
    bare('appointment'),
  )
  const over = 'over HTTP'
  const used = usedBy(standing)
  const processor = await costOf(used, charting(client, places))
  const forPerson = await costOf(used, adding(client, places))
  return {
    chartEntryEightClinics: atLeast(0.4, {
      unit: 'ratio',
      value: chart.ratio,
      bare: chart.bare,
      processor,
      says: `${over}: chart entry, eight clinics`,
    }),
    personEightClinics: atLeast(0.3, {
      unit: 'ratio',
      value: person.ratio,
      bare: person.bare,
      processor: forPerson,
      says: `${over}: person, eight clinics`,
    }),
    bookingEightClinics: atLeast(0.25, {
      unit: 'ratio',
      value: book.ratio,
      bare: book.bare,
      says: `${over}: booking, eight clinics`,
    }),
  }
}
