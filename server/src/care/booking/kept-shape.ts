import type { DayOfSlots, Room, Slot, Starts } from '@dripline/clinical'
import type { FormHold } from './form-hold-store.ts'

export type TimesText = {
  readonly days: readonly DayOfSlots[]
  readonly text: string
  readonly fromMs: number
  readonly untilMs: number
}

/** What the public sees of a clinic's times, made once and kept until something changes. */
export type KeptTimes = {
  /** A mark of the hours, states and policies it was made from. */
  readonly facts: string
  readonly isSetUp: boolean
  readonly zone: string
  readonly minutes: number
  readonly room: Room
  readonly served: readonly string[]
  readonly tables: ReadonlyMap<string, Starts>
  readonly nobody: Starts
  /** How many bookings each clinician has ahead: who has the fewest is asked first. */
  readonly load: Map<string, number>
  readonly texts: Map<string, TimesText>
  /** The free times next to one that was asked for in vain: a thousand who want the same are told the same. */
  readonly near: Map<string, { readonly slots: Slot[]; readonly untilMs: number }>
  /** With what visitors' forms hold laid over it, for as long as the same is held. */
  readonly over: { of: readonly FormHold[] | null; untilMs: number; times: KeptTimes | null }
  readonly fromMs: number
  readonly untilMs: number
}
