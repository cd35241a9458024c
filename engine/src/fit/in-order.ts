import type { Regimen } from '../regimen.ts'
import type { Samples } from './objective.ts'
import { levelOf, type Observation } from './observation.ts'

/** A sample with its place among the observations as they were given. */
export type Placed = { place: number; observation: Observation }

/** Samples that can tell of a body, by time, and blanks: drawn before any drug was given, where every body says nothing. */
export type InOrder = { told: readonly Placed[]; blanks: readonly Placed[] }

const isBolus = ({ mg, minutes }: Regimen[number]) => mg > 0 && minutes === 0

/** Whether a bolus is given in the very minute of a sample, so that before it and after it are two concentrations. */
export const isTied = (regimen: Regimen, { time }: Observation) => regimen.some((dose) => isBolus(dose) && dose.from === time)

/** When drug was first given (min); Infinity when none was. */
export const firstDose = (regimen: Regimen) =>
  regimen.reduce((first, { mg, from }) => (mg > 0 ? Math.min(first, from) : first), Infinity)

const isBefore = ({ drawn }: Observation) => drawn === 'before'

/** Whether a sample was drawn before any drug was given, or in the minute in which an infusion begins. */
export function isBlank(regimen: Regimen, o: Observation): boolean {
  const first = firstDose(regimen)
  return o.time < first || (o.time === first && (isBefore(o) || !isTied(regimen, o)))
}

/** Samples by time, whatever order they were written in; those of one time are each a sample of their own. */
export function inOrder(regimen: Regimen, observations: readonly Observation[]): InOrder {
  const all = observations.map((observation, place) => ({ place, observation }))
  const rank = ({ observation }: Placed) => (isBefore(observation) ? 0 : 1)
  const sorted = all.sort((a, b) => a.observation.time - b.observation.time || rank(a) - rank(b))
  return {
    told: sorted.filter(({ observation }) => !isBlank(regimen, observation)),
    blanks: sorted.filter(({ observation }) => isBlank(regimen, observation)),
  }
}

/** When samples were drawn (min), and which of them before the bolus of their minute (1). */
export const drawnAt = (placed: readonly Placed[]) => ({
  times: Float64Array.from(placed, ({ observation }) => observation.time),
  before: Uint8Array.from(placed, ({ observation }) => (isBefore(observation) ? 1 : 0)),
})

/** The numbers of samples, and which of them only say "below this" (1). */
export const samplesOf = (placed: readonly Placed[]): Samples => ({
  values: Float64Array.from(placed, ({ observation }) => levelOf(observation)),
  below: Uint8Array.from(placed, ({ observation }) => ('below' in observation ? 1 : 0)),
})
