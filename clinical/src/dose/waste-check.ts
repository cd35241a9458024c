import { type TwoReadings, twoReadings } from '../chart/two-readings.ts'
import { exact, plain } from '../exact.ts'
import { type Policies, usualPolicies } from '../policies.ts'
import { book, givenRead } from '../visit/infusion-amounts.ts'
import type { EventOf, SessionEvent } from '../visit/infusion-events.ts'
import { isKind } from '../visit/infusion-kind.ts'
import type { FoldedSession } from '../visit/infusion-words.ts'

export type WasteReading = EventOf<'waste-reading'>

/** How the readings of what is destroyed stand: two different people, each by themselves. */
export type WasteCheck = TwoReadings<WasteReading>

/** Reads the waste of what is open now; a second reading ends a round, and what differs asks both again. */
export function wasteCheck(events: readonly SessionEvent[]): WasteCheck {
  const from = events.findLastIndex(({ kind }) => kind === 'wasted' || kind === 'drawn-up')
  return twoReadings(events.slice(from + 1).filter(isKind('waste-reading')), isSame)
}

const isSame = (a: WasteReading, b: WasteReading): boolean => exact(a.ml).eq(b.ml) && a.of === b.of

/** What a waste says: mg destroyed, and what of the drawn dose is then missing (above 0) or too much (below), in mg and mL. */
export type WasteSum = { mg: string; ml: string; of: WasteReading['of']; differenceMg: string; differenceMl: string }

/** Within this much of the bag or the syringe, drawn is given and wasted: the book is kept to 0.01 mL. */
const BOOK_ML = '0.01'

/** Holds what both read against what is open: the mL of the strength it was in, mg to 0.01, and the difference that stays. */
export function wasteSum(session: FoldedSession, { ml, of }: Pick<WasteReading, 'ml' | 'of'>, asOf: string): WasteSum {
  const { openMg } = book(session, asOf)
  const drawnUp = session.entries.findLast(({ event }) => event.kind === 'drawn-up')?.event
  const perMl =
    drawnUp?.kind === 'drawn-up' ? exact(drawnUp.infusateMg).div(of === 'bag' ? drawnUp.finalMl : drawnUp.syringeMl) : exact('1')
  const read = exact(ml).times(perMl)
  const off = exact(openMg).minus(read)
  // 0.01 mL, and half a hundredth of a mg that the given amount was rounded by.
  if (off.abs().lte(perMl.times(BOOK_ML).plus('0.005')))
    return { mg: openMg, ml: plain(exact(ml)), of, differenceMg: '0', differenceMl: '0' }
  return {
    mg: plain(read, 2),
    ml: plain(exact(ml)),
    of,
    differenceMg: plain(exact(openMg).minus(plain(read, 2)), 2),
    differenceMl: plain(off.div(perMl), 2),
  }
}

/** What the pump's own total says beside what the log computes, both mL; null until it was read after the stop. */
export function pumpBeside(
  session: FoldedSession,
  asOf: string,
  tolerance: Tolerance = usualPolicies.secondPerson,
): { readMl: string; computedMl: string; isOff: boolean } | null {
  const read = givenRead(session)
  if (!read) return null
  const { readMl, computedMl } = read(asOf)
  return { readMl, computedMl, isOff: isPumpOff(readMl, computedMl, tolerance) }
}

/** Whether the pump's total (mL) is further from what the log computes than the clinic's tolerance; both are kept either way. */
export function isPumpOff(
  readMl: string,
  computedMl: string,
  { pumpOffPercent, pumpOffMl }: Tolerance = usualPolicies.secondPerson,
): boolean {
  const share = exact(computedMl).times(pumpOffPercent).div(100)
  return exact(readMl)
    .minus(computedMl)
    .abs()
    .gt(share.gt(pumpOffMl) ? share : pumpOffMl)
}

type Tolerance = Pick<Policies['secondPerson'], 'pumpOffPercent' | 'pumpOffMl'>
