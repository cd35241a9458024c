import { type Disposition, dispositionFaults } from './disposition.ts'
import { type Fault, numberFaults, refuse } from './fault.ts'
import { clearance } from './kinetics.ts'
import { modes } from './numeric/modes.ts'
import { bisect } from './numeric/root.ts'
import { type Curve, effectCurve, plasmaArea, plasmaCurve, type Stretch, stretches, turns } from './numeric/stretch.ts'
import { pieces, type Regimen, regimenFaults, totalMg } from './regimen.ts'

/** The highest point of a curve: mg/L, and when, in min. */
export type Peak = { value: number; at: number }

/** The summary of a plasma curve: Cmax mg/L, tmax min, AUC mg·min/L for all time. */
export type Exposure = { cmax: number; tmax: number; auc: number }

const doorFaults = (p: Disposition, regimen: Regimen, ke0?: number): Fault[] => [
  ...dispositionFaults(p),
  ...regimenFaults(regimen),
  ...(ke0 === undefined ? [] : numberFaults('ke0', ke0, { above: 0 })),
]

/** Plasma, or the effect site when a ke0 is given. */
function curveOf(p: Disposition, regimen: Regimen, ke0?: number): [Stretch[], Curve] {
  refuse(doorFaults(p, regimen, ke0))
  return [stretches(modes(p), ke0 ?? 0, pieces(regimen)), ke0 === undefined ? plasmaCurve : effectCurve]
}

/** Cmax (mg/L), tmax (min) and AUC (mg·min/L) of plasma. */
export function exposure(p: Disposition, regimen: Regimen): Exposure {
  const { value, at } = peak(p, regimen)
  return { cmax: value, tmax: at, auc: auc(p, regimen) }
}

/** The highest plasma concentration, or with a ke0 (1/min) the highest at the effect site. Exact, not read off a grid. */
export function peak(p: Disposition, regimen: Regimen, ke0?: number): Peak {
  const [all, curve] = curveOf(p, regimen, ke0)
  const candidates = all.flatMap((s) => turns(s, curve).map((t) => ({ value: curve.value(s, t), at: s.from + t })))
  return candidates.reduce((best, next) => (next.value > best.value ? next : best))
}

/** Area under the plasma curve (mg·min/L) of everything given, from the first dose to a time (min), or for ever. */
export function auc(p: Disposition, regimen: Regimen, until = Infinity): number {
  refuse(doorFaults(p, regimen), until === Infinity ? [] : numberFaults('until', until, { min: 0 }))
  if (until === Infinity) return totalMg(regimen) / clearance(p)
  return stretches(modes(p), 0, pieces(regimen))
    .filter(({ from }) => from < until)
    .reduce((sum, s) => sum + plasmaArea(s, Math.min(s.to, until) - s.from), 0)
}

/** How long (min) plasma, or with a ke0 the effect site, stands above a threshold (mg/L, above 0), from the first dose on. */
export function timeAbove(p: Disposition, regimen: Regimen, threshold: number, ke0?: number): number {
  refuse(doorFaults(p, regimen, ke0), numberFaults('threshold', threshold, { above: 0 }))
  const [all, curve] = curveOf(p, regimen, ke0)
  return all.reduce((sum, s) => sum + above(s, curve, threshold), 0)
}

/** When (min) plasma, or with a ke0 the effect site, has fallen below a threshold (mg/L, above 0) for good; 0 when it never stood above. */
export function clearFrom(p: Disposition, regimen: Regimen, threshold: number, ke0?: number): number {
  refuse(doorFaults(p, regimen, ke0), numberFaults('threshold', threshold, { above: 0 }))
  const [all, curve] = curveOf(p, regimen, ke0)
  for (const s of all.toReversed()) {
    const excess = (t: number) => curve.value(s, t) - threshold
    const points = turns(s, curve)
    for (let i = points.length - 1; i > 0; i--) {
      if (excess(points[i]) > 0) return s.from + points[i]
      if (excess(points[i - 1]) > 0) return s.from + bisect(excess, points[i - 1], points[i])
    }
  }
  return 0
}

/** Between two turns the curve only rises or only falls, so it meets the threshold at most once. */
function above(s: Stretch, curve: Curve, threshold: number): number {
  const excess = (t: number) => curve.value(s, t) - threshold
  const points = turns(s, curve)
  let sum = 0
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]]
    const [before, after] = [excess(from) > 0, excess(to) > 0]
    if (before && after) sum += to - from
    else if (before !== after) {
      const meets = bisect(excess, from, to)
      sum += before ? meets - from : to - meets
    }
  }
  return sum
}

/** Minutes after the last dose has ended until plasma is half of what it was then; 0 when nothing was given. */
export function halvingTime(p: Disposition, regimen: Regimen): number {
  const [all, { value }] = curveOf(p, regimen)
  const last = all[all.length - 1]
  const half = value(last, 0) / 2
  if (half === 0) return 0
  const slowest = Math.min(...last.modes.rates)
  return bisect((t) => value(last, t) - half, 0, Math.LN2 / slowest)
}
