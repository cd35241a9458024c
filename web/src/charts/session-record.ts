import { usualPolicies } from '@dripline/clinical'
import type { Instant } from './instant.ts'

/** When a value was true, and when it was written down if that was later. */
export type Charted = { at: Instant; enteredAt?: Instant }

export type Pressure = Charted & { systolic: number; diastolic: number; isPastPolicy?: boolean }
export type Reading = Charted & { value: number }
export type Gap = { from: Instant; to: Instant; reason: string }
export type DrugGiven = { at: Instant; name: string; dose: string }
export type RateStep = { from: Instant; to: Instant | null; rateMgPerHour: number }
export type PolicyLine = { panel: 'pressure' | 'saturation'; value: number; words: string; side: 'above' | 'below' }

export type ScoreRow = {
  label: string
  /** Which ink deepens with the figure: a burden, or what we hope to ease. */
  tone: 'burden' | 'pain' | 'plain'
  /** Carries its sign, as sedation scales do. */
  isSigned?: boolean
  values: readonly Reading[]
}

/** Everything one infusion visit has on its record, ready to be drawn. */
export type SessionRecord = {
  from: Instant
  to: Instant
  now?: Instant | null
  zone: string
  drugs?: readonly DrugGiven[]
  pressures: readonly Pressure[]
  pulses: readonly Reading[]
  saturations: readonly Reading[]
  /** A monitor’s stream is a line; what somebody typed is a spot each, and nothing is drawn between. */
  saturationsBy?: 'monitor' | 'hand'
  gaps?: readonly Gap[]
  rates: readonly RateStep[]
  /** The order as it is now shifted, drawn dashed after the present. */
  ordered?: readonly RateStep[]
  orderedWords?: string
  scores: readonly ScoreRow[]
  due?: { pressure?: readonly Instant[]; scores?: readonly { at: Instant; isLate?: boolean }[] }
  policies?: readonly PolicyLine[]
}

const lateAfterMs = usualPolicies.charting.lateEntryMinutes * 60_000

/** Written down more than five minutes after it was true. */
export const isLateEntry = ({ at, enteredAt }: Charted) =>
  enteredAt !== undefined && new Date(enteredAt).getTime() - new Date(at).getTime() > lateAfterMs
