import { describe, expect, test } from 'vitest'
import { simulateCircuit } from './circuit/circuit.ts'
import { perceptionOlofsen2022 as effect } from './effects/perception-olofsen-2022.ts'
import { EngineFault } from './fault.ts'
import { kamp2020 as model } from './models/kamp-2020.ts'
import { perezRuixo2021 } from './models/perez-ruixo-2021.ts'
import { simons2022 } from './models/simons-2022.ts'
import { band, drawFactors, drawKe0, drawKinetics, drawSubject, drawUncertainty } from './population.ts'
import { intranasalPerezRuixo2021 } from './routes/intranasal-perez-ruixo-2021.ts'
import { search } from './search/search.ts'
import { simulate, simulateEffectSite } from './simulate.ts'
import { simulateMetabolites } from './simulate-metabolites.ts'
import { simulateRoutes } from './simulate-routes.ts'
import { fewestChanges } from './target/fewest-changes.ts'
import { idealTarget } from './target/ideal.ts'
import { stepTarget } from './target/steps.ts'
import { runTrial } from './trial/trial.ts'
import { sigtermans2009 } from './trials/sigtermans-2009.ts'
import { indirectResponse, onAndOff } from './turnover/law.ts'
import { simulateTurnover, simulateTurnovers } from './turnover.ts'
import { patientVariability as variability } from './variability.ts'

const subject = { weightKg: 70, ageYears: 45, sex: 'female' } as const
const p = model.parameters(subject)
const kinetics = simons2022.kinetics(subject)
const regimen = [
  { mg: 5, from: 0, minutes: 0 },
  { mg: 35, from: 0, minutes: 40 },
]
const times = [0, 5, 60]
const relief = { ec50: 0.15, gamma: 1.8, kon: 0.005, koff: 4e-5 }
const law = onAndOff(relief)
const pump = { maxMgPerMin: 5, everyMin: 5, stepMgPerMin: 0.01, maxBolusMg: 8 }
const setting = { ke0: 0.08, band: { low: 0.08, high: 0.2 }, leavesBelow: 0.04 }
const family = { mg: [20], bolusShare: [0, 0.2], minutes: [40] }
const asked = {
  setting,
  family,
  goals: [
    { measure: 'total mg', aim: 'least' },
    { measure: 'chair minutes', aim: 'least' },
  ],
  limits: [{ measure: 'peak plasma', atMost: 0.22 }],
} as const

// Doors of different shape in one list; each is called with what TypeScript would have refused.
type Door = [name: string, args: unknown[], call: (...args: never[]) => unknown]
const doors: Door[] = [
  ['simulate', [p, regimen, times], simulate],
  ['simulate at even times', [p, 0.1, regimen, { from: 0, every: 1, count: 10 }], simulateEffectSite],
  ['simulate a liver', [perezRuixo2021.parameters(subject), 0.1, regimen, times], simulateEffectSite],
  ['simulateMetabolites', [kinetics, regimen, times, [{ of: 'norketamine', ke0: 0.1 }]], simulateMetabolites],
  [
    'simulateRoutes',
    [
      perezRuixo2021.kinetics(subject),
      { regimen, absorbed: [{ mg: 28, at: 0, paths: intranasalPerezRuixo2021.paths(28) }] },
      times,
      [{ of: 'norketamine', ke0: 0.1 }],
    ],
    simulateRoutes,
  ],
  ['simulateTurnover', [p, { ke0: 0.1 }, law, regimen, times], simulateTurnover],
  ['simulateTurnovers', [[{ body: p, site: { ke0: 0.1 }, turnover: law }], regimen, times], simulateTurnovers],
  ['onAndOff', [relief], onAndOff],
  ['indirectResponse', ['loss', { ec50: 0.15, gamma: 1, kin: 0.005, kout: 4e-5, most: 1 }], indirectResponse],
  ['drawFactors', [variability, 1, 0], drawFactors],
  ['drawUncertainty', [simons2022, 1, 0], drawUncertainty],
  ['drawSubject', [p, variability, 1, 0], drawSubject],
  ['drawKinetics', [kinetics, variability, 1, 0], drawKinetics],
  ['drawKe0', [effect, 1, 0], drawKe0],
  [
    'band',
    [{ subject, regimen, times, effect, seed: 1, size: 8, variability, spread: 'variability' }],
    (input: object) => band({ model, ...input } as never),
  ],
  ['idealTarget', [p, 0.15, times], idealTarget],
  ['stepTarget', [p, { target: 0.15, untilMin: 30, pump, ke0: 0.1 }], stepTarget],
  ['fewestChanges', [p, { low: 0.1, high: 0.2, untilMin: 8, maxMgPerMin: 3, ke0: 0.1 }], fewestChanges],
  ['search', [{ subject, ...asked }], (input: object) => search({ model, ...input } as never)],
  [
    'simulateCircuit',
    [
      {
        times,
        ketamine: { disposition: p, regimen },
        opioid: [{ from: 0, to: 30, level: 2 }],
        parameters: { gliaDays: 2, baselineSensitisation: 0.6 },
      },
    ],
    simulateCircuit,
  ],
  ['runTrial', [sigtermans2009, { seed: 1, replicates: 1 }], runTrial],
]

const adverse: unknown[] = [undefined, null, Number.NaN, Infinity, -1, 0, 1e308, 1e-320, '1', [], {}, [null]]
const words = ['id', 'title', 'source', 'examples', 'notModelled']

type Path = readonly string[]
const isTree = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !(x instanceof Float64Array)
const copied = (x: unknown): unknown =>
  Array.isArray(x) ? x.map(copied) : isTree(x) ? Object.fromEntries(Object.entries(x).map(([k, v]) => [k, copied(v)])) : x

/** The way to everything that an argument holds, and to the argument. */
const pathsIn = (x: unknown, at: Path = []): Path[] =>
  isTree(x) ? Object.keys(x).flatMap((k) => (words.includes(k) ? [] : [[...at, k], ...pathsIn(x[k], [...at, k])])) : []

function withValue(args: unknown, path: Path, value: unknown): never[] {
  const copy = copied(args)
  const holder = path.slice(0, -1).reduce((x, k) => (x as Record<string, unknown>)[k], copy)
  ;(holder as Record<string, unknown>)[path[path.length - 1]] = value
  return copy as never[]
}

/** Every number of a result, but what a trial quotes of the real one or is a difference, and what only repeats the question. */
function numbersIn(x: unknown, at = ''): [string, number][] {
  if (typeof x === 'number') return [[at, x]]
  if (x instanceof Float64Array) return Array.from(x, (value, i) => [`${at}[${i}]`, value])
  return isTree(x)
    ? Object.entries(x).flatMap(([k, v]) => (k === 'observation' || k === 'limit' ? [] : numbersIn(v, `${at}.${k}`)))
    : []
}

/** What leaves a door that should not: neither a result that is sound nor a fault in words. */
function leaves(name: string, call: () => unknown): string | undefined {
  try {
    const least = name === 'runTrial' || name === 'indirectResponse' ? -Infinity : 0
    const wrong = numbersIn(call()).find(([, x]) => !(x >= least && Number.isFinite(x)))
    return wrong && `${wrong[0]} = ${wrong[1]}`
  } catch (error) {
    return error instanceof EngineFault ? undefined : String(error)
  }
}

describe('whatever one value of a call is, a door gives sound numbers or an EngineFault', () => {
  test.each(doors)('%s', (name, args, call) => {
    expect(leaves(name, () => call(...(args as never[])))).toBeUndefined()
    const found = pathsIn(args).flatMap((path) =>
      adverse.flatMap((value) => {
        const wrong = leaves(name, () => call(...withValue(args, path, value)))
        return wrong ? [`${path.join('.')} ${String(value)}: ${wrong}`] : []
      }),
    )
    expect(found).toEqual([])
  })
})
