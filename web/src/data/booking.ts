import type { DayOfSlots } from '@dripline/clinical'
import { useMemo, useSyncExternalStore } from 'react'
import { ProblemError } from './api.ts'
import { useLoad } from './load.ts'
import { usePageData } from './page-data.ts'
import { useSend } from './send.ts'

export type Sent = Partial<Record<'state' | 'start' | 'zone' | 'name' | 'phone' | 'email' | 'day', string>>
type Refused = ConstructorParameters<typeof ProblemError>[1] & { status: number }

export type BookingData = {
  isSetUp: boolean
  minutes: number
  /** Where somebody may take a call. */
  states: readonly { code: string; name: string }[]
  state: string | null
  isServed: boolean
  zone: string
  day: string | null
  days: readonly DayOfSlots[]
  idempotencyKey: string
  refused?: Refused
  sent?: Sent
}

export type AppointmentData = {
  appointment: { start: string; end: string; state: 'booked' | 'cancelled' | 'done' | 'missed'; zone: string; phone: string }
  canChange: boolean
  wantsMove: boolean
  wantsCancel: boolean
  day: string | null
  days: readonly DayOfSlots[]
  idempotencyKey: string
  refused?: Refused
}

/** Why the form that was sent came back, as the form's own parts show it. */
export function useRefusal(): ProblemError | null {
  const { refused } = usePageData<{ refused?: Refused }>()
  return useMemo(() => (refused ? new ProblemError(refused.status, refused) : null), [refused])
}

const never = () => () => {}

/** The visitor's own zone, known once the page's script runs; null before, and where there is none. */
export const useVisitorZone = (): string | null =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  )

export type Answered = {
  answer: string
  at: string
  by: string | null
  before: readonly { answer: string; at: string; by: string | null }[]
}
type Standing = 'booked' | 'done' | 'missed' | 'cancelled'

export type ListedCall = {
  appointmentId: string
  personId: string
  name: string
  phone: string
  state: string
  clinician: string | null
  start: string
  end: string
  standing: Standing
  startedAt: string | null
  outcome: string | null
  nextStep: string | null
}

export type CallDetail = Omit<ListedCall, 'clinician' | 'outcome' | 'nextStep'> & {
  email: string
  zone: string
  answers: Readonly<Record<string, Answered>>
  outcome: { outcome: string; nextStep: string; decidedAt: string } | null
  crisisLines: readonly { label: string; number: string }[]
}

const news = ['book-call', 'move-appointment', 'cancel-appointment', 'start-call', 'end-call', 'miss-call', 'enter-answer']
const calls = '/api/booking/calls'

/** The calls of a day, today's when none is named. */
export const useCalls = (day?: string) =>
  useLoad<{ day: string; zone: string; calls: readonly ListedCall[] }>(day ? `${calls}?day=${day}` : calls, { live: news })

export const useCall = (appointmentId: string) => useLoad<CallDetail>(`${calls}/${appointmentId}`, { live: news })

export const useStartCall = (appointmentId: string) =>
  useSend<Record<string, never>>('POST', `${calls}/${appointmentId}/start`, { refreshes: [calls] })

export const useEnterAnswer = (appointmentId: string) =>
  useSend<{ question: string; answer: string }>('POST', `${calls}/${appointmentId}/entries`, {
    refreshes: [`${calls}/${appointmentId}`],
  })

export const useEndCall = (appointmentId: string) =>
  useSend<{ outcome: string; nextStep: string }>('POST', `${calls}/${appointmentId}/outcome`, { refreshes: [calls] })

export const useMissCall = () =>
  useSend<{ appointmentId: string }>('POST', ({ appointmentId }) => `${calls}/${appointmentId}/missed`, { refreshes: [calls] })
