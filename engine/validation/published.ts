import type { Disposition } from '../src/disposition.ts'
import { partsOf } from '../src/enantiomer.ts'
import { peak } from '../src/exposure.ts'
import { clearance, steadyState, steadyStateVolume } from '../src/kinetics.ts'
import type { Model } from '../src/model.ts'
import { clements250 } from '../src/models/clements-250.ts'
import { domino } from '../src/models/domino.ts'
import { kamp2020 } from '../src/models/kamp-2020.ts'
import { otto2021 } from '../src/models/otto-2021.ts'
import { perezRuixo2021 } from '../src/models/perez-ruixo-2021.ts'
import { simons2022 } from '../src/models/simons-2022.ts'
import { infusion } from '../src/regimen.ts'
import { inLitresPerHour, inNgPerMl, mgPerHour } from '../src/units.ts'
import { fromRows, type Group, numberRow, type Row } from './group.ts'
import { publishedEffects } from './published-effects.ts'

const adult = { weightKg: 70, ageYears: 40, sex: 'male' } as const
const cmax = (model: Model, mg: number, minutes: number) =>
  inNgPerMl(peak(model.parameters(adult), [infusion(mg, minutes)]).value)

type Seen = { id: string; what: string; value: string; low: number; high: number; got: number; why?: string }

const mixedSites = 'pooled from arteries and veins; its curve right after the stop is neither'
const arterial = 'an arterial curve stands higher than a venous one while the drip runs; this was seen in veins'

const rows = (): Seen[] => [
  {
    id: 'Simons 2022',
    what: 'simons-2022: S-ketamine 20 mg over 20 min, arterial peak, ng/mL',
    value: '273 (259–287) and 260 (251–269)',
    low: 250,
    high: 290,
    got: cmax(simons2022, 20, 20),
  },
  {
    id: 'Simons 2022',
    what: 'kamp-2020, the same',
    value: '273 and 260',
    low: 250,
    high: 290,
    got: cmax(kamp2020, 20, 20),
    why: mixedSites,
  },
  {
    id: 'Simons 2022',
    what: 'domino, the same',
    value: '273 and 260',
    low: 250,
    high: 290,
    got: cmax(domino, 20, 20),
    why: 'fitted to racemate after boluses',
  },
  {
    id: 'Zarate 2006',
    what: 'kamp-2020: racemate 0.5 mg/kg over 40 min, venous peak, ng/mL',
    value: '185',
    low: 150,
    high: 260,
    got: cmax(kamp2020, 35, 40),
  },
  { id: 'Zarate 2006', what: 'domino, the same', value: '185', low: 150, high: 260, got: cmax(domino, 35, 40) },
  { id: 'Zarate 2006', what: 'clements-250, the same', value: '185', low: 150, high: 260, got: cmax(clements250, 35, 40) },
  { id: 'Zarate 2006', what: 'otto-2021, S and R apart, the same', value: '185', low: 150, high: 260, got: summed(otto2021) },
  {
    id: 'Zarate 2006',
    what: 'simons-2022, S and R apart, the same',
    value: '185',
    low: 150,
    high: 260,
    got: summed(simons2022),
    why: arterial,
  },
  {
    id: 'Goldberg 2011',
    what: 'otto-2021: racemate 40 mg/h settled, R over S (seen: R above S, tables not found)',
    value: 'above 1',
    low: 1.0001,
    high: 2,
    got: rOverS(otto2021),
  },
  {
    id: 'Goldberg 2011',
    what: 'perez-ruixo-2021, the same, with a liver',
    value: 'above 1',
    low: 1.0001,
    high: 2,
    got: rOverS(perezRuixo2021),
  },
  {
    id: 'Perez-Ruixo 2021',
    what: 'perez-ruixo-2021: volume of plasma and tissues without the liver, L (the abstract)',
    value: '752',
    low: 751.5,
    high: 752.5,
    got: steadyStateVolume(withoutLiver(perezRuixo2021.parameters(adult))),
  },
  {
    id: 'Perez-Ruixo 2021',
    what: 'perez-ruixo-2021: clearance, L/h (the abstract)',
    value: '114',
    low: 113.5,
    high: 114.5,
    got: inLitresPerHour(clearance(perezRuixo2021.parameters(adult))),
    why: 'the table of parameters and the abstract of one paper differ; we give what the parameters give',
  },
]

const withoutLiver = ({ v1, k10, k12, k21, k13, k31 }: Disposition): Disposition => ({ v1, k10, k12, k21, k13, k31 })

/** R over S when a racemate has settled. */
function rOverS(model: Model): number {
  const [s, r] = partsOf(model, adult, 'racemic-ketamine', []).map(({ kinetics }) => steadyState(kinetics.parent, mgPerHour(20)))
  return r / s
}

/** Designs without a published concentration, and totals: numbers an independent program gave. */
const arithmetic = (): Row[] => [
  numberRow('Rolan 2014', 'kamp-2020: 10 mg over 30 min, peak, ng/mL', 86.8625, cmax(kamp2020, 10, 30), 5e-6),
  numberRow('Rolan 2014', 'domino, the same', 86.2745, cmax(domino, 10, 30), 5e-6),
  numberRow(
    'Goldberg 2011',
    'kamp-2020: racemate 40 mg/h settled, both enantiomers, ng/mL',
    476.19,
    inNgPerMl(steadyState(kamp2020.parameters(adult), mgPerHour(40))),
    5e-6,
  ),
]

/** Both enantiomers peak when the drip stops. */
const summed = (model: Model) =>
  partsOf(model, adult, 'racemic-ketamine', [infusion(35, 40)]).reduce(
    (sum, { kinetics, regimen }) => sum + inNgPerMl(peak(kinetics.parent, regimen).value),
    0,
  )

const rowOf = ({ id, what, value, low, high, got, why }: Seen): Row => {
  const fits = got >= low && got <= high
  return {
    id,
    what,
    expected: value,
    tolerance: `${low}–${high}`,
    got: got.toFixed(got < 10 ? 3 : 1),
    verdict: fits ? 'pass' : why ? 'does not fit' : 'FAIL',
    ...(!fits && why && { why }),
  }
}

export const published: Group = {
  id: 'published',
  title: 'What people measured',
  about:
    'What was seen in blood and of effects, with the tolerance set before. A model is held to what its sampling site can show. ' +
    'What trials saw of pain is held in the chapter after this one.',
  file: import.meta.filename,
  run: () => fromRows([...rows().map(rowOf), ...arithmetic(), ...publishedEffects()]),
}
