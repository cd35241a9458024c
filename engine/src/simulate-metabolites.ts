import { type Disposition, liverOf } from './disposition.ts'
import { type Fault, refuse, sound, timesFaults } from './fault.ts'
import type { Analyte, Metabolite } from './metabolite.ts'
import type { Kinetics } from './model.ts'
import { type Flow, Tank } from './numeric/flow.ts'
import { endOf, pieces, type Regimen, regimenFaults } from './regimen.ts'
import type { Times } from './simulate.ts'
import { kineticsFaults, sitesFaults } from './simulate-metabolites-faults.ts'

/** An effect site that follows the parent or a metabolite at ke0 (1/min). */
export type Site = { of: Analyte | 'ketamine'; ke0: number }

/** Concentrations in mg/L at the same times; a metabolite's in its own mass. Sites in the order they were asked for. */
export type Analytes = {
  plasma: Float64Array
  metabolites: Partial<Record<Analyte, Float64Array>>
  sites: readonly Float64Array[]
}

/** The parent and everything it turns into at each time (min, from 0, ascending), with effect sites that follow any of them. Exact. */
export function simulateMetabolites(kinetics: Kinetics, regimen: Regimen, times: Times, sites: readonly Site[] = []): Analytes {
  refuse(kineticsFaults(kinetics), regimenFaults(regimen), timesFaults(times), sitesFaults(sites, kinetics))
  const { parent, metabolites } = kinetics
  const plan = planned(parent, metabolites, sites)
  refuse(reachFaults(plan, regimen, times))
  const found = read(new Tank(plan), plan, regimen, times)
  const [plasma, ...others] = found.map((curve, i) => sound(plan.outputs[i].name, curve))
  return {
    plasma,
    metabolites: Object.fromEntries(metabolites.map(({ analyte }, i) => [analyte, others[i]])),
    sites: others.slice(metabolites.length),
  }
}

type Output = { name: string; compartment: number; volume: number }
type Plan = Flow & { outputs: Output[] }

/** A substance in the plan: its plasma, and where it leaves for good at which rate (1/min). */
type Placed = { plasma: number; volume: number; losses: { from: number; rate: number; formed: number }[] }

/** All compartments of the parent, of the ways between, of the metabolites and of the sites, in one matrix. */
function planned(parent: Disposition, metabolites: readonly Metabolite[], sites: readonly Site[]): Plan {
  const rates: number[][] = []
  const add = () => {
    for (const row of rates) row.push(0)
    rates.push(new Array(rates.length + 1).fill(0))
    return rates.length - 1
  }
  const flow = (from: number, to: number, rate: number) => {
    rates[from][from] -= rate
    rates[to][from] += rate
  }
  const placed = new Map<string, Placed>([['ketamine', place(parent, add, flow, rates)]])
  for (const { analyte, from, fraction, transit, disposition } of metabolites) {
    const own = place(disposition, add, flow, rates)
    const entry = transit === 'none' ? own.plasma : delayed(transit, own.plasma, add, flow)
    for (const { from: source, rate, formed } of placed.get(from)?.losses ?? []) rates[entry][source] += rate * fraction + formed
    placed.set(analyte, own)
  }
  const outputs = [...placed].map(([name, { plasma, volume }], i) => ({
    name,
    compartment: plasma,
    volume: i === 0 ? volume : volume / metabolites[i - 1].massRatio,
  }))
  for (const { of, ke0 } of sites) {
    const followed = outputs.find(({ name }) => name === of) ?? outputs[0]
    const site = add()
    rates[site][site] = -ke0
    rates[site][followed.compartment] = ke0 / followed.volume
    outputs.push({ name: `site of ${of}`, compartment: site, volume: 1 })
  }
  return {
    rates,
    inflow: rates.map((_, i) => (i === 0 ? 1 : 0)),
    lost: lostFrom(rates.length, placed, metabolites, sites),
    outputs,
  }
}

/** What leaves each compartment for good and turns into nothing that is followed; the sites, which come last, only follow. */
function lostFrom(
  size: number,
  placed: ReadonlyMap<string, Placed>,
  metabolites: readonly Metabolite[],
  sites: readonly Site[],
): Flow['lost'] {
  const lost: (number | 'follows')[] = Array.from({ length: size }, (_, i) => (i < size - sites.length ? 0 : 'follows'))
  for (const [name, { losses }] of placed) {
    const turned = metabolites.filter(({ from }) => from === name)
    const left = Math.max(0, 1 - turned.reduce((sum, { fraction }) => sum + fraction, 0))
    for (const { from, rate, formed } of losses) lost[from] = rate * left + (turned.length > 0 ? 0 : formed)
  }
  return lost
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

type Add = () => number
type Move = (from: number, to: number, rate: number) => void

function place(p: Disposition, add: Add, flow: Move, rates: number[][]): Placed {
  const plasma = add()
  const exchange = (out: number, back: number) => {
    if (out === 0) return -1
    const beside = add()
    flow(plasma, beside, out)
    flow(beside, plasma, back)
    return beside
  }
  exchange(p.k12, p.k21)
  exchange(p.k13, p.k31)
  const liver = liverOf(p)
  const losses = [{ from: plasma, rate: p.k10, formed: 0 }]
  if (liver) losses.push({ from: exchange(liver.k14, liver.k41), rate: liver.k40, formed: liver.k4m })
  for (const { from, rate, formed } of losses) rates[from][from] -= rate + formed
  return { plasma, volume: p.v1, losses }
}

/** Compartments in a row before the plasma of a metabolite; gives the first of them. */
function delayed({ compartments, rate }: { compartments: number; rate: number }, plasma: number, add: Add, flow: Move): number {
  const chain = Array.from({ length: compartments }, add)
  chain.forEach((compartment, i) => {
    flow(compartment, chain[i + 1] ?? plasma, rate)
  })
  return chain[0]
}

function read(tank: Tank, { outputs }: Plan, regimen: Regimen, times: Times): Float64Array[] {
  const curves = outputs.map(() => new Float64Array(times.length))
  const [first, ...later] = pieces(regimen)
  let piece = first
  let now = first.from
  tank.give(first.bolus)
  for (let i = 0; i < times.length; i++) {
    while (times[i] >= piece.to) {
      tank.by(piece.to - now, piece.rate)
      now = piece.to
      piece = later.shift() ?? piece
      tank.give(piece.bolus)
    }
    tank.by(times[i] - now, piece.rate)
    now = times[i]
    for (let j = 0; j < outputs.length; j++) curves[j][i] = tank.amounts[outputs[j].compartment] / outputs[j].volume
  }
  return curves
}
