import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { clearRefused } from '../../platform/refused-address.ts'
import { personOf } from './store.ts'

/** Takes the mark off a person's address: they say it is right, and the next letter is carried there again. */
export function tryAddress(ctx: Ctx, { personId }: { personId: string }) {
  return inOneStep(ctx, 'try-address', async (tx) => {
    staffOf(ctx)
    const person = await personOf(tx, personId)
    if (!person) throw new Problem('not-found', { personId })
    await clearRefused(tx, person.email, ctx.now())
    return { personId }
  })
}
