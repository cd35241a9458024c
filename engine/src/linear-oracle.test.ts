import { describe, expect, test } from 'vitest'
import oracle from '../reference/linear-oracle.json' with { type: 'json' }
import type { Metabolite } from './metabolite.ts'
import { simulateEffectSite } from './simulate.ts'
import { simulateMetabolites } from './simulate-metabolites.ts'

const names = ['norketamine', 'hydroxynorketamine'] as const

const metabolitesOf = (given: (typeof oracle.cases)[number]['metabolites']): Metabolite[] =>
  given.map(({ disposition, fraction, transitCompartments, transitRate }, i) => ({
    analyte: names[i],
    from: i === 0 ? 'ketamine' : names[i - 1],
    fraction,
    transit: transitCompartments === 0 ? 'none' : { compartments: transitCompartments, rate: transitRate },
    disposition,
    massRatio: 1,
  }))

const worst = (found: readonly Float64Array[], expected: readonly (readonly string[])[]) =>
  Math.max(
    ...found.flatMap((curve, j) =>
      [...curve].map((c, i) => {
        const exact = Number(expected[i][j])
        return exact === 0 ? c : Math.abs(c / exact - 1)
      }),
    ),
  )

describe('fifty digits, computed apart, random bodies and regimens', () => {
  test.each(oracle.cases.map((each, i) => [`${i}: ${each.kind}`, each] as const))('case %s', (_, given) => {
    const kinetics = { parent: given.disposition, metabolites: metabolitesOf(given.metabolites) }
    const { plasma, metabolites, sites } = simulateMetabolites(kinetics, given.regimen, given.times, [
      { of: 'ketamine', ke0: given.ke0 },
    ])
    const formed = kinetics.metabolites.map(({ analyte }) => metabolites[analyte] ?? new Float64Array())
    expect(worst([plasma, ...formed, ...sites], given.answers)).toBeLessThan(1e-11)

    const byModes = simulateEffectSite(given.disposition, given.ke0, given.regimen, given.times)
    const ends = given.answers.map((row) => [row[0], row[row.length - 1]])
    expect(worst([byModes.plasma, byModes.effectSite], ends)).toBeLessThan(1e-11)
  })
})
