import { beginningOf, type Calendar, Problem, type Stretch } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { isOpenOn, lineNow, linesOn, type ServiceLine, todayHere } from '../clinic/service-line.ts'

const [LONG_AGO, FOREVER] = ['0001-01-01T00:00:00Z', '9999-01-01T00:00:00Z']

/** When a line cannot be booked by its dates: before its first day and from its end on. */
const outside = ({ from, until }: ServiceLine, zone: string): Stretch[] => [
  ...(from === null ? [] : [{ start: LONG_AGO, end: beginningOf(from, zone) }]),
  ...(until === null ? [] : [{ start: beginningOf(until, zone), end: FOREVER }]),
]

/**
 * A calendar as a service line narrows it: who or which chair may take it, for somebody in which state (null is anywhere), between which
 * days, and what stays free around it. What stays free around a call its policy says.
 */
export const underLine = (calendar: Calendar, line: ServiceLine | null, state: string | null): Calendar => {
  if (!line) return calendar
  const those = line.takes === 'infusion' ? line.chairIds : line.clinicianIds
  const isThere = state === null || line.states === null || line.states.includes(state)
  const shut = outside(line, calendar.zone)
  const { bufferBeforeMinutes: beforeMinutes, bufferAfterMinutes: afterMinutes } = line
  return {
    ...calendar,
    ...(line.takes !== 'call' && { room: { beforeMinutes, afterMinutes, mostPerDay: 0 } }),
    holders: calendar.holders
      .filter(({ holderId }) => isThere && (those === null || those.includes(holderId)))
      .map((holder) => ({ ...holder, closures: [...holder.closures, ...shut] })),
  }
}

/** The states of these in which the public may book the free call by itself; none where its line is for staff. */
export const statesForPublic = async (ctx: Ctx, tx: Tx, states: readonly string[]): Promise<string[]> => {
  const line = await lineNow(ctx, tx, 'free-call')
  if (line?.bookedBy !== 'public') return []
  return states.filter((state) => line.states === null || line.states.includes(state))
}

type ForChair = {
  /** The line that was chosen; left out, the first under which the protocol is ordered. */
  lineId?: string | undefined
  protocolId: string
  /** What the order by itself needs the chair for. */
  neededMinutes: number
  /** Whether its way to be given is that of a line without a protocol. */
  isFluid: boolean
}

export type LineOfVisit = { line: ServiceLine | null; minutes: number }

/**
 * Under which line a visit is ordered, and how long it takes its chair. Refused where the chosen line does not hold the protocol, is no more,
 * or is too short for the order; a protocol of no line at all has none.
 */
export const lineForVisit = async (
  ctx: Ctx,
  tx: Tx,
  { lineId, protocolId, neededMinutes, isFluid }: ForChair,
): Promise<LineOfVisit> => {
  const today = await todayHere(ctx, tx)
  const chairs = (await linesOn(ctx, tx, today)).filter(({ takes }) => takes === 'infusion')
  const fits = ({ protocolIds }: ServiceLine) => protocolIds.includes(protocolId) || (isFluid && protocolIds.length === 0)
  const open = chairs.filter((line) => !line.isRetired && isOpenOn({ ...line, from: null }, today))
  const line =
    lineId === undefined ? open.find(({ protocolIds }) => protocolIds.includes(protocolId)) : open.find(({ id }) => id === lineId)
  if (!line) {
    if (lineId === undefined && !chairs.some(({ protocolIds }) => protocolIds.includes(protocolId)))
      return { line: null, minutes: neededMinutes }
    throw new Problem('not-valid', {}, [
      { field: 'lineId', code: 'line-in-force', ...(lineId !== undefined && { value: lineId }) },
    ])
  }
  if (!fits(line)) throw new Problem('not-valid', {}, [{ field: 'lineId', code: 'line-of-protocol', value: line.id }])
  const { minutes } = line
  if (minutes !== null && minutes < neededMinutes)
    throw new Problem('not-valid', {}, [
      { field: 'lineId', code: 'line-too-short', params: { minutes, needed: neededMinutes }, value: line.id },
    ])
  return { line, minutes: minutes ?? neededMinutes }
}
