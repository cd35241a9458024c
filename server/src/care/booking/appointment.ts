export type AppointmentKind = 'call' | 'evaluation' | 'infusion'
/** Where an evaluation is held. */
export type EvaluationPlace = 'clinic' | 'phone'
export type AppointmentState = 'booked' | 'cancelled' | 'done' | 'missed'

export type Appointment = {
  readonly id: string
  readonly kind: AppointmentKind
  /** Of an evaluation; the other kinds have no choice. */
  readonly place: EvaluationPlace | null
  /** The service line it was booked under; null where its kind says it, and in visits from before lines were. */
  readonly lineId: string | null
  readonly personId: string
  /** Whose time it takes: the record that stands after every merge. */
  readonly whose: string
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
