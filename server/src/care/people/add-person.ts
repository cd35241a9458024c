import { type CalledOnce, firstAnswer } from '../../platform/called-once.ts'
import { type Ctx, inOneCall } from '../../platform/context.ts'
import { entryIdOf } from '../../platform/entry-id.ts'
import type { NewPerson } from './person.ts'

const CALL = 'select * from add_person($1, $2, $3)'

/** Adds a caller who did not book by themselves: somebody who phoned, or was sent by a colleague. */
export function addPerson(ctx: Ctx, person: NewPerson) {
  return inOneCall(ctx, 'add-person', async ({ deedOf, call }) => {
    const personId = entryIdOf(ctx)?.id ?? ctx.newId()
    const answer = { personId }
    const row = await call<CalledOnce>(CALL, [ctx.clinicId, deedOf(answer), JSON.stringify({ id: personId, ...person })])
    return firstAnswer(row, answer)
  })
}
