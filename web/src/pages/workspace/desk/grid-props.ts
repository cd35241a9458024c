import type { Desk, DeskAppointment, DeskTime } from '../../../data/desk.ts'

/** What a day and a week of the desk are drawn from, and what is done in them. */
export type GridProps = {
  desk: Desk
  chosen: DeskAppointment | null
  dragged: DeskAppointment | null
  held: (DeskTime & { name: string }) | null
  onChoose: (appointmentId: string) => void
  onDrag: (appointmentId: string | null) => void
  /** Somebody let go of the dragged appointment, or pressed a free time. */
  onPlace: (time: { placeId: string; start: string }) => void
}
