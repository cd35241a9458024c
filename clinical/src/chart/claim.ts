import { Temporal } from 'temporal-polyfill'
import type { Basis } from '../basis.ts'

/** One result of one study, in figures. Percentages and counts as numbers; `interval` is what its source gives. */
export type Estimate = {
  what: string
  value: string
  interval: string | null
  comparator: string | null
}

/** A statement that may be made in public, with all that must stand beside it. */
export type Claim = {
  id: string
  title: string
  /** The statement in our own words, as it may be shown. */
  text: string
  source: string
  basis: Basis
  population: string
  design: string
  comparator: string
  time: string
  people: number | null
  estimates: readonly Estimate[]
  /** Claims that must be shown in the same breath. */
  besides: readonly string[]
  /** How sure we are of the figures. */
  confidence: 'seen' | 'recalled' | 'seen in part'
  reviewedOn: string
  /** From this day on it must not be shown until somebody reviews it. */
  expiresOn: string
  examples: readonly (readonly [day: string, mayBeShown: boolean])[]
}

export const defineClaim = (claim: Claim): Claim => claim

/** Whether a claim is in date on a day (ISO date). */
export const isInDate = ({ reviewedOn, expiresOn }: Pick<Claim, 'reviewedOn' | 'expiresOn'>, day: string): boolean =>
  Temporal.PlainDate.compare(day, reviewedOn) >= 0 && Temporal.PlainDate.compare(day, expiresOn) < 0
