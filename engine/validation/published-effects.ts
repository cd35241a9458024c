import { antidepressantDurabilityMurrough2013 as durability } from '../src/effects/antidepressant-durability-murrough-2013.ts'
import { cardiacOutputKamp2021 } from '../src/effects/cardiac-output-kamp-2021.ts'
import { cardiacOutputSigtermans2009 } from '../src/effects/cardiac-output-sigtermans-2009.ts'
import { perceptionOlofsen2022 } from '../src/effects/perception-olofsen-2022.ts'
import { simons2022 } from '../src/models/simons-2022.ts'
import { infusion } from '../src/regimen.ts'
import { fraction } from '../src/relief.ts'
import { simulateMetabolites } from '../src/simulate-metabolites.ts'
import { hours, ngPerMl } from '../src/units.ts'
import { numberRow, type Row } from './group.ts'

/** Pearson's r of two lists. */
function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const sum = (of: (i: number) => number) => x.reduce((total, _, i) => total + of(i), 0)
  return sum((i) => (x[i] - mx) * (y[i] - my)) / Math.sqrt(sum((i) => (x[i] - mx) ** 2) * sum((i) => (y[i] - my) ** 2))
}

/** The site of Olofsen under held steps of racemate, half of it S. The source printed no steepness: one and no ceiling below all are assumed. */
function perception(): Row {
  const steps = [50, 100, 150, 200]
  const shape = { emax: { value: 1, basis: 'inferred' }, gamma: { value: 1, basis: 'inferred' } } as const
  const altered = steps.map((ng) => fraction(ngPerMl(ng) / 2, { ...perceptionOlofsen2022, ...shape }))
  const r = correlation(steps, altered)
  return {
    id: 'Bowdle 1998',
    what: 'altered perception against racemate held at 50 to 200 ng/mL: how straight (r), with the C50 of Olofsen 2022 and an assumed steepness of one',
    expected: '0.93–0.99',
    tolerance: '> 0.95',
    got: r.toFixed(3),
    verdict: r > 0.95 ? 'pass' : 'FAIL',
  }
}

/** What Kamp 2021 gives at the end of the dose of Sigtermans 2009, at an even rate in place of rising steps, with what norketamine takes away. */
function riseOverTwoHours(): number {
  const { raises, lowers } = cardiacOutputKamp2021
  if (raises === 'not found' || lowers === 'not found') throw new Error('Kamp 2021 has lost its numbers')
  const kinetics = simons2022.kinetics({ weightKg: 70, ageYears: 22, sex: 'female' })
  const { sites } = simulateMetabolites(
    kinetics,
    [infusion(0.95 * 70, hours(2))],
    [hours(2)],
    [raises, lowers].map(({ of, halfLife }) => ({ of, ke0: Math.LN2 / halfLife })),
  )
  const found = cardiacOutputKamp2021.at(sites[0][0], sites[1][0])
  return found.kind === 'curve' ? found.change : Number.NaN
}

/** Two sources that say different things of one concentration: both are shown, and what separates them. */
function cardiacOutput(): Row[] {
  const at = ngPerMl(320)
  const curve = cardiacOutputKamp2021.at(at, 0)
  const seen = cardiacOutputSigtermans2009.at(at, 0)
  if (curve.kind !== 'curve' || seen.kind !== 'observation')
    throw new Error('one source printed a curve, the other an observation')
  const percent = (x: number) => `${(100 * x).toFixed(1)} %`
  return [
    numberRow('Kamp 2021', 'cardiac output at 320 ng/mL of S-ketamine, L/min', 8.16212, curve.litresPerMin, 5e-6),
    {
      id: 'Sigtermans 2009',
      what: `rise of cardiac output at ${seen.ketamineNgPerMl} ng/mL of S-ketamine, beside the numbers of Kamp 2021`,
      expected: `${percent(seen.low)} to ${percent(seen.high)}`,
      tolerance: 'as seen',
      got: `${percent(curve.change)}; ${percent(riseOverTwoHours())} once norketamine is counted (simons-2022, 0.95 mg/kg over 2 h)`,
      verdict: curve.change >= seen.low && curve.change <= seen.high ? 'pass' : 'does not fit',
      why: `the sources disagree. ${curve.disagrees}`,
    },
  ]
}

const relapse = (): Row[] =>
  (
    [
      [0.25, 11],
      [0.5, 18],
      [0.75, 27],
    ] as const
  ).map(([share, day]) => {
    const got = durability.dayOfRelapse(share)
    return {
      id: 'Murrough 2013',
      what: `day by which ${100 * share} % of responders have relapsed after six infusions`,
      expected: String(day),
      tolerance: '1 day',
      got: got.toFixed(2),
      verdict: Math.abs(got - day) <= 1 ? 'pass' : 'FAIL',
    }
  })

/** What was seen of effects that a concentration or time drives. */
export const publishedEffects = (): Row[] => [perception(), ...cardiacOutput(), ...relapse()]
