import type { Tx } from '../../platform/database.ts'

/** What visitors' forms hold now, with whom; what has ended by itself or was let go is left out. */
export const formHolds = (tx: Tx, now: Date) =>
  tx.db
    .selectFrom('formHold')
    .where('clinicId', '=', tx.clinicId)
    .where('releasedAt', 'is', null)
    .where('heldUntil', '>', now)
    .orderBy('startsAt')
    .orderBy('formHash')
    .select(['formHash', 'clinicianId', 'heldUntil', 'beforeMinutes', 'afterMinutes'])
    .select((is) => [is.ref('startsAt').$notNull().as('start'), is.ref('endsAt').$notNull().as('end')])
    .execute()

export type FormHold = Awaited<ReturnType<typeof formHolds>>[number]

/** Lets go of what a form holds. */
export const releaseForm = async (tx: Tx, formHash: string, at: Date) => {
  await tx.db
    .updateTable('formHold')
    .set({ releasedAt: at })
    .where('clinicId', '=', tx.clinicId)
    .where('formHash', '=', formHash)
    .where('releasedAt', 'is', null)
    .execute()
}
