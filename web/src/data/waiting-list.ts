import type { PartOfDay, WaitingService } from '@dripline/clinical'
import type { ProblemError } from './api.ts'

type Refused = ConstructorParameters<typeof ProblemError>[1] & { status: number }

export type JoinField = 'state' | 'zone' | 'name' | 'phone' | 'email' | 'part' | 'noticeMinutes' | 'days'

/** The form by which a caller joins the waiting list. */
export type JoinData = {
  isSetUp: boolean
  states: readonly { code: string; name: string }[]
  state: string | null
  zone: string
  parts: readonly PartOfDay[]
  noticeHours: readonly number[]
  lookDays: readonly number[]
  idempotencyKey: string
  refused?: Refused
  sent?: Partial<Record<JoinField, string>> & { weekdays?: string | string[] }
}

/** Somebody's own place on the list. */
export type PlaceData = {
  isOn: boolean
  service: WaitingService
  weekdays: readonly number[]
  part: PartOfDay
  until: string
  zone: string
  idempotencyKey: string
}

/** A time that opened, for one of those it was offered to. */
export type OfferData = {
  standing: 'open' | 'taken' | 'gone' | 'declined' | 'ended'
  service: WaitingService
  start: string
  end: string
  until: string
  zone: string
  idempotencyKey: string
}
