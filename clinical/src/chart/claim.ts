import { Temporal } from 'temporal-polyfill'
import type { Basis } from '../basis.ts'

/** In what an estimate is given: of 100 people, points of a scale of 10 or of 100, so many times as often, days, or people. */
export type EstimateUnit = 'of 100' | 'points of 10' | 'points of 100' | 'times' | 'days' | 'people'

/** One side of a result: its value, with its interval or with what its source gives as plus or minus. */
export type Measured = {
  value: number
  /** The interval its source gives, usually of 95 %. */
  range?: readonly [least: number, most: number]
  /** One standard error, where the source gives that and no interval. */
  give?: number
}

/** One result of one study, in figures. */
export type Estimate = Measured & {
  what: string
  unit: EstimateUnit
  /** What the other group had, in the same unit. */
  against?: Measured & { what: string }
}

/** How a finding came about: it says how much weight it can bear. */
export const designs = [
  'controlled trial',
  'pooled trials',
  'open trial',
  'pooled before and after',
  'clinic records',
  'small series',
  'laboratory',
  'model estimate',
  'illustration',
  'official status',
] as const
export type Design = (typeof designs)[number]

/** How sure one can be that another study would find the same; `not graded` where nobody has said so. */
export const certainties = ['high', 'moderate', 'low', 'very low', 'not graded'] as const
export type Certainty = (typeof certainties)[number]

/** What a claim speaks of, in the order in which they are listed. */
export const claimSubjects = ['pain', 'depression', 'harm', 'how it works', 'status'] as const
export type ClaimSubject = (typeof claimSubjects)[number]

/** A statement that may be made in public, with all that must stand beside it. */
export type Claim = {
  id: string
  title: string
  about: ClaimSubject
  /** The statement in our own words, as it may be shown. */
  text: string
  /** The figures that other texts may use, by name, each in words: "67 of 100". Nobody types them again. */
  figures: Readonly<Record<string, string>>
  source: string
  basis: Basis
  population: string
  design: Design
  comparator: string
  time: string
  people: number | null
  estimates: readonly Estimate[]
  certainty: Certainty
  /** Claims that must be shown in the same breath. */
  besides: readonly string[]
  /** How sure we are of the figures: seen in the source, or known from memory and still to be looked up. */
  confidence: 'seen' | 'recalled' | 'seen in part'
  /** A clinician says it on the call, and the call keeps that it was said. */
  isSaidOnCall: boolean
  /** Who held it against its source. A clinic’s own prescriber approves it besides: see clinical defaults. */
  reviewer: string
  reviewedOn: string
  /** From this day on it must not be shown until somebody reviews it. */
  expiresOn: string
  examples: readonly (readonly [day: string, mayBeShown: boolean])[]
}

export const defineClaim = (claim: Claim): Claim => claim

/** Whether a claim is in date on a day (ISO date). */
export const isInDate = ({ reviewedOn, expiresOn }: Pick<Claim, 'reviewedOn' | 'expiresOn'>, day: string): boolean =>
  Temporal.PlainDate.compare(day, reviewedOn) >= 0 && Temporal.PlainDate.compare(day, expiresOn) < 0
