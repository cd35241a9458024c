/** The free call, in minutes; how soon and how far ahead it can be had. */
export const callRules = { minutes: 15, leadMinutes: 60, horizonDays: 14 } as const

/**
 * An evaluation by a prescriber, in minutes by where it is held; how soon and how far ahead it can be had.
 * Drawn, not sourced: a first visit has a history, an examination and a talk about consent in it.
 */
export const evaluationRules = {
  minutes: { clinic: 45, phone: 45 },
  stepMinutes: 15,
  leadMinutes: 60,
  horizonDays: 60,
  basis: 'proposed',
} as const

/** Infusion visits start on the quarter hour and are planned up to half a year ahead. */
export const visitRules = { stepMinutes: 15, horizonDays: 183 } as const

export type AppointmentKind = 'call' | 'evaluation' | 'infusion'
/** Where an evaluation is held. */
export type EvaluationPlace = 'clinic' | 'phone'
/** What each kind is called in a sentence, and in a letter: never why somebody comes. */
export const kindWords = {
  call: { one: 'a call', letter: 'call', title: 'Call' },
  evaluation: { one: 'an evaluation', letter: 'appointment', title: 'Appointment' },
  infusion: { one: 'an infusion visit', letter: 'visit', title: 'Visit' },
} as const satisfies Record<AppointmentKind, { one: string; letter: string; title: string }>

export type AppointmentState = 'booked' | 'cancelled' | 'done' | 'missed'

export type Appointment = {
  readonly id: string
  readonly kind: AppointmentKind
  /** Of an evaluation; the other kinds have no choice. */
  readonly place: EvaluationPlace | null
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
