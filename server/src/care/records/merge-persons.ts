import { type Fault, Problem } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { idsOf, insertPersonChange, lockPerson, setPerson } from '../people/store.ts'
import { conflictsOf } from './conflicts.ts'
import { differs, fieldNames, type MergeSent, markOf, mergeFields, type Person, UNDO_DAYS, valuesOf } from './merge.ts'
import { insertMerge, limitWait, refilePerson, setAcceptance, setMergedInto } from './store.ts'

/** Makes two records one: contradictions as a person chose them, everything that hangs on the other record filed under the kept one. */
export function mergePersons(ctx: Ctx, sent: MergeSent) {
  return givingWay(() =>
    inOneStep(ctx, 'merge-persons', async (tx) => {
      const { kept, merged } = await heldPair(tx, sent)
      refuseStale(kept, merged, sent)
      await refuseConflicts(ctx, tx, kept, merged)

      const id = ctx.newId()
      const undoUntil = new Date(
        Temporal.Instant.fromEpochMilliseconds(ctx.now().getTime()).add({ hours: 24 * UNDO_DAYS }).epochMilliseconds,
      )
      const [before, after] = [rememberedOf(kept), joined(kept, merged, sent)]
      const { keptId, mergedId } = sent
      const alsoMerged = (await idsOf(tx, mergedId)).filter((each) => each !== mergedId)
      const by = { mergedBy: staffOf(ctx).id, mergedAt: ctx.now(), undoUntil, reason: sent.reason || null }
      await insertMerge(tx, { id, keptId, mergedId, fields: { before, after }, alsoMerged, ...by })
      await keepFields(ctx, tx, kept, after.values)
      if (after.acceptedAt !== before.acceptedAt) await setAcceptance(tx, keptId, after)
      await refilePerson(tx, id, mergedId, keptId, ctx.now())
      await setMergedInto(tx, [mergedId, ...alsoMerged], keptId)
      await limitWait(tx, 0)
      return { mergeId: id, personId: keptId, merged: { personId: mergedId }, undoUntil: undoUntil.toISOString() }
    }),
  )
}

const WAIT_MS = 400
const TRIES = 8
const isBusy = (error: unknown) => error instanceof Error && 'code' in error && (error.code === '55P03' || error.code === '40P01')

/** Lets whoever is writing on one of the records finish: the merge is tried again, and never holds up a chair. */
export const givingWay = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let turn = 0; turn < TRIES; turn += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS / 2))
    }
  }
  throw new Problem('record-busy')
}

/** Both records, held in one order for everybody; neither may be somebody else already. */
export const heldPair = async (tx: Tx, { keptId, mergedId }: Pick<MergeSent, 'keptId' | 'mergedId'>) => {
  await limitWait(tx, WAIT_MS)
  const held = new Map<string, Person | undefined>()
  for (const id of [keptId, mergedId].sort()) held.set(id, await lockPerson(tx, id))
  const [kept, merged] = [held.get(keptId), held.get(mergedId)]
  if (!kept || !merged) throw new Problem('not-found', { personId: kept ? mergedId : keptId })
  if (keptId === mergedId)
    throw new Problem('not-valid', {}, [{ field: 'mergedId', code: 'different-record-than-one-you-keep', value: mergedId }])
  if (kept.mergedInto || merged.mergedInto) throw new Problem('merged-already', { personId: kept.mergedInto ? keptId : mergedId })
  return { kept, merged }
}

const refuseStale = (kept: Person, merged: Person, { mark, chosen, reason }: MergeSent) => {
  if (mark !== markOf(kept, merged)) throw new Problem('pair-changed', { personId: kept.id })
  const differing = fieldNames.filter((field) => differs(field, kept, merged))
  const faults: Fault[] = differing
    .filter((field) => chosen[field] === undefined)
    .map((field) => ({
      field: `chosen.${field}`,
      code: 'which-is-right',
      params: { label: mergeFields[field].label.toLowerCase() },
    }))
  if (differing.some((field) => mergeFields[field].needsReason) && !reason)
    faults.push({ field: 'reason', code: 'why-they-are-one-person-though' })
  if (faults.length > 0) throw new Problem('not-valid', { personId: kept.id }, faults)
}

const refuseConflicts = async (ctx: Ctx, tx: Tx, kept: Person, merged: Person) => {
  const conflicts = await conflictsOf(ctx, tx, kept, merged)
  if (conflicts.length > 0)
    throw new Problem(
      'merge-conflict',
      { personId: kept.id },
      conflicts.map(({ href, ...conflict }): Fault => ({ ...conflict, field: conflict.code })),
    )
}

const rememberedOf = (person: Person) => ({
  values: valuesOf(person),
  acceptedAt: person.acceptedAt?.toISOString() ?? null,
  acceptedBy: person.acceptedBy,
})

// What only one of the two knows stands; where both know, the person's choice.
const joined = (kept: Person, merged: Person, { chosen }: MergeSent) => {
  const values = valuesOf(kept)
  for (const field of fieldNames)
    values[field] = (chosen[field] === 'merged' ? merged[field] : null) ?? kept[field] ?? merged[field]
  const first = [kept, merged]
    .filter(({ acceptedAt }) => acceptedAt)
    .sort((a, b) => Number(a.acceptedAt) - Number(b.acceptedAt))[0]
  return { values, acceptedAt: first?.acceptedAt?.toISOString() ?? null, acceptedBy: first?.acceptedBy ?? null }
}

/** Writes the fields that change, and what stood there before. */
export const keepFields = async (ctx: Ctx, tx: Tx, person: Person, values: ReturnType<typeof valuesOf>) => {
  const changed = fieldNames.filter((field) => values[field] !== person[field])
  if (changed.length === 0) return
  const before = Object.fromEntries(changed.map((field) => [field, person[field]]))
  await setPerson(tx, person.id, Object.fromEntries(changed.map((field) => [field, values[field]])))
  await insertPersonChange(tx, { id: ctx.newId(), personId: person.id, before, changedBy: staffOf(ctx).id, changedAt: ctx.now() })
}
