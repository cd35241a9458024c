import { type Disposition, liverOf } from './disposition.ts'
import type { Analyte, Kinetics, Metabolite } from './metabolite.ts'
import type { Flow } from './numeric/flow.ts'
import type { Entry } from './path.ts'

/** An effect site that follows the parent or a metabolite at ke0 (1/min). */
export type Site = { of: Analyte | 'ketamine'; ke0: number }

type Output = { name: string; compartment: number; volume: number }
export type Plan = Flow & { outputs: Output[] }

/** A substance in the plan: its plasma, and where it leaves for good at which rate (1/min). */
type Placed = { plasma: number; volume: number; losses: { from: number; rate: number; formed: number }[]; liver?: number }

/** Where a share of something goes. */
type Share = { to: number; share: number }

/** All compartments of the parent, of the ways between, of the metabolites, of the way in and of the sites, in one matrix. */
export function planned({ parent, metabolites }: Kinetics, sites: readonly Site[], entry: Entry): Plan {
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
  const formed: Share[] = []
  for (const { analyte, from, fraction, transit, disposition } of metabolites) {
    const own = place(disposition, add, flow, rates)
    const first = transit === 'none' ? own.plasma : delayed(transit, own.plasma, add, flow)
    for (const { from: source, rate, formed: more } of placed.get(from)?.losses ?? [])
      rates[first][source] += rate * fraction + more
    if (from === 'ketamine') formed.push({ to: first, share: fraction })
    placed.set(analyte, own)
  }
  const lost = lostFrom(rates.length, placed, metabolites)
  const way = wayIn(entry, arrival(entry.into, placed, formed), add, rates)
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
    inflow: rates.map((_, i) => way.first.find(({ to }) => to === i)?.share ?? 0),
    lost: [...lost, ...way.lost, ...sites.map(() => 'follows' as const)],
    outputs,
  }
}

/** Where the end of a way in leads. What meets its metabolism at once forms what plasma's own elimination forms, in the same shares. */
function arrival(into: Entry['into'], placed: ReadonlyMap<string, Placed>, formed: readonly Share[]): readonly Share[] {
  const { plasma = 0, liver } = placed.get('ketamine') ?? {}
  if (into === 'metabolism') return formed
  return [{ to: into === 'liver' && liver !== undefined ? liver : plasma, share: 1 }]
}

/** Pools in a row on the way in, the last of which leads to where it ends; without one, the end itself. What leads nowhere is lost. */
function wayIn({ rates: chain }: Entry, ends: readonly Share[], add: Add, rates: number[][]) {
  const pools = chain.map(add)
  const leads = pools.map((_, i) => (i + 1 < pools.length ? [{ to: pools[i + 1], share: 1 }] : ends))
  pools.forEach((pool, i) => {
    rates[pool][pool] -= chain[i]
    for (const { to, share } of leads[i]) rates[to][pool] += chain[i] * share
  })
  const led = (all: readonly Share[]) => all.reduce((sum, { share }) => sum + share, 0)
  return {
    first: pools.length > 0 ? [{ to: pools[0], share: 1 }] : ends,
    lost: leads.map((all, i) => chain[i] * Math.max(0, 1 - led(all))),
  }
}

/** What leaves each compartment of the body for good and turns into nothing that is followed. */
function lostFrom(size: number, placed: ReadonlyMap<string, Placed>, metabolites: readonly Metabolite[]): number[] {
  const lost: number[] = new Array(size).fill(0)
  for (const [name, { losses }] of placed) {
    const turned = metabolites.filter(({ from }) => from === name)
    const left = Math.max(0, 1 - turned.reduce((sum, { fraction }) => sum + fraction, 0))
    for (const { from, rate, formed } of losses) lost[from] = rate * left + (turned.length > 0 ? 0 : formed)
  }
  return lost
}

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
  const placed = { plasma, volume: p.v1, losses }
  const known = liver && exchange(liver.k14, liver.k41)
  if (liver && known !== undefined) losses.push({ from: known, rate: liver.k40, formed: liver.k4m })
  for (const { from, rate, formed } of losses) rates[from][from] -= rate + formed
  return known === undefined ? placed : { ...placed, liver: known }
}

/** Compartments in a row before the plasma of a metabolite; gives the first of them. */
function delayed({ compartments, rate }: { compartments: number; rate: number }, plasma: number, add: Add, flow: Move): number {
  const chain = Array.from({ length: compartments }, add)
  chain.forEach((compartment, i) => {
    flow(compartment, chain[i + 1] ?? plasma, rate)
  })
  return chain[0]
}
