import {
  type Calendar,
  fillStart,
  noRoom,
  offeredDays,
  type Slot,
  type Starts,
  startsNear,
  startsOf,
  takeTimes,
} from '@dripline/clinical'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { type Ctx, groundOf, type Tx } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { forget, heardAlready, keptFor } from '../../platform/kept.ts'
import { clinicSettings } from '../clinic/store.ts'
import { callCalendar } from './calendars.ts'
import { timesNow } from './held-by-forms.ts'
import { heldFrom } from './hold-store.ts'
import type { KeptTimes, TimesText } from './kept-shape.ts'
import { movesTimes } from './moves-times.ts'
import { statesServed } from './offered-slots.ts'

const NAME = 'times of calls'

const nextDay = (zone: string, at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime(zone).epochMilliseconds

const factsOf = async ({ db, clinicId }: Tx): Promise<string> =>
  (await sql<{ facts: string }>`select booking_facts(${clinicId}) as facts`.execute(db)).rows[0]?.facts ?? ''

const make = async (ctx: Ctx, tx: Tx): Promise<KeptTimes> => {
  // First, so that a change while the rest is read is seen by the next booking.
  const facts = await factsOf(tx)
  const clinic = await clinicSettings(tx)
  const now = ctx.now()
  const served = clinic.setUpAt ? await statesServed(ctx, tx) : []
  const held = await heldFrom(tx, now)
  // A license ends with a day, and a hold by itself: until then what is kept depends on changes alone.
  const until = Math.min(nextDay(clinic.zone, now), ...held.map(({ heldUntil }) => heldUntil.getTime()))
  const table = (calendar: Calendar) => startsOf(calendar, now.toISOString(), new Date(until).toISOString())
  const calendars = new Map<string, Calendar>()
  for (const state of served) calendars.set(state, await callCalendar(ctx, tx, state, { isKept: true }))
  const nobody = table({ ...(await callCalendar(ctx, tx, NOWHERE, { isKept: true })), holders: [] })
  const load = [...calendars.values()].flatMap(({ holders }) =>
    holders.map(({ holderId, booked }) => [holderId, booked.length] as const),
  )
  return {
    facts,
    isSetUp: clinic.setUpAt !== null,
    zone: clinic.zone,
    minutes: nobody.calendar.durationMinutes,
    room: nobody.calendar.room ?? noRoom,
    served,
    tables: new Map([...calendars].map(([state, calendar]) => [state, table(calendar)])),
    nobody,
    load: new Map(load),
    texts: new Map(),
    near: new Map(),
    over: { of: null, untilMs: 0, times: null },
    fromMs: now.getTime(),
    untilMs: until,
  }
}

/** No state has this code: nobody may be called there. */
const NOWHERE = ''

/** The times of a clinic's calls, as they are kept; they are read, without the chair's connections, only when something has changed. */
export async function keptTimes(ctx: Ctx): Promise<KeptTimes> {
  const ground = groundOf(ctx)
  const read = () =>
    keptFor(ground, ctx.clinicId, NAME, {
      make: () => inTransaction(ground.database, ctx.clinicId, (tx) => make(ctx, tx), 'public'),
      heeds: movesTimes,
    })
  const kept = await read()
  const nowMs = ctx.now().getTime()
  if (nowMs >= kept.fromMs && nowMs < kept.untilMs) return kept
  await forgetTimes(ctx)
  return read()
}

/** Has the times read anew by whoever looks next. */
export function forgetTimes(ctx: Ctx): Promise<void> {
  return forget(groundOf(ctx).database, ctx.clinicId, NAME)
}

/** The table of a state; where nobody may be called, one without times. */
export const tableOf = ({ tables, nobody }: KeptTimes, state: string): Starts => tables.get(state) ?? nobody

const TEXTS = 200

/** The days on offer in a state as somebody in this zone sees them, as data and as text. */
export async function timesIn(ctx: Ctx, { state, viewZone }: { state: string; viewZone: string }): Promise<TimesText> {
  const kept = await timesNow(ctx, await keptTimes(ctx))
  const key = `${kept.tables.has(state) ? state : NOWHERE} ${viewZone}`
  const nowMs = ctx.now().getTime()
  const known = kept.texts.get(key)
  if (known && nowMs >= known.fromMs && nowMs < known.untilMs) return known
  const { days, untilMs } = offeredDays(tableOf(kept, state), viewZone, ctx.now().toISOString())
  const made = { days, text: JSON.stringify(days), fromMs: nowMs, untilMs }
  const [oldest] = kept.texts.keys()
  if (kept.texts.size >= TEXTS && oldest !== undefined) kept.texts.delete(oldest)
  kept.texts.set(key, made)
  return made
}

const [FRESH, FRESH_DAYS, MINUTE_MS] = [12, 7, 60_000]

/** The free times nearest to one that is gone. */
export function freshNear(ctx: Ctx, kept: KeptTimes, state: string, start: string): Slot[] {
  const key = `${state} ${start}`
  const now = ctx.now()
  const known = kept.near.get(key)
  if (known && now.getTime() < known.untilMs) return known.slots
  const table = tableOf(kept, state)
  const slots = startsNear(table, start, now.toISOString(), { atMost: FRESH, days: FRESH_DAYS })
  // It is made anew when something is booked, and when its first time comes too near.
  const [soonest] = slots
  const untilMs = soonest ? Date.parse(soonest.start) - table.calendar.leadMinutes * MINUTE_MS + 1 : now.getTime()
  if (kept.near.size >= TEXTS) kept.near.clear()
  kept.near.set(key, { slots, untilMs })
  return slots
}

/** Of those who are free, who has the fewest ahead first. */
export const byLoad = ({ load }: KeptTimes, free: readonly string[]): string[] =>
  [...free].sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0))

const noLongerSo = ({ texts, near, over }: KeptTimes): void => {
  texts.clear()
  near.clear()
  over.of = null
}

/** Writes a booking into what is kept, in every state in which this clinician takes calls. */
export function takeKept(
  ctx: Ctx,
  kept: KeptTimes,
  clinicianId: string,
  times: { id: string; start: string; end: string },
): void {
  for (const table of kept.tables.values()) takeTimes(table, clinicianId, { ...times, ...kept.room })
  kept.load.set(clinicianId, (kept.load.get(clinicianId) ?? 0) + 1)
  noLongerSo(kept)
  heardAlready(groundOf(ctx).database, ctx.clinicId, times.id)
}

/** Remembers that nobody is free at this start in a state, although it looked as if somebody were. */
export const rememberFull = (kept: KeptTimes, state: string, start: string): void => {
  fillStart(tableOf(kept, state), start)
  noLongerSo(kept)
}
