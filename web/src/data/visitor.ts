import type { DayOfSlots } from '@dripline/clinical'
import { ownZone, publicFault, type Reader, refusalWords } from '@dripline/clinical/words'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { ProblemError } from './api.ts'
import type { HandedForm, Held } from './form-hold.ts'
import { usePageData } from './page-data.ts'
import { useReader } from './reader.ts'

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
  form: HandedForm
  /** What this form holds already. */
  held: Held | null
  refused?: Refused
  sent?: Sent
}

export type AppointmentKind = 'call' | 'evaluation' | 'infusion'

export type AppointmentData = {
  appointment: {
    kind: AppointmentKind
    place: 'clinic' | 'phone' | null
    start: string
    end: string
    state: 'booked' | 'cancelled' | 'done' | 'missed'
    zone: string
    phone: string
  }
  canChange: boolean
  wantsMove: boolean
  wantsCancel: boolean
  day: string | null
  days: readonly DayOfSlots[]
  idempotencyKey: string
  refused?: Refused
}

/** A page that comes back out of the browser's memory is asked for again: its times are of then, and its form was sent. */
export function useFreshOnReturn() {
  useEffect(() => {
    const look = (event: PageTransitionEvent) => event.persisted && window.location.reload()
    window.addEventListener('pageshow', look)
    return () => window.removeEventListener('pageshow', look)
  }, [])
}

/** Why the form that was sent came back, as the form's own parts show it. */
export function useRefusal(): ProblemError | null {
  const { refused } = usePageData<{ refused?: Refused }>()
  return useMemo(() => (refused ? new ProblemError(refused.status, refused) : null), [refused])
}

/** A refusal in the words of whoever reads the page. */
export const worded = (to: Reader, { status, code, about, faults, fresh }: ProblemError): ProblemError =>
  new ProblemError(status, {
    code,
    about,
    fresh,
    faults: faults.map((fault) => ({ ...fault, code: 'as-written', params: { text: publicFault(to, fault) } })),
    detail: refusalWords(to, code),
  })

/** Why the form that was sent came back, in the words of a caller or a patient. */
export function useSaidRefusal(): ProblemError | null {
  const to = useReader()
  const refusal = useRefusal()
  return useMemo(() => refusal && worded(to, refusal), [to, refusal])
}

const never = () => () => {}

/** The visitor's own zone, known once the page's script runs; null before, and where there is none. */
export const useVisitorZone = (): string | null => useSyncExternalStore(never, ownZone, () => null)
