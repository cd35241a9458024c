/** The free call, in minutes; how soon and how far ahead it can be had. */
export const callRules = { minutes: 15, leadMinutes: 60, horizonDays: 14 } as const

/** Infusion visits start on the quarter hour and are planned up to half a year ahead. */
export const visitRules = { stepMinutes: 15, horizonDays: 183 } as const

export type AppointmentState = 'booked' | 'cancelled' | 'done' | 'missed'

export type Appointment = {
  readonly id: string
  readonly kind: 'call' | 'infusion'
  readonly personId: string
  readonly clinicianId: string | null
  readonly chairId: string | null
  readonly start: Date
  readonly end: Date
  readonly state: AppointmentState
  /** The zone of the person who comes: their messages and calendar name times in it. */
  readonly zone: string
  /** Rises with every change, so that a calendar knows which of two files is the newer one. */
  readonly sequence: number
}

/** Whether the person may still move or call off an appointment: it is booked and has not begun. */
export const isChangeable = ({ state, start }: Pick<Appointment, 'state' | 'start'>, now: Date) =>
  state === 'booked' && start > now

const MINUTE_MS = 60_000

/** The instant so many minutes later. */
export const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * MINUTE_MS)
