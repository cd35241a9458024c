import { type Ctx, inClinic, staffOf } from '../../platform/context.ts'
import { showsNobody } from '../../platform/shown.ts'
import { allStaff } from '../clinic/store.ts'

/** Nurses and prescribers of this clinic who may take a chair, without whoever asks. */
export function readColleagues(ctx: Ctx) {
  return inClinic(ctx, 'read-colleagues', async (tx) =>
    showsNobody(
      (await allStaff(tx))
        .filter(({ id, roles, closedAt }) => id !== staffOf(ctx).id && closedAt === null && roles.some(mayTake))
        .map(({ id, name }) => ({ id, name })),
    ),
  )
}

const mayTake = (role: string) => role === 'nurse' || role === 'prescriber'
