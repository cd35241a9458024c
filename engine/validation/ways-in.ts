import { readFileSync } from 'node:fs'
import type { Disposition } from '../src/disposition.ts'
import type { Metabolite } from '../src/metabolite.ts'
import type { Absorbed } from '../src/path.ts'
import type { Dose } from '../src/regimen.ts'
import { simulateRoutes } from '../src/simulate-routes.ts'
import { fromRows, type Group, type Row } from './group.ts'
import { rowOf } from './seen.ts'
import { childrenByMuscle, printed } from './ways-in/in-sample.ts'
import { racemateByNose, racemateSwallowed } from './ways-in/out-of-sample.ts'

type Case = {
  kind: string
  disposition: Disposition
  metabolites: { disposition: Disposition; fraction: number; transitCompartments: number; transitRate: number }[]
  regimen: Dose[]
  absorbed: Absorbed[]
  times: number[]
  /** For each time: plasma and the metabolite; fifty digits, rounded to twenty. */
  answers: string[][]
}

const oracle = '../reference/routes-oracle.json'
const cases: readonly Case[] = JSON.parse(readFileSync(new URL(oracle, import.meta.url), 'utf8')).cases

const metaboliteOf = ({ metabolites: [{ disposition, fraction, transitCompartments, transitRate }] }: Case): Metabolite => ({
  analyte: 'norketamine',
  from: 'ketamine',
  fraction,
  transit: transitCompartments === 0 ? 'none' : { compartments: transitCompartments, rate: transitRate },
  disposition,
  massRatio: 1,
})

/** The largest relative distance of one case from fifty digits. */
function distance(one: Case): number {
  const kinetics = { parent: one.disposition, metabolites: [metaboliteOf(one)] }
  const { plasma, metabolites } = simulateRoutes(kinetics, { regimen: one.regimen, absorbed: one.absorbed }, one.times)
  const curves = [plasma, ...Object.values(metabolites)]
  return Math.max(
    ...one.answers.flatMap((answer, i) =>
      answer.map((exact, j) => (Number(exact) === 0 ? curves[j][i] : Math.abs(curves[j][i] / Number(exact) - 1))),
    ),
  )
}

const tolerance = 1e-11

const exact = (): Row[] =>
  [...new Set(cases.map(({ kind }) => kind))].map((kind) => {
    const of = cases.filter((one) => one.kind === kind)
    const largest = Math.max(...of.map(distance))
    return {
      id: kind,
      what: `${of.length} bodies, ketamine and norketamine: largest relative error`,
      expected: '0',
      tolerance: '1e−11',
      got: largest.toExponential(1).replace('e-', 'e−'),
      verdict: largest < tolerance ? 'pass' : 'FAIL',
    }
  })

export const waysIn: Group = {
  id: 'ways-in',
  title: 'Ways other than the vein',
  about:
    'First the arithmetic: random bodies, doses, pools, lags and releases against the matrix exponential of all compartments together in fifty digits ' +
    '(`engine/reference/routes-oracle.py`); *alike* has a rate of absorption that is a rate of the body, twice over, and *near* one that differs from it ' +
    'from the third to the fourteenth digit. Then what the papers of the ways print themselves, which is no test of them. Then people whom no way here was ' +
    'made from: mean ± SD, or geometric SD, as printed; a share or an area without one within ± 20 %. A racemate is S and R apart; of R’s metabolites nothing ' +
    'is known, so areas of norketamine are of the S half against all of what was seen, and shares of both are of S.',
  file: import.meta.filename,
  reads: [oracle],
  run: () =>
    fromRows([...exact(), ...[...printed(), ...childrenByMuscle(), ...racemateSwallowed(), ...racemateByNose()].map(rowOf)]),
}
