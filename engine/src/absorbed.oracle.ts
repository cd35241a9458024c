import { type Disposition, liverOf } from './disposition.ts'
import type { Metabolite } from './metabolite.ts'
import type { Absorbed, Path } from './path.ts'

type Amounts = Record<string, number>
/** Something that flows from one place to another at a rate (1/min) of what is there. */
type Edge = { from: string; to: string; rate: number }

const lost = 'lost'

/** The body as its textbook draws it: a parent with or without a liver, and a metabolite that comes of it without a chain. */
function bodyEdges(p: Disposition, { fraction, disposition: m }: Metabolite): Edge[] {
  const liver = liverOf(p)
  return [
    { from: 'plasma', to: 'second', rate: p.k12 },
    { from: 'second', to: 'plasma', rate: p.k21 },
    { from: 'plasma', to: 'third', rate: p.k13 },
    { from: 'third', to: 'plasma', rate: p.k31 },
    { from: 'plasma', to: 'formed', rate: p.k10 * fraction },
    { from: 'plasma', to: lost, rate: p.k10 * (1 - fraction) },
    { from: 'formed', to: 'beside', rate: m.k12 },
    { from: 'beside', to: 'formed', rate: m.k21 },
    { from: 'formed', to: lost, rate: m.k10 },
    ...(liver
      ? [
          { from: 'plasma', to: 'liver', rate: liver.k14 },
          { from: 'liver', to: 'plasma', rate: liver.k41 },
          { from: 'liver', to: 'formed', rate: liver.k4m + liver.k40 * fraction },
          { from: 'liver', to: lost, rate: liver.k40 * (1 - fraction) },
        ]
      : []),
  ]
}

/** Where a path ends, with the share that goes there. */
const endsOf = ({ into }: Path, { fraction }: Metabolite) =>
  into === 'metabolism'
    ? [
        { to: 'formed', share: fraction },
        { to: lost, share: 1 - fraction },
      ]
    : [{ to: into, share: 1 }]

type Input = { ends: { to: string; share: number }[]; mg: number; at: number; minutes: number }

/** One path of one dose: its pools in a row, and what is put in at the first of them, or at the end. */
function pathOf(path: Path, { mg, at }: Absorbed, name: string, metabolite: Metabolite): { edges: Edge[]; input: Input } {
  const pools = path.rates.map((_, i) => `${name}.${i}`)
  const edges = path.rates.flatMap((rate, i) => {
    const next = pools[i + 1]
    const ends = next === undefined ? endsOf(path, metabolite) : [{ to: next, share: 1 }]
    return ends.map(({ to, share }) => ({ from: pools[i], to, rate: rate * share }))
  })
  const ends = pools.length > 0 ? [{ to: pools[0], share: 1 }] : endsOf(path, metabolite)
  return { edges, input: { ends, mg: mg * path.share, at: at + path.lag, minutes: path.release } }
}

function change(edges: readonly Edge[], running: readonly Input[], now: Amounts): Amounts {
  const slope: Amounts = Object.fromEntries(Object.keys(now).map((name) => [name, 0]))
  for (const { from, to, rate } of edges) {
    slope[from] -= rate * now[from]
    slope[to] += rate * now[from]
  }
  for (const { ends, mg, minutes } of running) for (const { to, share } of ends) slope[to] += (mg / minutes) * share
  return slope
}

const moved = (now: Amounts, slope: Amounts, h: number): Amounts =>
  Object.fromEntries(Object.entries(now).map(([name, amount]) => [name, amount + h * slope[name]]))

function step(f: (now: Amounts) => Amounts, now: Amounts, h: number): Amounts {
  const k1 = f(now)
  const k2 = f(moved(now, k1, h / 2))
  const k3 = f(moved(now, k2, h / 2))
  const k4 = f(moved(now, k3, h))
  return moved(moved(moved(moved(now, k1, h / 6), k2, h / 3), k3, h / 3), k4, h / 6)
}

/**
 * Doses by other ways than the vein, by Runge and Kutta: this file knows no exponential and no matrix. Gives what is everywhere (mg) at a
 * time (min), all that has left for good under `lost`; steps of at most h min, never across a change.
 */
export function absorbedOracle(
  { parent, metabolite }: { parent: Disposition; metabolite: Metabolite },
  doses: readonly Absorbed[],
  time: number,
  h = 0.02,
): Amounts {
  const found = doses.flatMap((dose, i) => dose.paths.map((path, j) => pathOf(path, dose, `${i}.${j}`, metabolite)))
  const edges = [...bodyEdges(parent, metabolite), ...found.flatMap((one) => one.edges)]
  const inputs = found.map(({ input }) => input)
  const cuts = new Set([0, time, ...inputs.flatMap(({ at, minutes }) => [at, at + minutes])])
  const stops = [...cuts].filter((t) => t <= time).toSorted((a, b) => a - b)
  let now: Amounts = Object.fromEntries(edges.flatMap(({ from, to }) => [from, to]).map((name) => [name, 0]))
  stops.forEach((from, i) => {
    for (const { ends, mg, at, minutes } of inputs)
      if (minutes === 0 && at === from) for (const { to, share } of ends) now[to] += mg * share
    const running = inputs.filter(({ at, minutes }) => at <= from && from < at + minutes)
    const to = stops[i + 1] ?? from
    const n = Math.ceil((to - from) / h)
    for (let j = 0; j < n; j++) now = step((b) => change(edges, running, b), now, (to - from) / n)
  })
  return now
}
