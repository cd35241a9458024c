import type { AsNeededChoice, AsNeededLine, DrugRoute } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'

/** The as-needed lines of an order, as they were signed. */
export const asNeededOf = async ({ db, clinicId }: Tx, orderId: string): Promise<AsNeededLine[]> => {
  const rows = await db
    .selectFrom('asNeededLine')
    .where('clinicId', '=', clinicId)
    .where('orderId', '=', orderId)
    .orderBy('signedAt')
    .orderBy('id')
    .select(['id', 'drugId', 'route', 'doseMg', 'mostTimes', 'leastMinutes', 'reason', 'signedBy', 'signedAt'])
    .$narrowType<{ route: DrugRoute }>()
    .execute()
  return rows.map(({ signedAt, ...line }) => ({ ...line, signedAt: signedAt.toISOString() }))
}

/** Writes lines under an order in the name of whoever signs them; gives their ids. */
export const insertAsNeeded = async (
  ctx: Ctx,
  { db, clinicId }: Tx,
  orderId: string,
  lines: readonly (Omit<AsNeededChoice, 'route'> & { route: string })[],
  signedBy: string,
): Promise<string[]> => {
  const rows = lines.map((line) => ({ clinicId, id: ctx.newId(), orderId, ...line, signedBy, signedAt: ctx.now() }))
  if (rows.length > 0) await db.insertInto('asNeededLine').values(rows).execute()
  return rows.map(({ id }) => id)
}
