import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, lockInOrder } from '../../platform/context.ts'
import { lockPerson, setAccepted, setMerged } from './store.ts'

export type MergePersons = { personId: string; intoId: string }

/** Says that two records are one person: lists show the second one; both stay readable. A patient stays a patient. */
export const mergePersons = (ctx: Ctx, { personId, intoId }: MergePersons) =>
  inOneStep(ctx, 'merge-persons', async (tx) => {
    if (personId === intoId)
      throw new Problem('not-valid', { personId }, [{ field: 'intoId', expected: 'another person than this one', value: intoId }])
    await lockInOrder(tx, [`person ${personId}`, `person ${intoId}`])
    const [person, into] = [await lockPerson(tx, personId), await lockPerson(tx, intoId)]
    if (!person) throw new Problem('not-found', { personId })
    if (!into) throw new Problem('not-found', { personId: intoId })
    if (person.mergedInto) throw new Problem('wrong-state', { personId })
    if (into.mergedInto) throw new Problem('wrong-state', { personId: intoId })

    await setMerged(tx, personId, intoId)
    if (!into.acceptedAt && person.acceptedAt && person.acceptedBy)
      await setAccepted(tx, intoId, person.acceptedBy, person.acceptedAt)
    return { personId: intoId, merged: { personId } }
  })
