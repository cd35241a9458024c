import { book, type SessionEvent } from '@dripline/clinical'
import { curveHash } from '../../care/planning/freeze.ts'
import { ordersOf, plansOf, replacedOf } from '../../care/planning/store.ts'
import type { Session } from '../../care/session/session.ts'
import { sessionsOfPlan } from '../../care/session/store.ts'
import { linesBetween, vialsInSafe } from '../../ledgers/substances/store.ts'
import { type Database, inTransaction, type Tx } from '../../platform/database.ts'

const ALWAYS = [new Date('2000-01-01T00:00:00Z'), new Date('2100-01-01T00:00:00Z')] as const

/**
 * What a clinic's plans, orders, visits and drug book say, in names that stay while the code's own move: what a later commit reads must
 * hold all of it.
 */
export const readingsOf = (database: Database, clinicId: string) =>
  inTransaction(database, clinicId, async (tx) => {
    const people = await tx.db.selectFrom('person').where('clinicId', '=', clinicId).orderBy('id').select('id').execute()
    const plans = []
    for (const { id } of people) plans.push(...(await plansOf(tx, id)))
    plans.sort((a, b) => (a.id < b.id ? -1 : 1))
    const visits = []
    for (const { id } of plans) visits.push(...(await sessionsOfPlan(tx, id)).map(visitAsRead))
    const lines = await linesBetween(tx, ...ALWAYS)
    return asText({
      plans: plans.map(planAsRead),
      orders: await ordersAsRead(
        tx,
        plans.map(({ id }) => id),
      ),
      visits,
      safe: (await vialsInSafe(tx)).map(({ number, ml, lot, isSealed, drugId }) => ({ number, ml, lot, isSealed, drugId })),
      lines: lines.length,
      book: lines,
    })
  })

/** As it is sent: instants as text, and nothing that is undefined. */
const asText = <T>(readings: T): T => JSON.parse(JSON.stringify(readings))

const planAsRead = (plan: Awaited<ReturnType<typeof plansOf>>[number]) => ({
  id: plan.id,
  personId: plan.personId,
  indication: plan.indication,
  protocolId: plan.protocolId,
  sessions: plan.sessions,
  weightKg: plan.weightKg,
  doseMg: plan.dose.doseMg.value,
  signedAt: plan.signedAt,
  signedBy: plan.signedByName,
  closedAt: plan.closedAt,
  closedReason: plan.closedReason,
  curveHash: plan.curveHash,
  drawnAgain: curveHash(plan.inputs),
})

const ordersAsRead = async (tx: Tx, planIds: readonly string[]) => {
  const orders = []
  for (const id of planIds) orders.push(...(await ordersOf(tx, id)), ...(await replacedOf(tx, id)))
  return orders
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ visitState: _state, chairName: _chair, dose: _sum, inputs, syringeMl, vtbiMl, ...order }) => ({
      ...order,
      drawUpMl: syringeMl,
      volumeMl: vtbiMl,
      curve: curveHash(inputs),
    }))
}

const visitAsRead = ({ id, personId, planId, orderId, appointmentId, chairId, events, folded }: Session) => {
  const { drawnMg, givenMg, wastedMg } = book(folded, ALWAYS[1].toISOString())
  const { state, startedAt, stoppedAt, entries, conflicts } = folded
  return {
    sessionId: id,
    of: { personId, planId, orderId, appointmentId, chairId },
    state,
    startedAt,
    stoppedAt,
    entries: entries.length,
    conflicts: conflicts.length,
    drawnMg,
    ...(stoppedAt && { givenMg, wastedMg }),
    log: events.map(({ clock: _clock, ...event }) => entryAsRead(event)),
  }
}

// What a reading and a draw-up called `mg` and `ml` when the first of these files was kept.
const entryAsRead = (event: SessionEvent) => {
  if (event.kind === 'check-reading') {
    const { infusateMg: mg, ...entry } = event
    return { ...entry, mg }
  }
  if (event.kind !== 'drawn-up') return event
  const { infusateMg: mg, syringeMl: ml, ...entry } = event
  return { ...entry, mg, ml }
}
