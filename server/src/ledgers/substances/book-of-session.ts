import { Exact, plain } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { openOfSession, standingLines } from './store.ts'

/** mg of one drug in a session as the book has them: drawn, given, wasted, and what is not accounted for yet; exact text. */
export const bookOfSession = async (tx: Tx, sessionId: string, drugId: string) => {
  const lines = await standingLines(tx)
    .innerJoin('vial', (join) => join.onRef('vial.clinicId', '=', 'line.clinicId').onRef('vial.id', '=', 'line.vialId'))
    .where('line.sessionId', '=', sessionId)
    .where('vial.drugId', '=', drugId)
    .select(['line.kind', 'line.mg'])
    .execute()
  const sum = (kind: string) =>
    plain(lines.filter((line) => line.kind === kind).reduce((total, { mg }) => total.plus(mg), new Exact(0)))
  const open = (await openOfSession(tx, sessionId, drugId)).reduce((total, { mg }) => total.plus(mg), new Exact(0))
  return {
    drawnMg: sum('withdrawn'),
    givenMg: sum('given'),
    wastedMg: sum('wasted'),
    openMg: plain(open),
    isOpen: !open.isZero(),
  }
}
