import type { Disposition } from '../src/disposition.ts'
import { partsOf } from '../src/enantiomer.ts'
import { peak } from '../src/exposure.ts'
import { clearance, steadyState, steadyStateVolume } from '../src/kinetics.ts'
import type { Model } from '../src/model.ts'
import { otto2021 } from '../src/models/otto-2021.ts'
import { perezRuixo2021 } from '../src/models/perez-ruixo-2021.ts'
import { simons2022 } from '../src/models/simons-2022.ts'
import { infusion } from '../src/regimen.ts'
import { inLitresPerHour, inNgPerMl, mgPerHour } from '../src/units.ts'
import { fromRows, type Group } from './group.ts'
import { rowOf, type Seen } from './seen.ts'

const adult = { weightKg: 70, ageYears: 40, sex: 'male' } as const
const cmax = (model: Model, mg: number, minutes: number) =>
  inNgPerMl(peak(model.parameters(adult), [infusion(mg, minutes)]).value)

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

export const inSample: Group = {
  id: 'in-sample',
  title: 'In sample: what a model was made from',
  about:
    'A model beside the very people it was made from, or beside what it was built to give (R above S: the ratio of the clearances is an input). That these come out shows that parameters were carried over rightly, and no more.',
  file: import.meta.filename,
  run: () => fromRows(rows().map(rowOf)),
}
