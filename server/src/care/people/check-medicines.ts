import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { insertVersion } from './store.ts'
import { heldPerson, standing } from './write-entry.ts'

export type CheckMedicines = { personId: string; entryIds: readonly string[] }

/** Says that these medicines were gone through with the person just now, as they stand. */
export function checkMedicines(ctx: Ctx, { personId, entryIds }: CheckMedicines) {
  return inOneStep(ctx, 'check-medicines', async (tx) => {
    if (entryIds.length === 0) throw new Problem('not-valid', {}, [{ field: 'entryIds', code: 'at-least-one-medicine' }])
    await heldPerson(tx, personId)
    for (const entryId of new Set(entryIds)) {
      const { clinicId: _, ...now } = await standing(tx, 'medicines', personId, entryId)
      const stamp = { id: ctx.newId(), checkedAt: ctx.now(), enteredBy: staffOf(ctx).id, enteredAt: ctx.now() }
      await insertVersion(tx, 'medicines', { ...now, ...stamp })
    }
    return { personId, checked: entryIds.length }
  })
}
