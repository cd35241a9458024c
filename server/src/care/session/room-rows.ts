import { readsGates } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Tx } from '../../platform/context.ts'
import { setValuesOf } from '../../platform/policies.ts'
import { appointmentsBetween, openChairs } from '../booking/store.ts'
import { zoneOf } from '../clinic/store.ts'
import { linesOfVisits, ordersAtThose } from '../planning/store.ts'
import { type DrugTask, openTasksOfThose } from './drugs/store.ts'
import { type GateRows, gateRowsOf } from './facts-of.ts'
import type { Session } from './session.ts'
import { allNames, sessionsWhere } from './store.ts'

/** Everything the room shows between two instants: one question for each kind of thing, and what the gates of a visit read where its next step hangs on them. */
export const roomRowsOf = async (tx: Tx, hours: { start: string; end: string }) => {
  const [from, to] = [new Date(hours.start), new Date(hours.end)]
  const those = sql`any(array(select a.id from appointment as a where a.clinic_id = ${tx.clinicId} and a.kind = 'infusion'
    and a.starts_at >= ${from} and a.starts_at < ${to}))`
  const visitsThere = sql`any(array(select v.id from session as v where v.clinic_id = ${tx.clinicId} and v.appointment_id = ${those}))`
  const [booked, sessions, orders, lines, tasks, set, chairs, names, zone] = await Promise.all([
    appointmentsBetween(tx, hours),
    sessionsWhere(tx, sql`s.appointment_id = ${those}`, ({ kept }) => (kept.events.at(-1)?.at ?? '') >= hours.start),
    ordersAtThose(tx, those),
    linesOfVisits(tx, visitsThere),
    openTasksOfThose(tx, visitsThere),
    setValuesOf(tx),
    openChairs(tx),
    allNames(tx),
    zoneOf(tx),
  ])
  const gates = await Promise.all(
    sessions.map(async (session) => [session.id, readsGates(session.folded) ? await gateRowsOf(tx, session) : null] as const),
  )
  const here = sessions.map((session): [string, Here] => {
    const first = lines.find(({ id }) => id === session.orderId)
    const line = lines.filter(({ planId, number }) => planId === first?.planId && number === first.number)
    const open = tasks.filter(({ sessionId }) => sessionId === session.id)
    return [session.appointmentId, { session, line, tasks: open, gates: new Map(gates).get(session.id) ?? null }]
  })
  return {
    zone,
    chairs,
    set,
    names,
    visits: booked.filter(({ kind, state }) => kind === 'infusion' && state !== 'cancelled'),
    orders: new Map(orders.map((order) => [order.appointmentId, order])),
    here: new Map(here),
  }
}

type Here = {
  session: Session
  line: Awaited<ReturnType<typeof linesOfVisits>>
  tasks: DrugTask[]
  gates: GateRows | null
}

export type RoomRows = Awaited<ReturnType<typeof roomRowsOf>>
