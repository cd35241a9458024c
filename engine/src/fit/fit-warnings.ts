import { inNgPerMl } from '../units.ts'
import { modelWarnings } from '../warnings.ts'
import { regimenWarnings } from '../warnings-courses.ts'
import { doseWarnings, levelWarnings } from '../warnings-doses.ts'
import { variabilityOf } from './assumed.ts'
import type { Fit, Fitted } from './fitted.ts'
import type { GoodnessTest } from './goodness.ts'
import type { Goodness } from './goodness-of-fit.ts'
import type { FitInput, FitWarning } from './input.ts'
import { siteWarnings } from './site.ts'
import type { Slip } from './slip.ts'

/** What a fit must be read with; what speaks against it comes first. */
export function fitWarnings(input: FitInput, found: Omit<Fit, 'warnings'>, areDrawsEnough: boolean): FitWarning[] {
  const { model, subject, drug, sampling, regimen, observations } = input
  const { converged, posterior, covarianceFrom, goodness, samples } = found
  const variability = variabilityOf(input)
  const size = Math.round(posterior.effectiveSize)
  return [
    ...goodnessWarnings(model.id, goodness, samples),
    ...modelWarnings(model, subject, drug),
    ...doseWarnings(regimen, subject.weightKg),
    ...regimenWarnings(regimen),
    ...levelWarnings(observations.map((o) => ('plasma' in o ? o.plasma : o.below))),
    ...siteWarnings(model, sampling, regimen, observations),
    ...(variability?.basis === 'borrowed'
      ? [said('variability', `the spread between people is borrowed: ${variability.source.citation}`)]
      : []),
    ...(converged ? [] : [said('posterior', 'the most likely body was not found; nothing here can be trusted')]),
    ...(areDrawsEnough || !converged
      ? []
      : [said('posterior', `the draws cannot be trusted: ${posterior.proposals} proposals are worth ${size}`)]),
    ...(covarianceFrom === 'fisher' ? [said('posterior', 'the mode lies on a ridge; its covariance is the expected one')] : []),
  ]
}

const said = (about: FitWarning['about'], message: string): FitWarning => ({ about, message })

function goodnessWarnings(
  model: string,
  { objects, chance, tests, slips, level }: Goodness,
  samples: readonly Fitted[],
): FitWarning[] {
  if (!objects) return []
  const against = tests.filter((test) => test.chance < level).map((test) => wordsOf(test, samples))
  return [
    said('fit', `does not fit ${model}, and nothing here is to be trusted: ${rarity(chance)}; ${against.join('; ')}`),
    said(
      'fit',
      slips.length > 0
        ? `what would explain it: ${slips.map((slip) => slipWords(slip, samples)).join('; or ')}`
        : 'no slip of the pen that is looked for explains it',
    ),
  ]
}

/** How rarely a fit with nothing wrong looks as bad. */
const rarity = (chance: number) =>
  chance < 1e-9
    ? 'with nothing wrong it would never look so bad'
    : `with nothing wrong it would look so bad once in ${Number((1 / chance).toPrecision(2))}`

const sds = (z: number) => `${Math.abs(z).toFixed(1)} SD too ${z > 0 ? 'high' : 'low'}`

function wordsOf({ id, statistic }: GoodnessTest, samples: readonly Fitted[]): string {
  const at = (found: Fitted | undefined) => (found ? ` at ${round(found.time)} min` : '')
  if (id === 'largest residual')
    return `the sample${at(samples.find(({ apart }) => apart === statistic))} is ${sds(statistic)} for the others`
  if (id === 'below')
    return `the sample${at(samples.find((one) => one.chance === statistic))} lies below its limit against a chance of ${statistic.toPrecision(2)}`
  if (id === 'common factor') return `the samples together are ${sds(statistic)} for these doses`
  if (id === 'sessions') return `one session is ${sds(statistic)} for the others`
  if (id === 'blank')
    return `a sample from before the first dose holds ${round(inNgPerMl(statistic))} ng/mL: a dose is missing, or a time is wrong`
  if (id === 'lack of fit') return 'no body at all has such a curve'
  if (id === 'prior distance') return 'this would be a body that is not met with'
  return 'samples and body together are farther off than chance allows'
}

const slipWords = ({ says, factor, sample }: Slip, samples: readonly Fitted[]) =>
  `${sample === undefined ? '' : `only the sample at ${round(samples[sample].time)} min: `}${says} (factor ${round(factor)})`

const round = (value: number) => Number(value.toPrecision(4))
