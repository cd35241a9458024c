/** What has happened to one person, as a bystander with a notebook and a clock would have it. It knows nothing of the rules. */
export type World = {
  /** Milliseconds. */
  now: number
  indication: 'pain' | 'depression'
  pressures: { systolic: number | null; diastolic: number | null; at: number }[]
  pulse: Noted[]
  spo2: Noted[]
  sedation: Noted[]
  dissociation: Noted[]
  distress: Noted[]
  resp: Noted[]
  checkIn: { at: number; systolic: number; diastolic: number; hasEscort: boolean; areTwo: boolean } | null
  weights: { kg: number; at: number }[]
  /** Answers of the chart, newest last. */
  answers: Record<string, { value: string | number; at: number }[]>
  consent: { at: number; isWithdrawn: boolean } | null
  order: WorldOrder
  isSentBack: boolean
  /** Nobody has checked the person in since the order was sent back. */
  needsCheckIn: boolean
  isCourseClosed: boolean
  isAccepted: boolean
  vials: { drug: string; mgPerMl: number; leftMl: number }[]
  drawn: { mg: number; ml: number; finalMl: number; rate: number; people: string[] } | null
  /** What people read for the second check of the present order, newest last. */
  readings: { by: string; at: number; vial: number; ml: number; rate: number; mg: number }[]
  wasteReadings: { by: string; ml: number }[]
  /** How many readings there were when both were asked again, or when the dose was renewed. */
  askedAgainAt: number
  /** When the pump's total was last read from its display. */
  pumpReadAt: number | null
  /** When the pump last came to stand. */
  stoodStillAt: number | null
  isRecovering: boolean
  started: { at: number } | null
  rate: number | null
  isPaused: boolean
  stopped: { at: number } | null
  discharged: number | null
  over: boolean
  given: { planId: string; startedAt: number; endedAt: number | null }[]
  openElsewhere: boolean
  unanswered: { at: number; id: number }[]
  seen: { what: 'walks' | 'instructions' | 'escort' | 'mood'; isMet: boolean; at: number }[]
  effects: 'not asked' | 'none' | 'some'
  recovery: Record<string, { total: number; at: number }>
  overridden: string[]
  /** The newest line for midazolam that a prescriber signed, for which order, and how often it was used. */
  line: { order: number; times: number; used: number } | null
  /** Allergies that were told beside "none known". */
  allergies: string[]
  /** When midazolam was given, however. */
  doses: number[]
  doseReadings: DoseNoted[]
  emergencies: { isVialNamed: boolean; isSigned: boolean }[]
  emergencyReadings: DoseNoted[]
  drawnMg: number
  givenMg: number
  wastedMg: number
}

/** What one person read of a controlled dose. */
export type DoseNoted = { by: string; at: number; vial: number; ml: number }

export type Noted = { value: number; at: number }

export type WorldOrder = {
  number: number
  from: number
  until: number
  weightKg: number
  mg: number
  ml: number
  finalMl: number
  rate: number
  drug: string
  mgPerMl: number
  leastHours: number
  acknowledged: boolean
}

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Whether the pump's total was read after it last ran. */
export const isPumpRead = ({ rate, pumpReadAt, stoodStillAt }: World) =>
  rate === 0 && pumpReadAt !== null && stoodStillAt !== null && pumpReadAt >= stoodStillAt

/** Puts a reading into the notebook; whoever says the very same again has read it now. */
export const noteReading = <T extends { by: string; at: number }>(list: T[], reading: T): void => {
  const said = (each: T) => JSON.stringify({ ...each, at: 0 })
  const before = list.at(-1)
  if (before && said(before) === said(reading)) list.pop()
  list.push(reading)
}

export const last = <T>(list: readonly T[]): T | undefined => list.at(-1)
