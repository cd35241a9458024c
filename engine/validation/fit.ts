import { kamp2020 } from '../src/models/kamp-2020.ts'
import { otto2021 } from '../src/models/otto-2021.ts'
import { infusion } from '../src/regimen.ts'
import { patientVariability } from '../src/variability.ts'
import { type Calibration, calibrationOf, type Design, type Recovered, recovered } from './fit/calibration.ts'
import { modeRows, oracle } from './fit/modes.ts'
import { ranksPicture } from './forecast/ranks-picture.ts'
import type { Group, Row, Work } from './group.ts'

const designs: readonly (Design & { title: string })[] = [
  {
    title: 'otto-2021, four venous samples, some below quantification',
    model: otto2021,
    drug: 's-ketamine',
    subject: { weightKg: 70 },
    regimen: [infusion(20, 40)],
    times: [40, 90, 240, 480],
    sampling: 'venous',
    below: 0.005,
    residual: { logSd: 0.23609 },
    seed: 20_261_123,
    draws: 99,
  },
  {
    title: 'kamp-2020, eight arterial samples over two infusions',
    model: kamp2020,
    drug: 'racemic-ketamine',
    subject: { weightKg: 82 },
    regimen: [infusion(41, 40), infusion(41, 40, 2880)],
    times: [10, 39, 45, 70, 120, 240, 480, 2915],
    sampling: 'arterial',
    variability: patientVariability,
    below: 0.004,
    residual: { proportional: 0.15, additive: 0.004 },
    seed: 20_261_124,
    draws: 99,
  },
  {
    title: 'kamp-2020, one sample only',
    model: kamp2020,
    drug: 'racemic-ketamine',
    subject: { weightKg: 60 },
    regimen: [infusion(30, 40)],
    times: [120],
    sampling: 'arterial',
    variability: patientVariability,
    residual: { logSd: 0.2 },
    seed: 20_261_125,
    draws: 99,
  },
]

/** The 99.99 % point of χ² with nine degrees of freedom: eight rows of ranks are looked at. */
const mostChiSquare = 33.72

function rowsOf(title: string, parameter: string, { chiSquared, within50, within90 }: Calibration, slack: number): Row[] {
  const share = (what: string, got: number, [low, high]: readonly [number, number]): Row => ({
    id: 'coverage',
    what: `${title}: ${parameter} in ${what}`,
    expected: `${low}–${high} %`,
    tolerance: '',
    got: `${(100 * got).toFixed(1)} %`,
    verdict: 100 * got >= low - slack && 100 * got <= high + slack ? 'pass' : 'FAIL',
  })
  return [
    {
      id: 'ranks',
      what: `${title}: ranks of the true ${parameter} among the draws, χ² with 9 d.f.`,
      expected: `< ${mostChiSquare}`,
      tolerance: '',
      got: chiSquared.toFixed(1),
      verdict: chiSquared < mostChiSquare ? 'pass' : 'FAIL',
    },
    share('its middle half', within50, [45, 55]),
    share('its middle nine tenths', within90, [85, 95]),
  ]
}

/** Every design played on virtual people, each drawn from the prior that the fit believes. */
function played({ size, progress }: Work) {
  const people = size === 'full' ? 2000 : 100
  return designs.map((design, d) => ({
    design,
    people: Array.from({ length: people }, (_, i): Recovered => {
      progress(d * people + i, designs.length * people)
      return recovered(design, i)
    }),
  }))
}

export const fits: Group = {
  id: 'fit',
  title: 'Fits of one person',
  about:
    'Modes beside those of an independent optimiser (`engine/reference/fit/modes.py`), then simulation-based calibration: 2,000 virtual people of each design are drawn ' +
    'from the prior, sampled and fitted, and the truth must stand anywhere among the draws of the posterior equally often. Nobody real is in it.',
  file: import.meta.filename,
  reads: [oracle],
  run: (work) => {
    // A slice has a twentieth of the people, and more than four times the error.
    const slack = work.size === 'full' ? 0 : 12
    const found = played(work).flatMap(({ design, people }) =>
      people[0].parameters.map((parameter, p) => ({
        title: design.title,
        parameter,
        people,
        calibration: calibrationOf(people, p),
      })),
    )
    const rows = [
      ...modeRows(),
      ...found.flatMap(({ title, parameter, calibration }) => rowsOf(title, parameter, calibration, slack)),
    ]
    const panels = found.map(({ title, parameter, calibration }) => ({
      title: `${parameter}: ${title.split(',')[1].trim().slice(0, 20)}`,
      counts: calibration.counts,
    }))
    return {
      rows,
      text: designs.map(({ title }, d) => sizeOf(title, found.find((one) => one.title === designs[d].title)?.people ?? [])),
      pictures: [{ name: 'fit-ranks.svg', title: 'Ranks of the truth among the draws of fits', svg: ranksPicture(panels) }],
      passed: rows.every(({ verdict }) => verdict !== 'FAIL'),
    }
  },
}

function sizeOf(title: string, people: readonly Recovered[]): string {
  const share = people.reduce((sum, { effectiveShare }) => sum + effectiveShare, 0) / people.length
  const doubted = people.filter(({ trusted }) => !trusted).length
  return `- ${title}: the draws are worth ${(100 * share).toFixed(0)} % of the proposals on average; ${doubted} of ${people.length} fits say that theirs cannot be trusted.`
}
