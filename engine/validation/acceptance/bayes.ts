import { fit } from '../../src/fit/fit.ts'
import { clearance, steadyState } from '../../src/kinetics.ts'
import type { Model, Residual, Variability } from '../../src/model.ts'
import { kamp2020 } from '../../src/models/kamp-2020.ts'
import { otto2021 } from '../../src/models/otto-2021.ts'
import { quantiles } from '../../src/numeric/quantile.ts'
import { drawKinetics } from '../../src/population.ts'
import { infusion } from '../../src/regimen.ts'
import { hours, inLitresPerHour, inNgPerMl, mgPerHour, ngPerMl } from '../../src/units.ts'
import { numberRow, type Row } from '../group.ts'
import { adult, tolerance } from './rows.ts'

const testInput = { citation: 'none: an input of the check', population: 'nobody', confidence: 'chosen' }
const quarter: Variability = {
  id: 'test-input',
  title: 'clearance alone, by a quarter',
  of: ['cl'],
  omega: [[0.0625]],
  basis: 'inferred',
  source: testInput,
}

const drawn = 100_000
/** Four standard errors of the fifth percentile of so many draws. */
const chance = 0.008

/** What 20 mg/h settles at in a drawn population, ng/mL. */
function settled(model: Model, variability: Variability) {
  const typical = model.kinetics(adult())
  const levels = Float64Array.from({ length: drawn }, (_, i) => {
    const { parent } = drawKinetics(typical, variability, 11, i)
    return inNgPerMl(mgPerHour(20) / clearance(parent))
  })
  const mean = levels.reduce((sum, x) => sum + x, 0) / drawn
  const sd = Math.sqrt(levels.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn)
  return { mean, cv: (100 * sd) / mean, points: quantiles(levels, [0.05, 0.5, 0.95]) }
}

const ofPopulation = (model: Model, variability: Variability, [p5, p50, p95]: readonly number[]): Row[] => {
  const { points } = settled(model, variability)
  const titles = ['5 % lie below', 'median', '95 % lie below'].map(
    (what) => `${model.id}, 20 mg/h settled in ${drawn} drawn people, ${what}, ng/mL`,
  )
  return [p5, p50, p95].map((expected, i) => numberRow('I', titles[i], expected, points[i], chance))
}

/** The ends of the middle nine tenths of a normal, in standard deviations. */
const fifth = 1.6448536269514722

/** The same population on paper: what settles is log-normal with the spread of the clearance. */
function onPaper(model: Model, { of, omega }: Variability) {
  const at = of.indexOf('cl')
  const spread = Math.sqrt(omega[at][at])
  const median = inNgPerMl(steadyState(model.parameters(adult()), mgPerHour(20)))
  return {
    points: [-fifth, 0, fifth].map((z) => median * Math.exp(z * spread)),
    mean: median * Math.exp(spread ** 2 / 2),
    cv: 100 * Math.sqrt(Math.expm1(spread ** 2)),
  }
}

const closedForm = (model: Model, variability: Variability, expected: readonly number[]): Row[] =>
  ['5 % lie below', 'median', '95 % lie below'].map((what, i) =>
    numberRow(
      'I',
      `${model.id}, 20 mg/h settled, on paper, ${what}, ng/mL`,
      expected[i],
      onPaper(model, variability).points[i],
      tolerance,
    ),
  )

/** Long enough for the slowest of the bodies to forget how it began. */
const long = hours(2000)

function oneSample(model: Model, measured: number, given: { variability?: Variability; residual?: Residual }) {
  const found = fit({
    model,
    subject: adult(),
    drug: model.drug,
    regimen: [infusion(20 * 2000, long)],
    observations: [{ time: long, plasma: ngPerMl(measured) }],
    sampling: model.sampling === 'venous' ? 'venous' : 'arterial',
    seed: 1,
    draws: 1,
    ...given,
  })
  return { litresPerHour: inLitresPerHour(clearance(found.disposition)), sd: found.sd[found.parameters.indexOf('cl')] }
}

/** I and check 19: a population, on paper and drawn, and a fit with a closed form. */
export function bayes(): Row[] {
  const { variability } = otto2021
  if (typeof variability === 'string') throw new Error('otto-2021 has lost its variability')
  const kamp = oneSample(kamp2020, 300, { variability: quarter, residual: { logSd: 0.15 } })
  const high = oneSample(otto2021, 300, { residual: { logSd: 0.23609 } })
  const low = oneSample(otto2021, 150, { residual: { logSd: 0.23609 } })
  const { mean, cv } = settled(kamp2020, quarter)
  const paper = onPaper(kamp2020, quarter)
  const [ofKamp, ofOtto] = [
    [157.82, 238.095, 359.202],
    [161.102, 210.084, 273.959],
  ]
  return [
    ...closedForm(kamp2020, quarter, ofKamp),
    numberRow('I', 'kamp-2020, the same, mean, ng/mL', 245.653, paper.mean, tolerance),
    numberRow('I', 'kamp-2020, the same, coefficient of variation, %', 25.3958, paper.cv, tolerance),
    ...closedForm(otto2021, variability, ofOtto),
    ...ofPopulation(kamp2020, quarter, ofKamp),
    numberRow('I', 'kamp-2020, the same, mean, ng/mL', 245.653, mean, chance),
    numberRow('I', 'kamp-2020, the same, coefficient of variation, %', 25.3958, cv, chance),
    ...ofPopulation(otto2021, variability, ofOtto),
    numberRow('I', 'kamp-2020, clearance after one settled sample of 300 ng/mL, L/h', 70.8724, kamp.litresPerHour, tolerance),
    numberRow('I', 'kamp-2020, the same, SD of its logarithm', 0.128624, kamp.sd, tolerance),
    numberRow('19', 'otto-2021, clearance after one settled sample of 300 ng/mL, L/h', 84.9881, high.litresPerHour, tolerance),
    numberRow('I', 'otto-2021, clearance after one settled sample of 150 ng/mL, L/h', 105.982, low.litresPerHour, tolerance),
    numberRow('I', 'otto-2021, the same, SD of its logarithm', 0.133237, low.sd, tolerance),
  ]
}
