import { bookCall } from '../care/booking/book-call.ts'
import { addPerson } from '../care/people/add-person.ts'
import { chartEntry } from '../care/session/chart-entry.ts'
import { signs } from '../care/session/testing.ts'
import { openContext } from '../platform/context.ts'
import { alone, type Bare, insertLike } from './bare.ts'
import { atLeast, type Figures } from './figures.ts'
import type { Ground, Place } from './place.ts'
import { closedLoop, median } from './timing.ts'

const HANDS = 8
export type Rounds = { readonly rounds: number; readonly ms: number }

type Act = (hand: number, turn: number) => Promise<unknown>

/** Two ways turn by turn, so many rounds; gives the median rate of each and the median of their ratios. */
export const against = async ({ rounds, ms }: Rounds, ours: Act, bare: Act) => {
  const rates: { ours: number; bare: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const bareRate = await closedLoop(HANDS, ms, bare)
    rates.push({ ours: await closedLoop(HANDS, ms, ours), bare: bareRate })
  }
  return { ratio: median(rates.map((each) => each.ours / each.bare)), bare: median(rates.map((each) => each.bare)) }
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
  let turn = 0
  return () => {
    turn += 1
    return alone(database, statement, statement.next(turn))
  }
}

const charting =
  (places: readonly Place[]): Act =>
  (hand, turn) => {
    const place = places[hand % places.length] as Place
    const { sessionIds, nurse, clinic } = place
    const sessionId = sessionIds[(turn * HANDS + hand) % sessionIds.length] ?? ''
    const ctx = openContext(clinic.ground, { clinicId: nurse.clinicId, actor: nurse.actor })
    return chartEntry(ctx, { sessionId, entry: { kind: 'vitals', ...signs } })
  }

/** The step alone: the verb on a pool of eight connections, beside the INSERT of the same row by the same driver on as many. */
export const stepFigures = async (
  ground: Ground,
  places: readonly Place[],
  startsOf: (place: Place) => readonly string[],
  rounds: Rounds,
): Promise<Figures> => {
  const [event, person, appointment] = [
    await inserting(ground, 'event'),
    await inserting(ground, 'person'),
    await inserting(ground, 'appointment'),
  ]
  const [first] = places as [Place]
  const eight = await against(rounds, charting(places), event)
  const one = await against(rounds, charting([first]), event)
  const added = await against(rounds, (hand) => addPerson((places[hand % places.length] as Place).nurse, someone()), person)
  const booking = (among: readonly Place[]) => {
    const times = among.map((place) => timesOf(startsOf(place), TAKERS))
    return (hand: number) => {
      const at = hand % among.length
      const { visitor } = (among[at] as Place).clinic
      return bookCall(visitor, { ...someone(), start: times[at]?.() ?? '' })
    }
  }
  const oneBook = await against(short(rounds), booking([first]), appointment)
  const eightBook = await against(short(rounds), booking(places.slice(1)), appointment)
  const says = 'step alone'
  return {
    stepChartEntryEightClinics: atLeast(0.5, {
      unit: 'ratio',
      value: eight.ratio,
      bare: eight.bare,
      says: `${says}: chart entry, eight clinics`,
    }),
    stepChartEntryOneClinic: atLeast(0.45, {
      unit: 'ratio',
      value: one.ratio,
      bare: one.bare,
      says: `${says}: chart entry, one clinic`,
    }),
    stepPerson: atLeast(0.4, { unit: 'ratio', value: added.ratio, bare: added.bare, says: `${says}: person, eight clinics` }),
    stepBookingOneClinic: atLeast(0.2, {
      unit: 'ratio',
      value: oneBook.ratio,
      bare: oneBook.bare,
      says: `${says}: booking, one clinic, ${TAKERS} who take calls`,
    }),
    stepBookingEightClinics: atLeast(0.25, {
      unit: 'ratio',
      value: eightBook.ratio,
      bare: eightBook.bare,
      says: `${says}: booking, the other clinics`,
    }),
  }
}

/** How many take calls in each clinic of the bench. */
export const TAKERS = 54

// There are only so many times to book.
const short = ({ rounds, ms }: Rounds): Rounds => ({ rounds: Math.min(rounds, 3), ms: Math.min(ms, 1000) })
