import { Problem } from '@dripline/clinical'
import type { Ctx, Tx } from '../../../platform/context.ts'
import { chairs, setChair } from '../../clinic/store.ts'
import type { Deciding } from './deciding.ts'
import { changeAndSettle } from './settle.ts'
import { seeTouched } from './touched.ts'

export type ChangeChair = { chairId: string; name?: string | undefined; isClosed?: boolean | undefined }

const change =
  (ctx: Ctx, { chairId, name, isClosed }: ChangeChair) =>
  async (tx: Tx) => {
    const all = await chairs(tx)
    const chair = all.find(({ id }) => id === chairId)
    if (!chair) throw new Problem('not-found', { chairId })
    if (name !== undefined && all.some((other) => other.id !== chairId && other.name === name))
      throw new Problem('not-valid', { chairId }, [{ field: 'name', code: 'name-no-other-chair-has', value: name }])

    const closedAt = isClosed === undefined ? chair.closedAt : isClosed ? (chair.closedAt ?? ctx.now()) : null
    await setChair(tx, chairId, { name: name ?? chair.name, closedAt })
    return { chairId }
  }

/** Renames a chair, or takes it out of use and back in; each visit booked in it goes to another chair, moves or is canceled, and told. */
export function changeChair(ctx: Ctx, { decided, words, ...sent }: ChangeChair & Deciding) {
  return changeAndSettle(ctx, 'change-chair', { decided, words }, change(ctx, sent))
}

/** Which visits are booked in a chair that is to be taken out of use. */
export function seeChangeChair(ctx: Ctx, sent: ChangeChair) {
  return seeTouched(ctx, change(ctx, sent))
}
