import { type Ctx, groundOf, inClinic, staffOf, type Tx } from '../context.ts'
import { showsNobody } from '../shown.ts'

const clinicOf = ({ db, clinicId }: Tx) =>
  db.selectFrom('clinic').where('id', '=', clinicId).select(['name', 'zone']).executeTakeFirstOrThrow()

/** Who is signed in, in which clinic, and what time it is there. */
export async function whoAmI(ctx: Ctx) {
  const { id, name, roles } = staffOf(ctx)
  const clinic = await inClinic(ctx, 'clinic', async (tx) => showsNobody(await clinicOf(tx)))
  return { id, name, roles, clinic: { ...clinic, simulated: groundOf(ctx).simulated }, now: ctx.now().toISOString() }
}
