import type { SessionEvent } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import type { Session } from './session.ts'

const opens: readonly SessionEvent['kind'][] = ['arrived', 'left', 'cancelled', 'amended']

/** Keeps the one row that says where a person is: there while their visit is open, closed with it. The database lets no second one in. */
export const keepOnePlace = async (tx: Tx, { id, personId, kept }: Session, event: SessionEvent): Promise<void> => {
  if (!opens.includes(event.kind)) return
  const { state } = kept.folded
  const isOpen = state !== 'booked' && state !== 'left' && state !== 'cancelled'
  const closedAt = isOpen ? null : new Date(event.enteredAt)
  await tx.db
    .insertInto('openVisit')
    .values({ clinicId: tx.clinicId, id, personId, openedAt: new Date(event.enteredAt), closedAt })
    .onConflict((conflict) => conflict.columns(['clinicId', 'id']).doUpdateSet({ closedAt }))
    .execute()
}
