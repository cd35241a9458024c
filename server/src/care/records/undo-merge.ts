import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { lockPerson, personOf } from '../people/store.ts'
import { fieldNames, type Person, type UndoSent, valuesOf } from './merge.ts'
import { givingWay, keepFields } from './merge-persons.ts'
import { type ChangedField, undoable } from './read-undo.ts'
import { firstAcceptance, limitWait, mergeOf, refileRows, setAcceptance, setMergedInto, setUndone } from './store.ts'
import type { Group, Side } from './written-since.ts'

const WAIT_MS = 400

/** Makes two records of one again: what each had goes home, what was written since goes where a person says; nothing is lost. */
export function undoMerge(ctx: Ctx, { mergeId, reason, placed }: UndoSent) {
  return givingWay(() =>
    inOneStep(ctx, 'undo-merge', async (tx) => {
      await limitWait(tx, WAIT_MS)
      await holdBoth(tx, mergeId)
      const { merge, kept, back, groups, fields } = await undoable(ctx, tx, mergeId)
      const sides = placedAll(groups, fields, placed)

      await setUndone(tx, mergeId, { undoneBy: staffOf(ctx).id, undoneAt: ctx.now(), undoReason: reason })
      await setMergedInto(tx, [merge.mergedId], null)
      await setMergedInto(tx, merge.alsoMerged, merge.mergedId)
      const moving = groups.filter(({ id }) => sides.get(id) === 'merged').flatMap(({ rows }) => rows)
      const home = [...back.map(({ tableName, rowId }) => ({ table: tableName, rowId })), ...moving]
      for (const [table, rows] of Map.groupBy(home, (row) => row.table))
        await refileRows(
          tx,
          mergeId,
          table,
          rows.map(({ rowId }) => rowId),
          merge.mergedId,
          ctx.now(),
        )
      await restoreFields(ctx, tx, kept, merge.mergedId, merge.fields.before.values, merge.fields.after.values, sides)
      await restoreAcceptance(tx, kept, merge.fields)
      await acceptAgain(tx, merge.mergedId)
      await limitWait(tx, 0)
      return { mergeId, personId: kept.id, other: { personId: merge.mergedId }, moved: home.length }
    }),
  )
}

const holdBoth = async (tx: Tx, mergeId: string) => {
  const merge = await mergeOf(tx, mergeId)
  if (!merge) throw new Problem('not-found', { mergeId })
  for (const id of [merge.keptId, merge.mergedId].sort()) await lockPerson(tx, id)
}

// What names rows of one record follows it; everything else was asked, and every answer is wanted at once.
const placedAll = (groups: readonly Group[], fields: readonly ChangedField[], placed: UndoSent['placed']) => {
  const asked = [...groups.filter(({ follows }) => follows === null), ...fields]
  const missing = asked.filter(({ id }) => placed[id] === undefined)
  if (missing.length > 0)
    throw new Problem(
      'not-valid',
      {},
      missing.map(({ id }) => ({ field: `placed.${id}`, code: 'which-record-this-belongs-to' })),
    )
  return new Map<string, Side>([
    ...groups.map(({ id, follows }) => [id, follows ?? placed[id] ?? 'kept'] as const),
    ...fields.map(({ id }) => [id, placed[id] ?? 'kept'] as const),
  ])
}

type Values = ReturnType<typeof valuesOf>

const restoreFields = async (
  ctx: Ctx,
  tx: Tx,
  kept: Person,
  mergedId: string,
  before: Values,
  after: Values,
  sides: ReadonlyMap<string, Side>,
) => {
  const now = valuesOf(kept)
  const own = { ...now }
  const other: Partial<Values> = {}
  // A merge of before some field was there says nothing of it.
  for (const field of fieldNames.filter((name) => name in after)) {
    const side = sides.get(`field.${field}`)
    if (side === undefined) own[field] = String(now[field]) === String(after[field]) ? before[field] : now[field]
    if (side === 'merged') [own[field], other[field]] = [before[field], now[field]]
  }
  await keepFields(ctx, tx, kept, own)
  const merged = await personOf(tx, mergedId)
  if (merged) await keepFields(ctx, tx, merged, { ...valuesOf(merged), ...other })
}

// Who was a patient only by the merge is a caller again, unless a decision that stays says otherwise.
const restoreAcceptance = async (
  tx: Tx,
  kept: Person,
  { before, after }: { before: { acceptedAt: string | null; acceptedBy: string | null }; after: { acceptedAt: string | null } },
) => {
  if (before.acceptedAt !== after.acceptedAt && kept.acceptedAt?.toISOString() === after.acceptedAt)
    await setAcceptance(tx, kept.id, before)
  await acceptAgain(tx, kept.id)
}

const acceptAgain = async (tx: Tx, personId: string) => {
  const person = await personOf(tx, personId)
  const decision = await firstAcceptance(tx, personId)
  if (person && !person.acceptedAt && decision)
    await setAcceptance(tx, personId, { acceptedAt: decision.decidedAt.toISOString(), acceptedBy: decision.decidedBy })
}
