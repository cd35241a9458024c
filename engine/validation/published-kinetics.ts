import { enantiomers } from '../src/enantiomer.ts'
import { auc } from '../src/exposure.ts'
import { clearance, halfLives, steadyState, steadyStateVolume } from '../src/kinetics.ts'
import type { Model } from '../src/model.ts'
import { domino } from '../src/models/domino.ts'
import { kamp2020 } from '../src/models/kamp-2020.ts'
import { otto2021 } from '../src/models/otto-2021.ts'
import { perezRuixo2021 } from '../src/models/perez-ruixo-2021.ts'
import { simons2022 } from '../src/models/simons-2022.ts'
import { bolus, infusion } from '../src/regimen.ts'
import { simulate } from '../src/simulate.ts'
import { hours, inNgHourPerMl, inNgPerMl } from '../src/units.ts'
import type { Seen } from './seen.ts'

const adult = { weightKg: 70, ageYears: 40, sex: 'male' } as const
const of = (model: Model) => model.parameters(adult)
const within = (mean: number, sd: number) => ({ value: `${mean} ± ${sd}`, low: mean - sd, high: mean + sd })

const short = 'made from samples of hours, which see little of the deep tissues: its volume is short'
const deep = 'made from samples of two days, with a deep tissue that samples of a day do not see'
const fast = 'volunteers of other studies clear more; sources disagree by a third'

/** mL/min per kg of body weight, from L/min. */
const perKg = (litresPerMin: number) => (litresPerMin * 1000) / adult.weightKg

/** S-ketamine given alone, and what the two enantiomers clear in the racemate. */
const ofEnantiomers = (): Seen[] => [
  ...([simons2022, otto2021, perezRuixo2021] as const).map(
    (model): Seen => ({
      id: 'Wang 2019',
      what: `${model.id}: clearance of S-ketamine given alone, mL/min/kg (n 16)`,
      ...within(18.1, 3.2),
      got: perKg(clearance(of(model))),
      why: fast,
    }),
  ),
  {
    id: 'Wang 2019',
    what: 'clearance of R over that of S, both in the racemate',
    value: '15.8 ± 3.1 over 18.4 ± 3.4',
    low: 12.7 / 18.4,
    high: 18.9 / 18.4,
    got: enantiomers.rClearance.value / enantiomers.sClearance,
  },
  {
    id: 'Hasan 2021',
    what: 'clearance of R over that of S, racemate 5 mg (n 15)',
    value: '1,530 over 1,620 (± 380 each)',
    low: 1150 / 1620,
    high: 1910 / 1620,
    got: enantiomers.rClearance.value / enantiomers.sClearance,
  },
  ...([otto2021, simons2022, perezRuixo2021] as const).map(
    (model): Seen => ({
      id: 'Hasan 2021',
      what: `${model.id}: volume of S-ketamine at steady state, L/kg`,
      ...within(6.6, 2.2),
      got: steadyStateVolume(of(model)) / adult.weightKg,
      why: model === simons2022 ? short : deep,
    }),
  ),
]

/** The racemate in the models of both enantiomers together. */
const ofRacemate = (): Seen[] => [
  ...([kamp2020, domino] as const).flatMap((model): Seen[] => [
    {
      id: 'Idvall 1979',
      what: `${model.id}: half-life after hours of infusion, min (n 31)`,
      ...within(79, 8),
      got: Math.max(...halfLives(of(model))),
      why: 'samples ended early: a later, slower decline was not seen, and the two are not the same half-life',
    },
    {
      id: 'Idvall 1979',
      what: `${model.id}: plasma settled at 41 µg/kg/min with nitrous oxide, ng/mL`,
      ...within(2211, 190),
      got: inNgPerMl(steadyState(of(model), 0.041 * adult.weightKg)),
      why: 'how long they were infused was not read, and what the blood flow of an anesthetized liver does is not modelled',
    },
  ]),
  ...([kamp2020, domino] as const).flatMap((model): Seen[] => [
    {
      id: 'PMC9118341',
      what: `${model.id}: racemate 10 mg at once, plasma at 2 min, ng/mL (n 9, geometric SD 1.71)`,
      value: '296 (173–506)',
      low: 296 / 1.71,
      high: 296 * 1.71,
      got: inNgPerMl(simulate(of(model), [bolus(10)], [2])[0]),
      why: 'two minutes after a push no compartment is mixed',
    },
    {
      id: 'PMC9118341',
      what: `${model.id}: the same, area under the curve, ng·h/mL (no SD read; ± 20 %)`,
      value: '113',
      low: 90.4,
      high: 135.6,
      got: inNgHourPerMl(auc(of(model), [bolus(10)])),
      why: 'its clearance is the highest of the pooled models',
    },
  ]),
]

/** Clearances and volumes of studies that no model here was made from. */
export const clearances = (): Seen[] => [...ofEnantiomers(), ...ofRacemate()]

/** Kamp 2020b, S + R in ng/mL, read from pixels at half hours; at 1 h the pixel already shows the next step of the pump. */
const digitised = [
  [0.5, 96],
  [1.5, 217],
  [2, 266],
  [2.5, 467],
  [3, 522],
  [3.5, 207],
  [4, 166],
  [5, 123],
] as const

const kampRegimen = [0.28, 0.57, 1.14].map((mgPerKg, i) => infusion(mgPerKg * adult.weightKg, hours(1), hours(i)))

/** The means of another study of the same group, digitised by others: a check from outside, ± 20 %. */
export const kampLater = (): Seen[] => {
  const curve = simulate(
    of(kamp2020),
    kampRegimen,
    digitised.map(([hour]) => hours(hour)),
  )
  return digitised.map(([hour, seen], i) => ({
    id: 'Kamp 2020b',
    what: `kamp-2020: racemate 0.28, 0.57, 1.14 mg/kg/h for an hour each, S + R at ${hour} h, ng/mL (BJA 125:750, digitised in indand21/ketamine_therapeutic_window, 0988109)`,
    value: String(seen),
    low: 0.8 * seen,
    high: 1.2 * seen,
    got: inNgPerMl(curve[i]),
  }))
}
