import type { DayOfSlots } from '@dripline/clinical'
import type { AppointmentKind } from './booking.ts'
import { useLoad } from './load.ts'
import { useSend } from './send.ts'

export type DeskPlace = { id: string; kind: 'clinician' | 'chair'; name: string; note: string }
export type DeskTime = { placeId: string; start: string; end: string }

export type DeskAppointment = {
  appointmentId: string
  personId: string
  kind: AppointmentKind
  place: 'clinic' | 'phone' | null
  placeId: string | null
  name: string
  dateOfBirth: string | null
  /** As people here read it, and as a telephone dials it. */
  phone: string
  dial: string
  email: string
  lettersComeBack: boolean
  personState: string
  start: string
  end: string
  standing: 'booked' | 'done' | 'missed' | 'cancelled'
  changedAt: string
  /** Still to come, and nobody has arrived: it may be moved. */
  isToCome: boolean
  number: number | null
  of: number | null
  sessionId: string | null
  visitState: string | null
  callStartedAt: string | null
  outcome: string | null
}

export type DeskWaiting = {
  personId: string
  appointmentId: string
  name: string
  phone: string
  start: string
  why: 'missed' | 'letters come back' | 'nobody for it' | 'closed that day' | 'booked twice'
}

export type Desk = {
  now: string
  zone: string
  hours: Readonly<Record<string, readonly [string, string][]>>
  days: readonly { date: string; closed: string | null }[]
  places: readonly DeskPlace[]
  appointments: readonly DeskAppointment[]
  free: readonly DeskTime[]
  held: readonly (DeskTime & { appointmentId: string; heldUntil: string })[]
  waits: readonly DeskWaiting[]
}

const desk = '/api/session/desk'

/** The desk of so many local days from a date on (today when none is named), live. */
export const useDesk = (from: string | null, days: number) =>
  useLoad<Desk>(`${desk}?days=${days}${from ? `&from=${from}` : ''}`, { live: ['any'], everyMs: 60_000 })

export type Held = {
  start: string
  end: string
  clinicianId: string | null
  chairId: string | null
  heldUntil: string
  version: number
  letter: { to: string; subject: string; body: string } | null
}
type Place = { start: string; placeId?: string; words?: string }

const pathOf = ({ kind, appointmentId }: Pick<DeskAppointment, 'kind' | 'appointmentId'>) =>
  kind === 'infusion' ? `/api/session/visits/${appointmentId}` : `/api/booking/appointments/${appointmentId}`
const refreshes = [desk, '/api/booking/calls', '/api/session/room']

type Which = Pick<DeskAppointment, 'kind' | 'appointmentId'>

/** Holds a free time for five minutes and reads the letter that a move would send. */
export const useHold = (which: Which) => useSend<Place, Held>('POST', `${pathOf(which)}/hold`, { refreshes: [desk] })

export const useRelease = ({ appointmentId }: Which) =>
  useSend<Record<string, never>>('POST', `/api/booking/appointments/${appointmentId}/release`, { refreshes: [desk] })

export const useMove = (which: Which, onDone: () => void) =>
  useSend<Place>('POST', `${pathOf(which)}/move`, { refreshes, onDone })

export const useCancel = (which: Which, onDone: () => void) =>
  useSend<{ words?: string }>('POST', `${pathOf(which)}/cancel`, { refreshes, onDone })

export const useMissed = ({ kind, appointmentId }: Which) =>
  useSend<Record<string, never>>(
    'POST',
    kind === 'infusion' ? `/api/session/visits/${appointmentId}/missed` : `/api/booking/calls/${appointmentId}/missed`,
    { refreshes },
  )

export const useKept = ({ appointmentId }: Which) =>
  useSend<Record<string, never>>('POST', `/api/booking/appointments/${appointmentId}/kept`, { refreshes })

type Offer = { zone: string; minutes: number; days: readonly DayOfSlots[] }

/** The next free times of a call or an evaluation for somebody we know. */
export const useTimesFor = (personId: string, kind: 'call' | 'evaluation', place: 'clinic' | 'phone') =>
  useLoad<Offer>(`/api/booking/persons/${personId}/times?kind=${kind}&place=${place}`, { live: ['any'] })

type BookingSent = { kind: 'call' | 'evaluation'; place?: 'clinic' | 'phone'; start: string }
export type BookedFor = { id: string; personId: string; kind: 'call' | 'evaluation'; start: string; end: string }

export const useBookFor = (personId: string, onDone?: (booked: BookedFor) => void) =>
  useSend<BookingSent, BookedFor>('POST', `/api/booking/persons/${personId}/appointments`, {
    refreshes: [...refreshes, '/api/booking/persons'],
    ...(onDone && { onDone }),
  })
