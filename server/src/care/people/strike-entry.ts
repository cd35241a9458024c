import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import type { ListName } from './chart-list.ts'
import { insertVersion } from './store.ts'
import { heldPerson, standing } from './write-entry.ts'

export type StrikeEntry = { personId: string; list: ListName; entryId: string; reason: string }

/** Strikes an entry that should never have stood there; it stays readable with the reason. */
export function strikeEntry(ctx: Ctx, { personId, list, entryId, reason }: StrikeEntry) {
  return inOneStep(ctx, 'strike-entry', async (tx) => {
    const { clinicId: _, ...now } = await standing(tx, list, await heldPerson(tx, personId), entryId)
    const stamp = { id: ctx.newId(), struckReason: reason, enteredBy: staffOf(ctx).id, enteredAt: ctx.now() }
    await insertVersion(tx, list, { ...now, ...stamp })
    return { personId, entryId, list }
  })
}
