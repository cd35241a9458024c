import { type Amounts, amountsAt, type EventBody, foldSession } from '@dripline/clinical'
import { chartEntry } from '../care/session/chart-entry.ts'
import { readVisit } from '../care/session/read-visit.ts'
import type { Actor } from '../platform/context.ts'
import type { OrderInPlay } from './order-in-play.ts'
import type { Person } from './person-in-play.ts'
import { person, type World } from './world.ts'

export type Visit = { number: number; appointmentId: string; begins: Date; order: OrderInPlay; stopsEarly: boolean }

const NURSES = ['osprey', 'heron', 'wren', 'plover'] as const

/** One visit that has begun: who stands at the chair, and what they chart there. */
export type AtTheChair = {
  readonly world: World
  readonly who: Person
  readonly visit: Visit
  readonly sessionId: string
  readonly nurse: Actor
  /** Who reads along where two people must. */
  readonly second: Actor
  /** The name of a deed of this visit within the play. */
  readonly key: (what: string) => string
  readonly chart: (what: string, entry: EventBody) => Promise<void>
  /** The person's own pressure before anything is given. */
  readonly pressure: { readonly systolic: number; readonly diastolic: number }
  /** Signs as they are charted with the pressure risen by so many mmHg. */
  readonly signs: (rise: number, what: string) => EventBody
  readonly calm: EventBody
}

/** The name of a deed of a visit within the play. */
export const keyOf =
  ({ course }: Person, { number }: Visit) =>
  (what: string) =>
    `${course.number} visit ${number} ${what}`

/** The two nurses of a visit: who is responsible for the chair, and who reads along. */
export const nursesOf = (world: World, { course }: Person): readonly [Actor, Actor] => {
  const nurse = NURSES[course.chair % NURSES.length] ?? 'osprey'
  return [person(world, nurse), person(world, nurse === 'heron' ? 'osprey' : 'heron')]
}

/** A visit of which everything that the play charts is at hand. */
export const atTheChair = (world: World, who: Person, visit: Visit, sessionId: string): AtTheChair => {
  const { chance, enterRecord } = world.stage
  const key = keyOf(who, visit)
  const [nurse, second] = nursesOf(world, who)
  const pressure = {
    systolic: 112 + chance.between(0, 22, who.course.number, visit.number),
    diastolic: 66 + chance.between(0, 16, who.course.number, visit.number, 'd'),
  }
  const signs = (rise: number, what: string): EventBody => ({
    kind: 'vitals',
    systolic: Math.round(pressure.systolic + rise + 3 * chance.normal(key(what), 's')),
    diastolic: Math.round(pressure.diastolic + rise * 0.6 + 2 * chance.normal(key(what), 'd')),
    pulse: Math.round(68 + rise * 0.5 + 3 * chance.normal(key(what), 'p')),
    spo2: chance.between(95, 99, key(what), 'o'),
    resp: null,
  })
  return {
    world,
    who,
    visit,
    sessionId,
    nurse,
    second,
    key,
    chart: (what, entry) => enterRecord(key(what), nurse, (ctx) => chartEntry(ctx, { sessionId, entry })),
    pressure,
    signs,
    calm: { kind: 'vitals', ...pressure, pulse: 70, spo2: 98, resp: 14 },
  }
}

/** What has run and what is left, as pump and bag show it: only a fresh deed needs to look, a played one has its answer in the journal. */
export const amountsNow = async ({ world: { stage }, nurse, sessionId }: AtTheChair): Promise<Amounts | null> => {
  if (!stage.isFresh()) return null
  const { events, now } = await readVisit(stage.reading(nurse), sessionId)
  return amountsAt(foldSession(events), now)
}
