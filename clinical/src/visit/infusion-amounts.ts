import { type Dose, infusion, type Regimen } from '@dripline/engine'
import { givenMg, infusedMl, type Run } from '../dose/given.ts'
import { Exact, exact, plain } from '../exact.ts'
import type { ClockStamp } from './clock-stamp.ts'
import { runs, type Segment } from './infusion-segments.ts'
import type { FoldedSession } from './infusion-words.ts'
import { between, type ClockMoved } from './visit-clock.ts'

const msPerHour = 3_600_000

type Pumped = Pick<FoldedSession, 'segments' | 'infusate' | 'vtbiMl'>

/** What has gone in and what is left, as of an instant; mg and mL to 0.01. */
export type Amounts = { givenMg: string; infusedMl: string; remainingMl: string; remainingMg: string }

/** Null before a draw-up. Never more than the volume to be infused, where the pump stops by itself. */
export function amountsAt(session: Pumped, asOf: string): Amounts | null {
  const { infusate } = session
  if (!infusate) return null
  const ran = runsUntil(session.segments, asOf)
  const most = mostMl(session)
  const given = givenMg(ran, infusate, most)
  const infused = infusedMl(ran, most)
  return {
    givenMg: plain(given, 2),
    infusedMl: plain(infused, 2),
    remainingMl: plain(exact(infusate.finalMl).minus(infused), 2),
    remainingMg: plain(exact(infusate.infusateMg).minus(given), 2),
  }
}

/** Drawn up = given + wasted, mg; what is open is still to be accounted for. */
export type Book = {
  drawnMg: string
  givenMg: string
  wastedMg: string
  /** Written as a discrepancy with a waste: missing above 0, too much below. */
  differenceMg: string
  openMg: string
  isClosed: boolean
}

/**
 * Clocks that moved while the pump ran, each with its stretch: beside the amount, so that nobody takes it for certain. What still runs is
 * held against the clocks of now.
 */
export const clocksMoved = (
  { segments }: Pick<FoldedSession, 'segments'>,
  now?: { at: string; clock: ClockStamp | null },
): (ClockMoved & { from: string; to: string | null })[] =>
  segments.flatMap(({ moved: seen, from, to, rateMlPerHour, clock = null }) => {
    const moved = to === null && now ? between({ at: from, clock }, now).moved : seen
    return moved && runs(rateMlPerHour) ? [{ ...moved, from, to }] : []
  })

type Told = Pumped & Pick<FoldedSession, 'entries' | 'stoppedAt' | 'pumpTotal'>

/** What the pump's own display said after the stop, beside what the log computes (mL); null where nobody has read it. */
export function givenRead(session: Told): ((asOf: string) => { readMl: string; computedMl: string }) | null {
  const { stoppedAt, infusate, pumpTotal } = session
  const readMl = pumpTotal?.totalMl ?? null
  if (readMl === null || !infusate || !stoppedAt) return null
  return (asOf) => ({ readMl, computedMl: amountsAt(session, asOf)?.infusedMl ?? '0' })
}

/** mg given: by the pump's own total once it was read after the stop, computed from the log until then. Never more than was drawn. */
function givenOf(session: Told, asOf: string): Exact {
  const read = givenRead(session)
  const { infusate } = session
  if (!read || !infusate) return exact(amountsAt(session, asOf)?.givenMg ?? '0')
  return Exact.min(plain(exact(read(asOf).readMl).times(infusate.infusateMg).div(infusate.finalMl), 2), infusate.infusateMg)
}

/** The book of one visit as of an instant; every syringe that was ever drawn up counts. */
export function book(session: Told, asOf: string): Book {
  const drawn = sumMg(session, 'drawn-up', asOf)
  const wasted = sumMg(session, 'wasted', asOf)
  const given = givenOf(session, asOf)
  const difference = session.entries.reduce(
    (sum, { event }) => (event.kind === 'wasted' && event.difference ? sum.plus(event.difference.mg) : sum),
    new Exact(0),
  )
  const open = drawn.minus(given).minus(wasted).minus(difference)
  return {
    drawnMg: plain(drawn),
    givenMg: plain(given),
    wastedMg: plain(wasted),
    differenceMg: plain(difference),
    openMg: plain(open),
    isClosed: open.isZero(),
  }
}

/** When the volume to be infused will have run at the present rate; null unless it is running. */
export function expectedEnd(session: Pumped & Pick<FoldedSession, 'rateMlPerHour' | 'state'>, asOf: string): string | null {
  const { infusate, rateMlPerHour, state } = session
  if (state !== 'running' || !infusate || !rateMlPerHour) return null
  const left = exact(mostMl(session)).minus(infusedMl(runsUntil(session.segments, asOf), mostMl(session)))
  const ms = left.div(rateMlPerHour).times(msPerHour).ceil().toNumber()
  return new Date(Date.parse(asOf) + ms).toISOString()
}

/** Segments as the screen shows them: mL/h and mg/h. */
export const ratesShown = ({ segments, infusate }: Pumped): (Segment & { rateMgPerHour: string | null })[] =>
  segments.map((segment) => ({
    ...segment,
    rateMgPerHour: infusate && plain(exact(segment.rateMlPerHour).times(infusate.infusateMg).div(infusate.finalMl), 2),
  }))

/** What was given up to an instant as the engine takes it: mg, from and minutes counted from the start; empty before it. */
export function regimenGiven(session: Pumped, asOf: string): Regimen {
  const { infusate, segments } = session
  const [first] = segments
  if (!infusate || !first) return []
  const doses: Dose[] = []
  let leftMl = exact(mostMl(session))
  for (const segment of segments) {
    const ml = Exact.min(leftMl, exact(segment.rateMlPerHour).times(msUntil(segment, asOf)).div(msPerHour))
    if (ml.lte(0)) continue
    leftMl = leftMl.minus(ml)
    const mg = ml.times(infusate.infusateMg).div(infusate.finalMl).toNumber()
    const from = (Date.parse(segment.from) - Date.parse(first.from)) / 60_000
    doses.push(infusion(mg, ml.div(segment.rateMlPerHour).times(60).toNumber(), from))
  }
  return doses
}

const mostMl = ({ infusate, vtbiMl }: Pumped): string => {
  const finalMl = exact(infusate?.finalMl ?? '0')
  return (vtbiMl === null ? finalMl : Exact.min(vtbiMl, finalMl)).toFixed()
}

const msUntil = ({ from, to, ms }: Segment, asOf: string): number => {
  const passed = Math.max(0, Date.parse(asOf) - Date.parse(from))
  if (to === null) return passed
  const whole = ms ?? Date.parse(to) - Date.parse(from)
  return Date.parse(asOf) >= Date.parse(to) ? whole : Math.min(passed, whole)
}

const runsUntil = (segments: readonly Segment[], asOf: string): Run[] =>
  segments.map((segment) => ({ rateMlPerHour: segment.rateMlPerHour, ms: msUntil(segment, asOf) }))

function sumMg({ entries }: Pick<FoldedSession, 'entries'>, kind: 'drawn-up' | 'wasted', asOf: string): Exact {
  return entries.reduce(
    (sum, { event }) =>
      event.kind === kind && Date.parse(event.at) <= Date.parse(asOf)
        ? sum.plus(event.kind === 'drawn-up' ? event.infusateMg : event.mg)
        : sum,
    new Exact(0),
  )
}
