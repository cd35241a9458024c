import type { Basis } from '../basis.ts'
import type { Said } from '../visit/fields.ts'
import type { Gives } from '../visit/visit-states.ts'
import { workOutDose } from './dose.ts'
import type { DoseProtocol, DoseSum } from './dose-words.ts'

/** A limit of the dose as it is shown; `hard` stands in the way, `soft` is acknowledged by name. Amounts are decimal strings. */
export type DoseLimit = {
  kind: 'hard' | 'soft'
  what: string
  least?: string
  most?: string
  unit: string
  source: string
}

/** When the next session may be; in words for people and in hours for the planner. */
export type Spacing = {
  leastHours: number
  /** Which days: successive weekdays, or so many in a week. */
  days: 'weekdays' | { perWeek: { least: number; most: number } }
  text: string
  source: string
}

/** How often vital signs are charted, in minutes; counted from the start, and again from each rate change. */
export type CheckTimes = {
  afterStart: readonly number[]
  afterRateChange: readonly number[]
  thenEvery: number
  recoveryEvery: number
  source: string
}

/** What every protocol says, whatever it gives: its visits, their spacing, their chair. */
export type ProtocolHead = {
  id: string
  title: string
  source: string
  basis: Basis
  gives: Gives
  /** Minutes that one dose lasts. */
  minutes: number
  sessions: number
  spacing: Spacing
  checks: CheckTimes
  /** The least stay after the infusion, in minutes, until the discharge gates pass. */
  recovery: { leastMinutes: number; source: string }
  /** Minutes of chair and nurse before and after: preparing, and making ready for the next person. */
  block: { prepareMinutes: number; turnoverMinutes: number; source: string }
  stopRule: { text: string; source: string }
}

/** A protocol of an infusion by pump. */
export type Protocol = ProtocolHead &
  DoseProtocol & {
    limits: readonly DoseLimit[]
    /** Hand calculations: weight in kg to mg a session and mg/h. */
    examples: readonly { weightKg: string; doseMg: string; rateMgPerHour: string }[]
  }

/** A protocol whose order has no form of its own: what its fields usually say. */
export type OwnProtocol = ProtocolHead & { usual: Said; indication?: undefined }
export type AnyProtocol = Protocol | OwnProtocol

/** Whether it is given by a pump, at a dose that is worked out. */
export const isPumped = (protocol: AnyProtocol): protocol is Protocol => 'dose' in protocol

/** A named plan of visits that give something by an administration with its own fields. */
export const defineOwnProtocol = (protocol: OwnProtocol): OwnProtocol => protocol

/** A named dosing plan with its limits. All amounts are decimal strings; times are minutes. */
export const defineProtocol = (protocol: Protocol): Protocol => protocol

/** What a protocol gives a person of that weight in kg, by the arithmetic of every order: what its examples are held against. */
export const givesAt = (protocol: DoseProtocol, weightKg: string): DoseSum =>
  workOutDose({
    protocol,
    weight: { kg: weightKg, basis: 'actual', measuredDaysAgo: 0 },
    body: { heightCm: null, sex: null },
    vialMgPerMl: null,
    infusate: null,
    enteredDoseMg: null,
    isFirstDose: true,
    isInCourse: false,
    hoursSinceLastDose: null,
    sedation: { intended: 'minimal', hasModerateEquipment: false },
  })

/** Minutes one visit keeps a chair: preparing, the infusion, recovery, turnover. */
export const visitMinutes = ({ block, minutes, recovery }: Pick<ProtocolHead, 'block' | 'minutes' | 'recovery'>): number =>
  block.prepareMinutes + minutes + recovery.leastMinutes + block.turnoverMinutes
