import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { chairs, insertChair } from './store.ts'

/** Adds a chair after the last one; its name must be new here. */
export function addChair(ctx: Ctx, { name }: { name: string }) {
  return inOneStep(ctx, 'add-chair', async (tx) => {
    const last = (await chairs(tx)).at(-1)?.position ?? 0
    const chairId = ctx.newId()
    if (!(await insertChair(tx, chairId, name, last + 1)))
      throw new Problem('not-valid', {}, [{ field: 'name', code: 'name-no-other-chair-has', value: name }])
    return { chairId }
  })
}
