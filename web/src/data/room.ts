import { type Api, api } from './client.ts'
import { type Read, usePost, useRoute } from './route.ts'

const room: Api['session']['room'] = api.session.room

export type Room = Read<typeof room>
export type RoomRow = Room['rows'][number]
export type RoomVisit = NonNullable<RoomRow['visit']>

/** The room, live; what falls due by time alone is asked for every five seconds. */
export const useRoom = (): Room => useRoute(room, { query: {} }, { live: ['any'], everyMs: 5000 })

/** The room as it was on a day (YYYY-MM-DD). */
export const useRoomDay = (day: string): Room => useRoute(room, { query: { day } })

export const useArrive = (onDone: (sessionId: string) => void) =>
  usePost(api.session.arrivals, {}, { onDone: ({ sessionId }) => onDone(sessionId) })
