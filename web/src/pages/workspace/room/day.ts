import type { RoomDay } from '../../../charts/room-timeline.tsx'
import type { Room } from '../../../data/room.ts'

const hourMs = 3_600_000

/** The stretch of the clinic's day that the room's axis shows: from the first visit to the last, in whole hours, now within it. */
export function dayOf({ now, zone, rows }: Room): RoomDay {
  const at = Date.parse(now)
  const starts = rows.map(({ start }) => Date.parse(start))
  const ends = rows.flatMap(({ end, visit }) => [Date.parse(end), ...(visit?.endsAt ? [Date.parse(visit.endsAt) + hourMs] : [])])
  const from = Math.floor(Math.min(at, ...starts) / hourMs) * hourMs
  const to = Math.ceil(Math.max(at + 2 * hourMs, ...ends) / hourMs) * hourMs + hourMs
  return { from, to, now, zone }
}

export type ChairOfRoom = { id: string; name: string; rows: Room['rows'] }

/** Every open chair in its place with the visits of today, the one that is going on or comes next first in time. */
export const chairsOf = ({ chairs, rows }: Room): ChairOfRoom[] =>
  chairs.map(({ id, name }) => ({
    id,
    name,
    rows: rows.filter(({ chairId }) => chairId === id).sort((a, b) => a.start.localeCompare(b.start)),
  }))
