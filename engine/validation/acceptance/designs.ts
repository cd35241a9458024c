import { peak } from '../../src/exposure.ts'
import { steadyState } from '../../src/kinetics.ts'
import type { Model } from '../../src/model.ts'
import { domino } from '../../src/models/domino.ts'
import { kamp2020 } from '../../src/models/kamp-2020.ts'
import { infusion } from '../../src/regimen.ts'
import { inNgPerMl, mgPerHour } from '../../src/units.ts'
import { numberRow, type Row } from '../group.ts'

const adult = { weightKg: 70, ageYears: 40, sex: 'male' } as const
const cmax = (model: Model, mg: number, minutes: number) =>
  inNgPerMl(peak(model.parameters(adult), [infusion(mg, minutes)]).value)

/** Designs without a published concentration, and totals: numbers an independent program gave. */
export const designs = (): Row[] => [
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
