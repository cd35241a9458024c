import type { Gives } from '../visit/visit-states.ts'
import type { Said } from '../words/said.ts'

/** A dose that grows with weight (per kg) or does not. */
export type DoseUnit = 'mg/kg' | 'mg/kg/h' | 'mg' | 'mg/h'

/** What a dosing protocol says; amounts are decimal strings. */
export type DoseProtocol = {
  /** The drug of the order and how it is given, by their definitions. */
  gives: Gives
  indication: 'pain' | 'depression'
  dose: { amount: string; unit: DoseUnit }
  minutes: number
  cap: { amount: string; unit: 'mg' | 'mg/h'; source: string } | null
  infusate: { infusateMg: string; finalMl: string } | { infusateMg: 'the dose'; finalMl: string }
  /** The protocol gives sessions on successive days, so a gap under 24 h is meant. */
  isDaily: boolean
}

/** mg in the bag and its final volume in mL: what the pump runs. Not the vial strength. */
export type Infusate = { infusateMg: string; finalMl: string }

export type WeightBasis = 'actual' | 'ideal' | 'adjusted'

export type DoseRequest = {
  protocol: DoseProtocol
  /** Measured in this clinic; null days means the date is not known. */
  weight: { kg: string; basis: WeightBasis; measuredDaysAgo: number | null; lastKg?: string | null }
  body: { heightCm: string | null; sex: 'female' | 'male' | null }
  /** mg/mL printed on the vial. */
  vialMgPerMl: string | null
  infusate: Infusate | null
  /** The dose somebody typed, to be held against ours; null when nobody typed one. */
  enteredDoseMg: string | null
  isFirstDose: boolean
  isInCourse: boolean
  /** Null means not known. Not asked on a first dose. */
  hoursSinceLastDose: number | null
  /** Infusions in twelve months under any plan, those of this course with them; not asked where the person is not known. */
  infusionsInYear?: number
  sedation: { intended: 'minimal' | 'moderate'; hasModerateEquipment: boolean }
}

/** A value as it will be used; what it was before rounding stands beside it when the two differ. */
export type Rounded = { value: string; unit: string; unrounded: string | null }

/** One line of the sum as the screen shows it. */
export type DoseLine = { id: string; label: string; sum: string; result: Rounded; note: string | null }

export type DoseCheck = {
  id: string
  kind: 'hard' | 'soft'
  pass: boolean
  /** What it found, met or not. */
  found: Said
  source: string
  basis: 'source' | 'proposed'
}

/** A dose worked out, with every check named. Volumes are null where a strength or a final volume is missing. */
export type DoseSum = {
  weightKg: string
  weightBasis: WeightBasis
  doseMg: Rounded
  isCapped: boolean
  minutes: number
  rateMgPerHour: Rounded
  vialMgPerMl: string | null
  syringeMl: Rounded | null
  infusate: Infusate | null
  infusateMgPerMl: Rounded | null
  rateMlPerHour: Rounded | null
  /** Volume to be infused: where the pump stops. */
  vtbiMl: Rounded | null
  /** mg still in the bag when the volume to be infused has run. */
  leftMg: string | null
  lines: readonly DoseLine[]
  hard: readonly DoseCheck[]
  soft: readonly DoseCheck[]
}
