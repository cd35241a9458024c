import { Exact, plain } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { openOfSession, standingLines } from './store.ts'

/** mg of a session as the book has them: drawn, given, wasted, and what is not accounted for yet; exact text. */
export const bookOfSession = async (tx: Tx, sessionId: string) => {
  const lines = await standingLines(tx).where('line.sessionId', '=', sessionId).select(['line.kind', 'line.mg']).execute()
  const sum = (kind: string) =>
    plain(lines.filter((line) => line.kind === kind).reduce((total, { mg }) => total.plus(mg), new Exact(0)))
  const open = (await openOfSession(tx, sessionId)).reduce((total, { mg }) => total.plus(mg), new Exact(0))
  return {
    drawnMg: sum('withdrawn'),
    givenMg: sum('given'),
    wastedMg: sum('wasted'),
    openMg: plain(open),
    isOpen: !open.isZero(),
  }
}
