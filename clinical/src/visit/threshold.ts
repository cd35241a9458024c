import { Temporal } from 'temporal-polyfill'
import type { Basis } from '../basis.ts'
import type { Said, Sentences } from '../words/said.ts'

/** Symptoms that staff can chart with one tap. */
export const symptoms = {
  'chest-pain': 'Chest pain',
  'neurological-deficit': 'New weakness, numbness or trouble speaking',
  'severe-headache': 'Sudden or severe headache',
  'visual-loss': 'Loss of sight',
  faintness: 'Faint or gray',
} as const
export type Symptom = keyof typeof symptoms

/** Everything that can be charted and marked. Amounts of drug are decimal strings. */
export type Signs = {
  systolic: number
  diastolic: number
  pulse: number
  newArrhythmia: boolean
  spo2: number
  /** Breaths a minute. */
  resp: number
  etco2: number
  etco2Waveform: 'present' | 'absent'
  /** RASS, +4 to −5. */
  sedation: number
  distress: number
  dissociation: number
  asksToStop: boolean
  canBeReassured: boolean
  nausea: number
  vomitedTimes: number
  aspirationConcern: boolean
  symptoms: readonly Symptom[]
  infiltration: 'none' | 'suspected' | 'confirmed'
  minutesSinceVitals: number
  vitalsEveryMinutes: number
  rateMgPerHour: string
  orderedMgPerHour: string
  capMgPerHour: string
  givenMg: string
  orderedMg: string
  /** The pump ran before anybody started it. */
  foundRunning: boolean
}
export type Sign = keyof Signs

/** What was charted at one instant (ISO). What is not there was not charted. */
export type Charted = { at: string } & Partial<Signs>

/** What was charted before, in any order, and the baseline of this visit. */
export type History = { before: readonly Charted[]; baseline: Partial<Signs> | null }

/** `advise`: look; `call`: call the prescriber; `stop`: pause or stop, and say so. From worst to mildest. */
export const alertLevels = ['stop', 'call', 'advise'] as const
export type AlertLevel = (typeof alertLevels)[number]

/** `pending`: the level it becomes if the next reading is the same. */
export type Judgement = { level: AlertLevel; reading: Said; pending?: AlertLevel }

type ExampleOf = {
  now: Partial<Signs>
  before?: readonly (readonly [minutesAgo: number, signs: Partial<Signs>])[]
  baseline?: Partial<Signs>
}

export type Threshold = {
  id: string
  title: string
  source: string
  basis: Basis
  unit: string
  reads: readonly Sign[]
  /** The clinic's written policy for each level, in our own words. */
  policy: Partial<Record<AlertLevel, string>>
  /** How what was read is said. */
  says: Sentences
  check(now: Charted, history: History): Judgement | null
  examples: readonly (readonly [example: ExampleOf, level: AlertLevel | null])[]
}

/** One watched sign. It marks charted values against the written policy; it is not an alarm and reads no live signal. */
export const defineThreshold = (threshold: Threshold): Threshold => threshold

/** Whether a sign has passed a test without a break for so many minutes up to now: a single reading never has. */
export function held(key: Sign, passes: (value: number) => boolean, minutes: number, now: Charted, { before }: History): boolean {
  const present = now[key]
  if (typeof present !== 'number' || !passes(present)) return false
  const earlier = before
    .map((set) => ({ value: set[key], minutesAgo: Temporal.Instant.from(set.at).until(now.at).total('minutes') }))
    .filter(({ value, minutesAgo }) => typeof value === 'number' && minutesAgo > 0)
    .sort((a, b) => a.minutesAgo - b.minutesAgo)
  const broken = earlier.findIndex(({ value }) => !passes(value as number))
  return (broken === -1 ? earlier : earlier.slice(0, broken)).some(({ minutesAgo }) => minutesAgo >= minutes)
}

/** Whether a value stands at least so many percent over its baseline; false without a baseline. */
export const risenBy = (percent: number, value: number, baseline: number | undefined): boolean =>
  baseline !== undefined && value * 100 >= baseline * (100 + percent)

export const hasSymptoms = ({ symptoms: charted }: Charted): boolean => charted !== undefined && charted.length > 0
