import type { GivenDose } from '../forecast/shape.ts'
import type { Source } from '../model.ts'
import { inDays } from '../units.ts'

/** A group of people and what they are given. Day 0 is the end of their last infusion; under placebo the days count, the drug does not. */
export type Arm = { name: string; n: number; placebo: boolean; doses: (weightKg: number) => readonly GivenDose[] }

/** What can be read off a trial, on days after the course. Responders are those below a share of their baseline; who is missing is none. */
export type Measure =
  | { kind: 'mean pain'; arm: string; from: number; to: number }
  | { kind: 'difference of means'; arm: string; against: string; from: number; to: number }
  | { kind: 'responders'; arm: string; fall: number; day: number }
  | { kind: 'ratio of areas'; arm: string; against: string; to: number }

/** What was seen: the value, how far it may be missed, and how we know it. */
export type Observation = {
  what: string
  measure: Measure
  value: number
  /** The engine’s expectation must lie here: a printed interval, or a tolerance set before. */
  low: number
  high: number
  unit: 'NRS' | 'share' | 'ratio'
  confidence: string
  /** Where the engine is known not to fit: why. */
  doesNotFit?: string
}

export type Trial = {
  id: string
  title: string
  source: Source
  condition: string
  /** Where the regimen here stands in for what was really given: how. */
  standsIn: string | 'as published'
  /** The chance each week that somebody is not heard of any more. */
  dropout: { perWeek: number; basis: 'source' | 'assumed' }
  arms: readonly Arm[]
  observed: readonly Observation[]
}

/** A published trial: what it is, who says so, what was given, what was seen. */
export const defineTrial = (trial: Trial): Trial => trial

/** An infusion of racemate (mg) over some minutes that ends on each of the days. */
export const racemate = (endDays: readonly number[], minutes: number, mg: number): GivenDose[] =>
  dosesOf('racemic-ketamine', endDays, minutes, mg)

/** The same of S-ketamine. */
export const sKetamine = (endDays: readonly number[], minutes: number, mg: number): GivenDose[] =>
  dosesOf('s-ketamine', endDays, minutes, mg)

const dosesOf = (drug: GivenDose['drug'], endDays: readonly number[], minutes: number, mg: number): GivenDose[] =>
  endDays.map((endDay) => ({ startDay: endDay - inDays(minutes), endDay, mg, drug }))
