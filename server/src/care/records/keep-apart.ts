import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { personOf } from '../people/store.ts'
import { insertApart } from './store.ts'

/** Says that two records are two people, so that nobody is asked again. */
export function keepApart(ctx: Ctx, { personId, otherId }: { personId: string; otherId: string }) {
  return inOneStep(ctx, 'keep-apart', async (tx) => {
    for (const id of [personId, otherId]) if (!(await personOf(tx, id))) throw new Problem('not-found', { personId: id })
    if (personId === otherId) throw new Problem('not-valid', {}, [{ field: 'otherId', code: 'another-record' }])
    const [firstId, secondId] = [personId, otherId].sort() as [string, string]
    await insertApart(tx, { id: ctx.newId(), firstId, secondId, saidBy: staffOf(ctx).id, saidAt: ctx.now() })
    return { personId, other: { personId: otherId } }
  })
}
