import type {
  CurveInputs,
  Due,
  EntrySent,
  EventBody,
  EventOf,
  Finding,
  GatedAct,
  GateReading,
  Mark,
  ReadField,
  SessionEvent,
  SessionState,
} from '@dripline/clinical'
import { useLoad } from './load.ts'
import { useSend } from './send.ts'

export type DueItem = Omit<Due, 'what'> & { what: Due['what'] | 'repeat' }
export type SeenMark = Mark & { eventId: string; answer: EventOf<'note'> | null }

/** The order in force, as the chair reads it; amounts are decimal text. */
export type VisitOrder = {
  id: string
  number: number
  of: number
  indication: 'pain' | 'depression'
  drugId: string
  weightKg: string
  doseMg: string
  rateMgPerHour: string
  minutes: number
  vialMgPerMl: string
  /** mL to draw up; null until two people have read it, or a prescriber was called. */
  drawUpMl: string | null
  infusateMg: string
  finalMl: string
  /** mL/h on the pump; hidden like the mL. */
  rateMlPerHour: string | null
  volumeMl: string
  validUntil: string
  signedBy: string
  signedAt: string
  inputs: CurveInputs
}

/** Everything of one visit; the screen folds `events` with the same rules as the server. */
export type Visit = {
  id: string
  personId: string
  planId: string
  orderId: string
  appointmentId: string
  chairId: string
  /** The server's clock when this was read. */
  now: string
  zone: string
  state: SessionState
  chair: string
  start: string | null
  person: { name: string; dateOfBirth: string | null; sex: 'female' | 'male' | null; allergies: string | null }
  order: VisitOrder
  events: SessionEvent[]
  names: Record<string, string>
  due: DueItem[]
  marks: SeenMark[]
  /** The gates of the act that this state leads to, as they stand; the other lists are empty. */
  gates: Record<GatedAct, GateReading[]>
  /** Entries taken back elsewhere that may belong here. */
  offers: { id: string; at: string; said: EventBody; by: string }[]
  /** How the two readings of syringe and pump stand; never what somebody else has read. */
  check: {
    kind: 'none' | 'one' | 'differ' | 'agree'
    isOpen: boolean
    off: ReadField[]
    readings: { id: string; by: string; at: string }[]
    slips: string[]
    openedAt: string | null
  }
  waste: { kind: 'none' | 'one' | 'differ' | 'agree'; readings: { by: string; at: string }[] }
  /** What somebody who reads on another's tablet puts their name to. */
  facts: Record<string, string>
}

const home = (sessionId: string) => `/api/session/${sessionId}`
const refreshes = ['/api/session']

/** One visit, live: a second tablet shows the same within a second. */
export const useVisit = (sessionId: string) => useLoad<Visit>(home(sessionId), { live: ['any'], everyMs: 5000 })

type Answer = { sessionId: string; eventIds: string[] }

/** A step of the visit: start, rate, pause, resume, stop, waste, discharge … */
export const useStep = <Body>(sessionId: string, step: string, onDone?: () => void) =>
  useSend<Body, Answer>('POST', `${home(sessionId)}/${step}`, { refreshes, ...(onDone && { onDone }) })

export type Entry = { entry: EntrySent; at?: string }

/** One entry in the log; what was typed is kept by its form until it is saved. */
export const useEntry = (sessionId: string, onDone?: () => void) =>
  useSend<Entry, Answer>('POST', `${home(sessionId)}/entries`, { refreshes, ...(onDone && { onDone }) })

export type Amendment = { eventId: string; reason: string; entry: EntrySent | null; at?: string }

/** Another wording beside an entry, with a reason; null strikes it. The old one stays readable. */
export const useAmend = (sessionId: string, onDone?: () => void) => {
  const { send, ...sending } = useSend<Amendment, Answer>(
    'POST',
    ({ eventId }) => `${home(sessionId)}/entries/${eventId}/amendment`,
    { refreshes, ...(onDone && { onDone }) },
  )
  return { ...sending, send }
}

/** Takes back an entry, or the whole visit, of the wrong person. */
export const useTakeBack = (sessionId: string, eventId: string | null, onDone: () => void) =>
  useSend<{ reason: string; chairId: string | null }, Answer>(
    'POST',
    eventId ? `${home(sessionId)}/entries/${eventId}/take-back` : `${home(sessionId)}/take-back`,
    { refreshes, onDone },
  )

/** Says whether an entry that was taken back elsewhere is this patient's. */
export const useAnswerOffer = (sessionId: string, offerId: string) =>
  useSend<{ isTheirs: boolean }, Answer>('POST', `${home(sessionId)}/offers/${offerId}`, { refreshes })

/** Who may take a chair, without the one who is signed in. */
export const useColleagues = () => useLoad<{ id: string; name: string }[]>(`${home('colleagues')}`)

export type CheckIn = {
  identifiers: [string, string]
  escort: { name: string; phone: string } | null
  weightKg: string
  vitals: { systolic: string; diastolic: string; pulse: string; spo2: string; resp: string }
  sedation: number | null
  bloodPressureRepeated?: 'yes' | 'no'
  pregnancy?: string
  pregnancyTest?: string
  acknowledged: string[]
}

export type CheckedIn = Answer & { cleared: boolean; why: string[]; findings: Finding[] }

export const useCheckIn = (sessionId: string, onDone: () => void) =>
  useSend<CheckIn, CheckedIn>('POST', `${home(sessionId)}/check-in`, { refreshes, onDone })

/** A vial of the safe, as it can be drawn from. */
export type SafeVial = {
  id: string
  number: string
  drugId: string
  lot: string
  mgPerMl: string
  volumeMl: string
  expiresOn: string
  ml: string
  isSealed: boolean
}

export const useVials = () => useLoad<SafeVial[]>('/api/substances/vials', { live: ['draw-up', 'receive-vials', 'empty-vial'] })
