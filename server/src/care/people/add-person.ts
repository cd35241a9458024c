import { type Ctx, inOneStep } from '../../platform/context.ts'
import { entryIdOf } from '../../platform/entry-id.ts'
import type { NewPerson } from './person.ts'
import { insertPerson } from './store.ts'

/** Adds a caller who did not book by themselves: somebody who phoned, or was sent by a colleague. */
export const addPerson = (ctx: Ctx, person: NewPerson) =>
  inOneStep(ctx, 'add-person', async (tx) => {
    const personId = entryIdOf(ctx)?.id ?? ctx.newId()
    await insertPerson(tx, { id: personId, ...person, createdAt: ctx.now() })
    return { personId }
  })
