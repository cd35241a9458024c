import { type Plan, planned, type Site } from './body-plan.ts'
import { type Fault, refuse, sound, timesFaults } from './fault.ts'
import type { Analyte } from './metabolite.ts'
import type { Kinetics } from './model.ts'
import { Tank } from './numeric/flow.ts'
import { evenly } from './numeric/plan.ts'
import { type Entry, vein } from './path.ts'
import { endOf, pieces, type Regimen, regimenFaults } from './regimen.ts'
import type { Times } from './simulate.ts'
import { kineticsFaults, sitesFaults } from './simulate-metabolites-faults.ts'

export type { Site } from './body-plan.ts'

/** Concentrations in mg/L at the same times; a metabolite's in its own mass. Sites in the order they were asked for. */
export type Analytes = {
  plasma: Float64Array
  metabolites: Partial<Record<Analyte, Float64Array>>
  sites: readonly Float64Array[]
}

/** The parent and everything it turns into at each time (min, from 0, ascending), with effect sites that follow any of them. Exact. */
export function simulateMetabolites(kinetics: Kinetics, regimen: Regimen, times: Times, sites: readonly Site[] = []): Analytes {
  refuse(kineticsFaults(kinetics), regimenFaults(regimen), timesFaults(times), sitesFaults(sites, kinetics))
  return analytesOf(kinetics, regimen, { times, sites, entry: vein })
}

type Asked = { times: Times; sites: readonly Site[]; entry: Entry }

/** The same of doses that come by one way in, of what has been looked at already. */
export function analytesOf(kinetics: Kinetics, regimen: Regimen, { times, sites, entry }: Asked): Analytes {
  const { metabolites } = kinetics
  const plan = planned(kinetics, sites, entry)
  refuse(reachFaults(plan, regimen, times))
  const found = read(new Tank(plan), plan, regimen, times)
  const [plasma, ...others] = found.map((curve, i) => sound(plan.outputs[i].name, curve))
  return {
    plasma,
    metabolites: Object.fromEntries(metabolites.map(({ analyte }, i) => [analyte, others[i]])),
    sites: others.slice(metabolites.length),
  }
}

/** A body that empties so fast that the stretches of this regimen cannot be counted in its time constants. */
function reachFaults({ rates }: Plan, regimen: Regimen, times: Times): Fault[] {
  const fastest = Math.max(...rates.map((row, i) => -row[i]))
  const longest = Math.max(endOf(regimen), times[times.length - 1]) - Math.min(0, ...regimen.map(({ from }) => from))
  return fastest * longest < mostConstants
    ? []
    : [
        {
          input: 'kinetics',
          value: fastest,
          expected: `rates (1/min) that fit at most ${mostConstants} times into the time asked for`,
        },
      ]
}

const mostConstants = 1e12

function read(tank: Tank, { outputs }: Plan, regimen: Regimen, times: Times): Float64Array[] {
  const curves = outputs.map(() => new Float64Array(times.length))
  const [first, ...later] = pieces(regimen)
  let [piece, now, last] = [first, first.from, Number.NaN]
  tank.give(first.bolus)
  for (let i = 0; i < times.length; ) {
    while (times[i] >= piece.to) {
      tank.by(piece.to - now, piece.rate)
      now = piece.to
      piece = later.shift() ?? piece
      tank.give(piece.bolus)
    }
    // Even stops share a step, to the last digit: it is dear to prepare.
    const { step, end } = evenly(times, i, times.length, now, piece.to, last)
    for (; i < end; i++) {
      tank.by(step, piece.rate)
      for (let j = 0; j < outputs.length; j++) curves[j][i] = tank.amounts[outputs[j].compartment] / outputs[j].volume
    }
    now = times[end - 1]
    last = step
  }
  return curves
}
