import { Problem } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { appointmentOf } from '../booking/store.ts'
import { chairs } from '../clinic/store.ts'
import { followedOf } from './append-event.ts'
import { gateRowsOf } from './facts-of.ts'
import { recall } from './kept-visits.ts'
import { offersTo } from './offer-store.ts'
import type { SessionRow } from './session.ts'
import { allNames, sessionOf } from './store.ts'

/** Everything that the screens of a visit are made from, whatever is given in it; Problem `not-found`. */
export const visitRowsOf = async (tx: Tx, sessionId: string) => {
  // Whose visit it is may change (a merge): what is kept of it only says what to ask for at once.
  const kept = recall(tx.database, tx.clinicId, sessionId)?.row
  const [session, asKept] = await Promise.all([sessionOf(tx, sessionId), kept && aroundOf(tx, kept)])
  if (!session) throw new Problem('not-found', { sessionId })
  const around = asKept && kept && isSame(kept, session) ? asKept : await aroundOf(tx, session)
  const order = followedOf(around.gates.orders, session)
  const { person } = around.gates.chart
  if (!order || !person) throw new Problem('not-found', { sessionId })
  return { ...around, session, order, person }
}

export type VisitRows = Awaited<ReturnType<typeof visitRowsOf>>

const isSame = (one: SessionRow, other: SessionRow) =>
  one.personId === other.personId && one.orderId === other.orderId && one.chairId === other.chairId

/** What a visit's screen shows beside its log, all of it asked for at once. */
const aroundOf = async (tx: Tx, row: SessionRow) => {
  const [gates, offers, visit, allChairs, names] = await Promise.all([
    gateRowsOf(tx, row),
    offersTo(tx, row),
    appointmentOf(tx, row.appointmentId),
    chairs(tx),
    allNames(tx),
  ])
  // A chair that was closed since keeps its name.
  const chair = allChairs.find(({ id }) => id === row.chairId)?.name ?? ''
  return { gates, offers, start: visit?.start.toISOString() ?? null, chair, names }
}
