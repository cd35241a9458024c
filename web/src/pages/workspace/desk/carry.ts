import type { Desk, DeskAppointment } from '../../../data/desk.ts'
import { dayAt, lengthOf, roomFor, startsIn } from './scale.ts'

export type Target = { placeId: string; start: string }

/** The four ways on a screen; in a day time runs down and places stand side by side, in a week it is the other way round. */
export type Way = 'earlier' | 'later' | 'before' | 'after'

export const wayOf = (key: string, isWeek: boolean): Way | null => {
  const ways: Readonly<Record<string, Way>> = isWeek
    ? { ArrowLeft: 'earlier', ArrowRight: 'later', ArrowUp: 'before', ArrowDown: 'after' }
    : { ArrowUp: 'earlier', ArrowDown: 'later', ArrowLeft: 'before', ArrowRight: 'after' }
  return ways[key] ?? null
}

/** Every free time, of these days, to which an appointment could be carried, in the order of the clock. */
export const timesFor = (
  desk: Pick<Desk, 'free' | 'places' | 'zone'>,
  appointment: DeskAppointment,
  days: readonly string[],
): Target[] =>
  roomFor(desk, appointment)
    .flatMap((free) => startsIn(free, lengthOf(appointment)).map((start) => ({ placeId: free.placeId, start })))
    .filter(
      ({ placeId, start }) =>
        days.includes(dayAt(start, desk.zone)) && !(placeId === appointment.placeId && start === appointment.start),
    )
    .toSorted((one, other) => one.start.localeCompare(other.start))

const far = (one: string, other: string) => Math.abs(Date.parse(one) - Date.parse(other))

/** The free time nearest to an instant; at this place first, where it has one. */
export const nearestTo = (
  times: readonly Target[],
  { placeId, start }: { placeId: string | null; start: string },
): Target | null => {
  const here = times.filter((each) => each.placeId === placeId)
  const among = here.length > 0 ? here : times
  return among.toSorted((one, other) => far(one.start, start) - far(other.start, start))[0] ?? null
}

/** Where a step this way leads from a free time; nowhere is where it stands. */
export const stepFrom = (times: readonly Target[], places: readonly { id: string }[], at: Target, way: Way): Target => {
  if (way === 'earlier' || way === 'later') {
    const here = times.filter(({ placeId }) => placeId === at.placeId)
    return here[here.findIndex(({ start }) => start === at.start) + (way === 'later' ? 1 : -1)] ?? at
  }
  const open = places.filter(({ id }) => times.some(({ placeId }) => placeId === id))
  const next = open[open.findIndex(({ id }) => id === at.placeId) + (way === 'after' ? 1 : -1)]
  return next ? (nearestTo(times, { placeId: next.id, start: at.start }) ?? at) : at
}
