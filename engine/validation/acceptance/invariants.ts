import { liverOf } from '../../src/disposition.ts'
import { auc } from '../../src/exposure.ts'
import type { Model } from '../../src/model.ts'
import { clements250 } from '../../src/models/clements-250.ts'
import { domino } from '../../src/models/domino.ts'
import { herd2007a } from '../../src/models/herd-2007a.ts'
import { kamp2020 } from '../../src/models/kamp-2020.ts'
import { otto2021 } from '../../src/models/otto-2021.ts'
import { perezRuixo2021 } from '../../src/models/perez-ruixo-2021.ts'
import { simons2022 } from '../../src/models/simons-2022.ts'
import { bolus, infusion, type Regimen, totalMg } from '../../src/regimen.ts'
import { simulate, simulateEffectSite } from '../../src/simulate.ts'
import { simulateMetabolites } from '../../src/simulate-metabolites.ts'
import { baseOfHydrochloride } from '../../src/units.ts'
import { numberRow, type Row } from '../group.ts'
import { adult, tolerance } from './rows.ts'

const all: readonly Model[] = [kamp2020, domino, clements250, herd2007a, otto2021, simons2022, perezRuixo2021]
const looked = [0, 1, 5, 20, 40, 41, 60, 90, 240, 1440, 6000]
const first: Regimen = [bolus(10, 5), infusion(35, 40)]
const second: Regimen = [infusion(20, 60, 30), bolus(7, 90)]

/** Plasma, effect site and every metabolite of one model, at all times looked at. */
function everything(model: Model, regimen: Regimen): number[] {
  const kinetics = model.kinetics(adult())
  const found = simulateMetabolites(kinetics, regimen, looked, [{ of: 'ketamine', ke0: Math.LN2 / 8.3 }])
  return [found.plasma, ...found.sites, ...Object.values(found.metabolites)].flatMap((curve) => [...curve])
}

/** By how much two lists differ at most, as a share of the second; where that is zero, the first has to be. */
const apart = (found: readonly number[], expected: readonly number[]) =>
  Math.max(...expected.map((x, i) => (x === 0 ? Math.abs(found[i]) : Math.abs(found[i] / x - 1))))

const worst = (of: (model: Model) => number) => Math.max(...all.map(of))

const twice = (model: Model) =>
  apart(
    everything(
      model,
      first.map((dose) => ({ ...dose, mg: 2 * dose.mg })),
    ),
    everything(model, first).map((c) => 2 * c),
  )

const added = (model: Model) => {
  const [one, other] = [everything(model, first), everything(model, second)]
  return apart(
    everything(model, [...first, ...second]),
    one.map((c, i) => c + other[i]),
  )
}

const split = (parts: number) => (model: Model) => {
  const pieces = Array.from({ length: parts }, (_, i) => infusion(35 / parts, 40 / parts, (40 * i) / parts))
  return apart(everything(model, pieces), everything(model, [infusion(35, 40)]))
}

/** Mg in a compartment that fills from plasma at `out` and empties at `back` (1/min): an effect site of that rate, in mg. */
const beside = (model: Model, regimen: Regimen, time: number, out: number, back: number) => {
  const p = model.parameters(adult())
  return out === 0 ? 0 : ((p.v1 * out) / back) * simulateEffectSite(p, back, regimen, [time]).effectSite[0]
}

/** What was infused, less what every compartment holds and what has been eliminated, as a share of what was infused. */
function missing(model: Model, time: number): number {
  const p = model.parameters(adult())
  const liver = liverOf(p)
  const passed = auc(p, first, time)
  const inLiver = liver ? beside(model, first, time, liver.k14, liver.k41 + liver.k40 + liver.k4m) : 0
  const body =
    p.v1 * simulate(p, first, [time])[0] +
    beside(model, first, time, p.k12, p.k21) +
    beside(model, first, time, p.k13, p.k31) +
    inLiver
  const lost = liver ? liver.k40 + liver.k4m : 0
  const throughLiver = liver ? (lost * (liver.k14 * p.v1 * passed - inLiver)) / (liver.k41 + lost) : 0
  return Math.abs((body + p.k10 * p.v1 * passed + throughLiver) / totalMg(first) - 1)
}

const row = (what: string, limit: number, got: number): Row => ({
  id: 'J',
  what: `${what}: largest relative error over ${all.length} models`,
  expected: '0',
  tolerance: limit === 0 ? 'exactly' : limit.toExponential(0).replace('e-', 'e−'),
  got: got === 0 ? '0' : got.toExponential(1).replace('e-', 'e−'),
  verdict: got <= limit ? 'pass' : 'FAIL',
})

const nothing = (model: Model) =>
  Math.max(...[[], [bolus(0)], [infusion(0, 40)]].flatMap((regimen) => everything(model, regimen)))

/** J: what must hold whatever the numbers are. */
export const invariants = (): Row[] => [
  row('twice the rate is twice the concentration, plasma, effect site and metabolites', 1e-11, worst(twice)),
  row('two regimens that overlap give the sum of each alone', 1e-11, worst(added)),
  row(
    'infused is in the body or eliminated, at 60 min and after a day',
    1e-9,
    worst((m) => Math.max(missing(m, 60), missing(m, 1440))),
  ),
  row('an infusion cut into 40 parts is the infusion', 1e-9, worst(split(40))),
  row('an infusion cut into 977 parts is the infusion', 1e-9, worst(split(977))),
  row('no dose, and a dose of zero, is zero', 0, worst(nothing)),
  numberRow('J', 'base in 1 mg of the hydrochloride, mg', 0.867008, baseOfHydrochloride(1), tolerance),
]
