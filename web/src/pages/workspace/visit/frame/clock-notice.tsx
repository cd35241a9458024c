import { type ClockMoved, clocksMoved } from '@dripline/clinical'
import { StatusMark } from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'

const MINUTE_MS = 60_000

type Seen = { visit: Pick<Open['visit'], 'now' | 'clock'>; session: Open['session'] }

const howFar = (byMs: number): string => {
  const ms = Math.abs(byMs)
  return ms < MINUTE_MS ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / MINUTE_MS)} min`
}

const said = ({ byMs, asksTotal }: ClockMoved): string => {
  const by = byMs === null ? '' : ` ${howFar(byMs)} ${byMs > 0 ? 'ahead' : 'back'}`
  return asksTotal
    ? `Clock moved${by} while the pump ran: check the pump’s total.`
    : `Clock moved${by} while the pump ran. The amount is counted without it.`
}

const movedOf = ({ visit, session }: Seen) => clocksMoved(session, { at: visit.now, clock: visit.clock })

/** What is said of clocks that moved while the pump ran, one sentence each. */
export const sayClocks = (seen: Seen): string[] => movedOf(seen).map(said)

/** Says beside an amount that a clock moved while the pump ran, and whether the pump’s own total must be looked at; nothing else. */
export function ClockNotice(seen: Seen) {
  return movedOf(seen).map((each) => (
    <StatusMark key={each.from} status={each.asksTotal ? 'caution' : 'inform'} word={said(each)} />
  ))
}
