import { setTimeout as after } from 'node:timers/promises'
import { turnOf } from '@dripline/clinical'
import { bookCall } from '../care/booking/book-call.ts'
import { addPerson } from '../care/people/add-person.ts'
import { chartEntry } from '../care/session/chart-entry.ts'
import { signs } from '../care/session/testing.ts'
import { type Ctx, openContext } from '../platform/context.ts'
import { uuid7 } from '../platform/id.ts'
import { alone, type Bare, insertLike, shareWriting } from './bare.ts'
import { atLeast, atMost, type Figure, type Figures } from './figures.ts'
import type { Ground, Place } from './place.ts'
import { costOf, ownProcessorMs, processorMs } from './processor.ts'
import { closedLoop, median, percentile } from './timing.ts'

const HANDS = 8
export type Rounds = { readonly rounds: number; readonly ms: number }

type Act = (hand: number, turn: number) => Promise<unknown>

/**
 * Two ways turn by turn, so many rounds; gives the median rate of each and the median of their ratios. `settle` comes between two turns, so
 * that what one of them has left to do is not done at the cost of the other.
 */
export const against = async ({ rounds, ms }: Rounds, ours: Act, bare: Act, settle: () => Promise<unknown> = async () => {}) => {
  const rates: { ours: number; bare: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const bareRate = await closedLoop(HANDS, ms, bare)
    await settle()
    rates.push({ ours: await closedLoop(HANDS, ms, ours), bare: bareRate })
    await settle()
  }
  return { ratio: median(rates.map((each) => each.ours / each.bare)), bare: median(rates.map((each) => each.bare)) }
}

/** How often each of several things has had its turn, by their number. */
export const counters = () => {
  const taken: number[] = []
  return (at: number): number => {
    const turn = taken[at] ?? 0
    taken[at] = turn + 1
    return turn
  }
}

let people = 0
/** Somebody new, unlike anybody before. */
export const someone = () => {
  people += 1
  return {
    name: `Wren Bench ${people}`,
    email: `wren.${people}@example.test`,
    phone: `+1540555${String(1000 + (people % 9000))}`,
    state: 'VA',
    zone: 'America/New_York',
  }
}

/** Times that nobody has asked for yet, each clinic's own list, as often as it has people who take calls. */
export const timesOf = (starts: readonly string[], takers: number) => {
  let next = 0
  const all = Array.from({ length: takers }, () => starts).flat()
  return () => {
    const start = all[next]
    next += 1
    if (start === undefined) throw new Error('The bench has booked every time there was: give it fewer rounds.')
    return start
  }
}

const inserting = async ({ database }: Ground, kind: Bare): Promise<Act> => {
  const statement = await insertLike(database, kind)
  const pool = database.pools[shareWriting(kind)]
  let turn = 0
  return () => {
    turn += 1
    return alone(pool, statement, statement.next(turn))
  }
}

/** The same actor with a key of its own, made once an act, as whoever sends one has it. */
const withKey = ({ clinic: { ground, clinicId } }: Place, { actor }: Ctx): Ctx =>
  openContext(ground, { clinicId, actor, idempotency: { key: uuid7(new Date()), requestHash: HASH } })
const HASH = 'x'.repeat(43)

const charting = (places: readonly Place[]): Act => {
  const nthOf = counters()
  return (hand) => {
    const at = hand % places.length
    const place = turnOf(places, at)
    const { sessionIds, nurse } = place
    // As many visits take turns as there are, so that none of them grows out of what a visit is.
    const sessionId = sessionIds[nthOf(at) % sessionIds.length] ?? ''
    return chartEntry(withKey(place, nurse), { sessionId, entry: { kind: 'vitals', ...signs } })
  }
}

const adding =
  (places: readonly Place[]): Act =>
  (hand) => {
    const place = turnOf(places, hand)
    return addPerson(withKey(place, place.nurse), someone())
  }

const booking = (places: readonly Place[], startsOf: (place: Place) => readonly string[]): Act => {
  const times = places.map((place) => timesOf(startsOf(place), TAKERS))
  return (hand) => {
    const at = hand % places.length
    const place = turnOf(places, at)
    return bookCall(withKey(place, place.clinic.visitor), { ...someone(), start: times[at]?.() ?? '' })
  }
}

/**
 * The step alone: the verb with its sealing, beside the INSERT of the same row by the same driver on the same connections, into a table like
 * the row's own with its indexes and keys.
 */
export const stepFigures = async (
  ground: Ground,
  places: readonly Place[],
  startsOf: (place: Place) => readonly string[],
  rounds: Rounds,
): Promise<Figures> => {
  const settle = () => ground.ground.sealer.sealAll()
  const databasePid = ground.postgres.pid()
  const used = { server: ownProcessorMs, database: () => processorMs(databasePid) }
  const bares = { event: await inserting(ground, 'event'), person: await inserting(ground, 'person') }
  const appointment = await inserting(ground, 'appointment')
  const figure = async (least: number, of: Rounds, ours: Act, bare: Act, says: string): Promise<Figure> => {
    const { ratio, bare: rate } = await against(of, ours, bare, settle)
    const processor = await costOf(used, ours, settle)
    return atLeast(least, { unit: 'ratio', value: ratio, bare: rate, processor, says: `step alone: ${says}` })
  }
  const first = turnOf(places, 0)
  const some = short(rounds)
  return {
    stepChartEntryEightClinics: await figure(0.5, rounds, charting(places), bares.event, 'chart entry, eight clinics'),
    stepChartEntryOneClinic: await figure(0.45, rounds, charting([first]), bares.event, 'chart entry, one clinic'),
    chainedP99: atMost(CHAINED_MS, {
      unit: 'ms',
      value: percentile(await chainedAfter(ground, () => closedLoop(HANDS, rounds.ms, charting(places))), 0.99),
      says: 'step alone: from an entry’s commit until its line is chained, p99',
    }),
    stepPerson: await figure(0.4, rounds, adding(places), bares.person, 'person, eight clinics'),
    stepBookingOneClinic: await figure(
      0.2,
      some,
      booking([first], startsOf),
      appointment,
      `booking, one clinic, ${TAKERS} who take calls`,
    ),
    stepBookingEightClinics: await figure(
      0.25,
      some,
      booking(places.slice(1), startsOf),
      appointment,
      'booking, the other clinics',
    ),
  }
}

const [CHAINED_MS, LOOK_MS] = [1000, 25]

/** How long lines of the trail wait while something is done, ms: as old as each was when it was last seen waiting, and one look more. */
const chainedAfter = async ({ database }: Ground, work: () => Promise<unknown>): Promise<number[]> => {
  const waited = new Map<string, number>()
  let isDone = false
  const watch = async () => {
    while (!isDone || waited.size === 0) {
      const { rows } = await database.pools.jobs.query<{ n: string; ms: number }>(
        'select n, extract(epoch from clock_timestamp() - written_at)::float8 * 1000 as ms from audit_pending',
      )
      for (const { n, ms } of rows) waited.set(n, ms + LOOK_MS)
      await after(LOOK_MS)
    }
  }
  const watching = watch()
  await work()
  isDone = true
  await watching
  return [...waited.values()]
}

/** How many take calls in each clinic of the bench. */
export const TAKERS = 54

// There are only so many times to book.
const short = ({ rounds, ms }: Rounds): Rounds => ({ rounds: Math.min(rounds, 3), ms: Math.min(ms, 1000) })
