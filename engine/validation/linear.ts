import { readFileSync } from 'node:fs'
import type { Disposition } from '../src/disposition.ts'
import type { Metabolite } from '../src/metabolite.ts'
import type { Dose } from '../src/regimen.ts'
import { simulateEffectSite } from '../src/simulate.ts'
import { simulateMetabolites } from '../src/simulate-metabolites.ts'
import { fromRows, type Group } from './group.ts'

type Case = {
  kind: string
  disposition: Disposition
  ke0: number
  metabolites: { disposition: Disposition; fraction: number; transitCompartments: number; transitRate: number }[]
  regimen: Dose[]
  times: number[]
  /** For each time: plasma, every metabolite, the effect site; fifty digits, rounded to twenty. */
  answers: string[][]
}

const oracle = '../reference/linear-oracle.json'
const cases: readonly Case[] = JSON.parse(readFileSync(new URL(oracle, import.meta.url), 'utf8')).cases
const names = ['norketamine', 'hydroxynorketamine'] as const

const metabolitesOf = ({ metabolites }: Case): Metabolite[] =>
  metabolites.map(({ disposition, fraction, transitCompartments: compartments, transitRate: rate }, i) => ({
    analyte: names[i],
    from: i === 0 ? 'ketamine' : names[i - 1],
    fraction,
    transit: compartments === 0 ? 'none' : { compartments, rate },
    disposition,
    massRatio: 1,
  }))

/** The largest relative distance of curves from the columns of the answers. */
const worst = (found: readonly Float64Array[], columns: readonly number[], { answers }: Case) =>
  Math.max(
    ...found.flatMap((curve, j) =>
      [...curve].map((c, i) => {
        const exact = Number(answers[i][columns[j]])
        return exact === 0 ? c : Math.abs(c / exact - 1)
      }),
    ),
  )

/** How far the engine is from fifty digits in one case, by modes and by the matrix of all compartments. */
export function distances(one: Case): { byModes: number; byMatrix: number } {
  const kinetics = { parent: one.disposition, metabolites: metabolitesOf(one) }
  const { plasma, metabolites, sites } = simulateMetabolites(kinetics, one.regimen, one.times, [{ of: 'ketamine', ke0: one.ke0 }])
  const formed = kinetics.metabolites.map(({ analyte }) => metabolites[analyte] ?? new Float64Array())
  const { plasma: byModes, effectSite } = simulateEffectSite(one.disposition, one.ke0, one.regimen, one.times)
  const last = one.answers[0].length - 1
  return {
    byModes: worst([byModes, effectSite], [0, last], one),
    byMatrix: worst(
      [plasma, ...formed, ...sites],
      Array.from({ length: last + 1 }, (_, i) => i),
      one,
    ),
  }
}

const tolerance = 1e-11
const kinds = [...new Set(cases.map(({ kind }) => kind))]

export const linear: Group = {
  id: 'linear-kinetics',
  title: 'Linear kinetics against fifty digits',
  about:
    'Random bodies, regimens of up to five boluses and overlapping infusions, times up to four thousand minutes, compared with the matrix exponential of the ' +
    'compartment equations in fifty digits (`engine/reference/linear-oracle.py`). *Alike* has equal return rates and an effect site that meets one of them; ' +
    '*near* has return rates, and an effect site and a rate of the plasma, that differ from the third to the fourteenth digit; *long* goes from a billionth ' +
    'of a minute to ten million minutes.',
  file: import.meta.filename,
  reads: [oracle],
  run: () =>
    fromRows(
      kinds.flatMap((kind) => {
        const found = cases.filter((one) => one.kind === kind).map(distances)
        return (['byModes', 'byMatrix'] as const).map((way) => {
          const largest = Math.max(...found.map((one) => one[way]))
          return {
            id: kind,
            what: `${found.length} bodies, ${way === 'byModes' ? 'plasma and effect site by modes' : 'every substance by the matrix of compartments'}: largest relative error`,
            expected: '0',
            tolerance: '1e−11',
            got: largest.toExponential(1).replace('e-', 'e−'),
            verdict: largest < tolerance ? ('pass' as const) : ('FAIL' as const),
          }
        })
      }),
    ),
}
