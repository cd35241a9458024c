import { addDays, sayPhone, wholeDay } from '@dripline/clinical'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import type { Cell } from '../../platform/csv.ts'
import { refusedAmong } from '../../platform/refused-address.ts'
import { shows } from '../../platform/shown.ts'
import { dateIn } from '../booking/calendars.ts'
import { callsOf } from '../booking/call-store.ts'
import { freeTimes, placesOf } from '../booking/desk-places.ts'
import { waitsForDesk } from '../booking/desk-waits.ts'
import { heldFrom } from '../booking/hold-store.ts'
import { appointmentsBetween } from '../booking/store.ts'
import { clinicSettings, closures } from '../clinic/store.ts'
import { ordersAt } from '../planning/store.ts'
import { sessionsAt } from './store.ts'

export type ReadDesk = { from?: string | undefined; days: number }

/** The desk: every call, evaluation and infusion of these local days by clinician and chair, what is free, held and waiting; canceled ones stay. */
export function readDesk(ctx: Ctx, { from, days }: ReadDesk) {
  return inClinic(ctx, 'read-desk', async (tx) => {
    const { zone, hours } = await clinicSettings(tx)
    const first = from ?? dateIn(zone, ctx.now())
    const dates = Array.from({ length: days }, (_, i) => addDays(first, i))
    const shut = await closures(tx, first)
    const places = await placesOf(tx)
    const stretch = { start: wholeDay(zone, first).start, end: wholeDay(zone, dates.at(-1) ?? first).end }
    const appointments = await shownBetween(ctx, tx, stretch)
    const waits = await waitsForDesk(ctx, tx)
    const held = await heldFrom(tx, ctx.now())
    return shows([...appointments, ...waits, ...held], {
      now: ctx.now().toISOString(),
      zone,
      hours,
      days: dates.map((date) => {
        const closure = shut.find(({ onDate }) => onDate === date)
        return { date, closed: closure?.reason ?? null, closureId: closure?.id ?? null }
      }),
      places,
      appointments,
      free: await freeTimes(ctx, tx, places, dates),
      held: held.map(({ appointmentId, clinicianId, chairId, start, end, heldUntil }) => ({
        appointmentId,
        placeId: clinicianId ?? chairId,
        start: start.toISOString(),
        end: end.toISOString(),
        heldUntil: heldUntil.toISOString(),
      })),
      waits,
    })
  })
}

const shownBetween = async (ctx: Ctx, tx: Tx, stretch: { start: string; end: string }) => {
  const rows = await appointmentsBetween(tx, stretch)
  const ids = rows.map(({ id }) => id)
  const [orders, sessions, calls] = [await ordersAt(tx, ids), await sessionsAt(tx, ids), await callsOf(tx, ids)]
  const refused = await refusedAmong(tx, [...new Set(rows.map(({ email }) => email))])
  return rows.map((row) => {
    const order = orders.find(({ appointmentId }) => appointmentId === row.id)
    const session = sessions.find(({ appointmentId }) => appointmentId === row.id)
    const call = calls.find(({ appointmentId }) => appointmentId === row.id)
    return {
      appointmentId: row.id,
      personId: row.whose,
      kind: row.kind,
      place: row.place,
      placeId: row.clinicianId ?? row.chairId,
      name: row.name,
      dateOfBirth: row.dateOfBirth,
      phone: sayPhone(row.phone),
      dial: row.phone,
      email: row.email,
      lettersComeBack: refused.has(row.email),
      personState: row.personState,
      start: row.start.toISOString(),
      end: row.end.toISOString(),
      standing: row.state,
      changedAt: row.changedAt.toISOString(),
      isToCome: row.state === 'booked' && row.start > ctx.now() && !session,
      number: order?.number ?? null,
      of: order?.of ?? null,
      sessionId: session?.id ?? null,
      visitState: session?.folded.state ?? null,
      callStartedAt: call?.startedAt.toISOString() ?? null,
      outcome: call?.outcome ?? null,
    }
  })
}

export const deskHead = [
  'Start',
  'End',
  'Kind',
  'With',
  'Name',
  'Phone',
  'Email',
  'Letters come back',
  'State',
  'How it stands',
  'Outcome',
]

/** Every appointment of these local days, for a file. */
export function exportDesk(ctx: Ctx, { from, days }: ReadDesk): Promise<Cell[][]> {
  return inClinic(ctx, 'export-desk', async (tx) => {
    const { zone } = await clinicSettings(tx)
    const first = from ?? dateIn(zone, ctx.now())
    const places = new Map((await placesOf(tx)).map(({ id, name }) => [id, name]))
    const stretch = { start: wholeDay(zone, first).start, end: wholeDay(zone, addDays(first, days - 1)).end }
    const found = await shownBetween(ctx, tx, stretch)
    const rows = found.map((each): Cell[] => [
      each.start,
      each.end,
      each.kind,
      places.get(each.placeId ?? '') ?? null,
      each.name,
      each.phone,
      each.email,
      each.lettersComeBack ? 'yes' : 'no',
      each.personState,
      each.standing === 'cancelled' ? 'canceled' : each.standing,
      each.outcome,
    ])
    return shows(found, rows)
  })
}
