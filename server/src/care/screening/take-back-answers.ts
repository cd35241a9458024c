import type { Ctx, Tx } from '../../platform/context.ts'
import { staffOf } from '../../platform/context.ts'

/** Takes back the check-in answers of a person that were entered within these instants: they stay readable, and no rule reads them again. */
export const takeBackAnswers = async (
  ctx: Ctx,
  tx: Tx,
  personId: string,
  reason: string,
  within: { from: Date; to: Date } | null,
): Promise<void> => {
  if (!within) return
  const rows = await tx.db
    .selectFrom('answer')
    .where('clinicId', '=', tx.clinicId)
    .where('personId', '=', personId)
    .where('source', '=', 'check-in')
    .where('enteredAt', '>=', within.from)
    .where('enteredAt', '<=', within.to)
    .select('id')
    .execute()
  if (rows.length === 0) return
  await tx.db
    .insertInto('answerTakenBack')
    .values(
      rows.map(({ id }) => ({
        clinicId: tx.clinicId,
        answerId: id,
        reason,
        takenBackBy: staffOf(ctx).id,
        takenBackAt: ctx.now(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
