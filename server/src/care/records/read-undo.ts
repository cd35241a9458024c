import { Problem } from '@dripline/clinical'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { shows } from '../../platform/shown.ts'
import { personOf } from '../people/store.ts'
import { fieldNames, mergeFields, type Person, valuesOf } from './merge.ts'
import { type MergeFieldsKept, mergeOf, refiledBy, rowsOn } from './store.ts'
import { type Group, sortOut } from './written-since.ts'

/** What the undoing of a merge would do, and what was written since that a person has to place. */
export function readUndo(ctx: Ctx, mergeId: string) {
  return inClinic(ctx, 'read-undo', async (tx) => {
    const { merge, kept, back, groups, fields } = await undoable(ctx, tx, mergeId)
    return shows([kept.id, merge.mergedId], {
      mergeId,
      kept: { personId: kept.id, name: merge.fields.before.values.name ?? kept.name },
      merged: { personId: merge.mergedId, name: merge.mergedName },
      reason: merge.reason,
      by: merge.by,
      mergedAt: merge.mergedAt,
      undoUntil: merge.undoUntil,
      goesBack: back.length,
      groups,
      fields,
    })
  })
}

export type ChangedField = { id: string; label: string; value: string | null }
type Merge = Omit<NonNullable<Awaited<ReturnType<typeof mergeOf>>>, 'fields'> & { fields: MergeFieldsKept }
type Undoable = {
  merge: Merge
  kept: Person
  back: ReturnType<typeof sortOut>['back']
  groups: Group[]
  fields: ChangedField[]
}

/** A merge that can still be undone, with everything on the joined record sorted out; refused with why it cannot. */
export const undoable = async (ctx: Ctx, tx: Tx, mergeId: string): Promise<Undoable> => {
  const merge = await mergeOf(tx, mergeId)
  const kept = merge && (await personOf(tx, merge.keptId))
  if (!merge || !kept) throw new Problem('not-found', { mergeId })
  if (merge.undoneAt || merge.undoUntil <= ctx.now()) throw new Problem('merge-over', { mergeId })
  if (kept.mergedInto) throw new Problem('merged-already', { personId: kept.id })
  const fields = merge.fields as MergeFieldsKept
  const sorted = sortOut(await rowsOn(tx, kept.id), await refiledBy(tx, mergeId))
  return { merge: { ...merge, fields }, kept, ...sorted, fields: changedSince(kept, fields) }
}

// A field that says something else than right after the merge was written since, and belongs to one of the two.
const changedSince = (kept: Person, { after }: MergeFieldsKept): ChangedField[] => {
  const now = valuesOf(kept)
  return fieldNames
    .filter((field) => field in after.values && String(now[field]) !== String(after.values[field]))
    .map((field) => ({ id: `field.${field}`, label: mergeFields[field].label, value: now[field] }))
}
