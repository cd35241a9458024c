import type { AlertLevel, ChartedSign, Reading, SessionState } from '@dripline/clinical'
import { addressOf, api } from './client.ts'
import { useLoad } from './load.ts'
import { usePost } from './route.ts'
import type { DueItem } from './session.ts'

export type RoomVisit = {
  sessionId: string
  state: SessionState
  stateSince: string | null
  isSentBack: boolean
  startedAt: string | null
  stoppedAt: string | null
  endsAt: string | null
  rateMlPerHour: string | null
  latest: Record<ChartedSign, Reading | null>
  due: DueItem[]
  /** How far the last charted signs are past the policy. */
  level: AlertLevel | null
  policy: string | null
  answered: { text: string; at: string } | null
  /** Marks that nobody has answered by name. */
  unanswered: number
  /** Who is responsible for the chair, by their own act. */
  nurse: string | null
  /** To whom it is offered and who has not taken it yet. */
  offeredTo: string | null
  /** When the pump gave, from the log; `to` is null while it runs. */
  given: { from: string; to: string | null }[]
}

export type RoomRow = {
  appointmentId: string
  personId: string
  chairId: string | null
  name: string
  start: string
  end: string
  indication: 'pain' | 'depression'
  number: number
  of: number
  minutes: number
  visit: RoomVisit | null
}

export type Room = { now: string; zone: string; chairs: { id: string; name: string }[]; rows: RoomRow[] }

/** The room, live; what falls due by time alone is asked for every five seconds. */
export const useRoom = () => useLoad<Room>(addressOf(api.session.room), { live: ['any'], everyMs: 5000 })

/** The room as it was on a day (YYYY-MM-DD). */
export const useRoomDay = (day: string) => useLoad<Room>(`/api/session/room?day=${day}`)

export const useArrive = (onDone: (sessionId: string) => void) =>
  usePost(api.session.arrivals, {}, { onDone: ({ sessionId }) => onDone(sessionId) })
