import { book } from '@dripline/clinical'
import { sessionsOfPlan } from '../../care/session/store.ts'
import { vialsInSafe } from '../../ledgers/substances/store.ts'
import { type Database, inTransaction } from '../../platform/database.ts'

/** What a clinic's visits, orders and drug book say, in a form that one commit's code can be held against another's. */
export const readingsOf = (database: Database, clinicId: string) =>
  inTransaction(database, clinicId, async (tx) => {
    const { db } = tx
    const plans = await db.selectFrom('plan').where('clinicId', '=', clinicId).orderBy('id').select('id').execute()
    const visits = []
    for (const { id } of plans)
      for (const { id: sessionId, folded } of await sessionsOfPlan(tx, id)) {
        const { drawnMg, givenMg, wastedMg } = book(folded, '2100-01-01T00:00:00.000Z')
        const { state, startedAt, stoppedAt, entries, conflicts } = folded
        visits.push({
          sessionId,
          state,
          startedAt,
          stoppedAt,
          entries: entries.length,
          conflicts: conflicts.length,
          drawnMg,
          ...(stoppedAt && { givenMg, wastedMg }),
        })
      }
    const orders = await db
      .selectFrom('infusionOrder')
      .where('clinicId', '=', clinicId)
      .orderBy('id')
      .select(['id', 'infusateMg', 'finalMl', 'rateMlPerHour', 'planId'])
      .execute()
    const safe = (await vialsInSafe(tx)).map(({ number, ml, lot, isSealed }) => ({ number, ml, lot, isSealed }))
    const lines = await db.selectFrom('substanceLine').where('clinicId', '=', clinicId).select('id').execute()
    return { visits, orders, safe, lines: lines.length }
  })
