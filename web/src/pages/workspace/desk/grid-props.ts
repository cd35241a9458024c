import type { KeyboardEvent } from 'react'
import type { Desk, DeskAppointment, DeskTime } from '../../../data/desk.ts'

/** What a day and a week of the desk are drawn from, and what is done in them. */
export type GridProps = {
  desk: Desk
  chosen: DeskAppointment | null
  dragged: DeskAppointment | null
  /** Where the chosen one is about to stand, and what to call that. */
  held: (DeskTime & { name: string; how: 'held' | 'carried' }) | null
  onChoose: (appointmentId: string) => void
  onDrag: (appointmentId: string | null) => void
  /** A key on an appointment: it is picked up, carried, set down or put back. */
  onKey: (event: KeyboardEvent, appointment: DeskAppointment) => void
  onLeave: () => void
  /** Somebody let go of the dragged appointment, or pressed a free time. */
  onPlace: (time: { placeId: string; start: string }) => void
}
