import type { Fault } from '../fault.ts'
import type { Model } from '../model.ts'
import type { Regimen } from '../regimen.ts'
import type { FitWarning } from './input.ts'
import type { Observation, Site } from './observation.ts'

/** How long artery and arm vein stay apart after the pump has changed. */
export const arterioVenous = {
  minutes: 60,
  basis: 'inferred',
  source: {
    citation: 'Simons 2022 (arterial) beside Otto 2021 with Fanta 2015 (venous), simulated: 20 mg of S-ketamine over 20 min',
    population: 'healthy volunteers, two studies',
    confidence: '2.4-fold apart at the end of the infusion, about a fifth after an hour',
  },
} as const

const apart = arterioVenous.minutes

/** The last change of the pump not after a time (min); −Infinity when there was none. */
function lastChange(regimen: Regimen, time: number): number {
  const changes = regimen.flatMap(({ mg, from, minutes }) => (mg === 0 ? [] : [from, from + minutes]))
  return Math.max(-Infinity, ...changes.filter((at) => at <= time))
}

const soonAfter = (regimen: Regimen, time: number) => time - lastChange(regimen, time) < apart

/** A venous sample in an arterial model, less than an hour after the pump has changed, would be read as another clearance. */
export function siteFaults(model: Model, site: Site, regimen: Regimen, observations: readonly Observation[]): Fault[] {
  if (model.sampling !== 'arterial') return []
  return observations.flatMap((o, i) =>
    (o.site ?? site) === 'venous' && soonAfter(regimen, o.time)
      ? [
          {
            input: `observations[${i}].time`,
            value: o.time,
            expected: `an arterial sample, or ${apart} min or more after the pump has changed: ${model.id} is arterial and this sample is venous`,
          },
        ]
      : [],
  )
}

/** Every other meeting of a model with samples from elsewhere is said. */
export function siteWarnings(model: Model, site: Site, regimen: Regimen, observations: readonly Observation[]): FitWarning[] {
  const { id, sampling } = model
  const foreign = observations.filter((o) => (o.site ?? site) !== sampling)
  if (foreign.length === 0) return []
  const early = foreign.filter(({ time }) => soonAfter(regimen, time)).length
  const of = sampling === 'not found' ? 'samples from a vessel that was not found' : `${sampling} samples`
  const when =
    early > 0 ? `; ${early} of them less than ${apart} min after the pump has changed, where artery and vein differ most` : ''
  return [
    {
      about: 'sampling',
      message: `${id} was made from ${of}; ${foreign.length} here are from elsewhere or cannot be told${when}`,
    },
  ]
}
