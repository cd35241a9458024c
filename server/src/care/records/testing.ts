import type { Ctx } from '../../platform/context.ts'
import { peek } from '../../platform/testing.ts'
import { personOf } from '../people/store.ts'
import { type MergeSent, markOf, type UndoSent } from './merge.ts'
import { mergePersons } from './merge-persons.ts'
import { readUndo } from './read-undo.ts'
import { undoMerge } from './undo-merge.ts'

type Join = { keptId: string; mergedId: string } & Partial<Pick<MergeSent, 'chosen' | 'reason'>>

const keptEverywhere = {
  name: 'kept',
  dateOfBirth: 'kept',
  sex: 'kept',
  phone: 'kept',
  email: 'kept',
  state: 'kept',
  zone: 'kept',
  heightCm: 'kept',
} as const

/** Merges as somebody does who sees both records as they are now and keeps the first one's words. */
export const joinRecords = async (
  ctx: Ctx,
  { keptId, mergedId, chosen = keptEverywhere, reason = 'same license seen' }: Join,
) => {
  const mark = await peek(ctx, async (tx) => {
    const [kept, merged] = [await personOf(tx, keptId), await personOf(tx, mergedId)]
    return kept && merged ? markOf(kept, merged) : ''
  })
  return mergePersons(ctx, { keptId, mergedId, mark, chosen, reason })
}

/** Undoes a merge; whatever was written since goes to one side. */
export const takeApart = async (ctx: Ctx, mergeId: string, to: 'kept' | 'merged' = 'kept') => {
  const { groups, fields } = await readUndo(ctx, mergeId)
  const placed: UndoSent['placed'] = Object.fromEntries([...groups, ...fields].map(({ id }) => [id, to]))
  return undoMerge(ctx, { mergeId, reason: 'two people after all', placed })
}
