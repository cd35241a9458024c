import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { chairs, setChair } from './store.ts'

export type ChangeChair = { chairId: string; name?: string | undefined; isClosed?: boolean | undefined }

/** Renames a chair, or takes it out of use and back in. What is booked in it stays booked. */
export const changeChair = (ctx: Ctx, { chairId, name, isClosed }: ChangeChair) =>
  inOneStep(ctx, 'change-chair', async (tx) => {
    const all = await chairs(tx)
    const chair = all.find(({ id }) => id === chairId)
    if (!chair) throw new Problem('not-found', { chairId })
    if (name !== undefined && all.some((other) => other.id !== chairId && other.name === name))
      throw new Problem('not-valid', { chairId }, [{ field: 'name', expected: 'a name no other chair has', value: name }])

    const closedAt = isClosed === undefined ? chair.closedAt : isClosed ? (chair.closedAt ?? ctx.now()) : null
    await setChair(tx, chairId, { name: name ?? chair.name, closedAt })
    return { chairId }
  })
