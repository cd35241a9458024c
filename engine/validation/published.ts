import { partsOf } from '../src/enantiomer.ts'
import { peak } from '../src/exposure.ts'
import type { Model } from '../src/model.ts'
import { clements250 } from '../src/models/clements-250.ts'
import { domino } from '../src/models/domino.ts'
import { kamp2020 } from '../src/models/kamp-2020.ts'
import { otto2021 } from '../src/models/otto-2021.ts'
import { simons2022 } from '../src/models/simons-2022.ts'
import { infusion } from '../src/regimen.ts'
import { inNgPerMl } from '../src/units.ts'
import { fromRows, type Group } from './group.ts'
import { publishedEffects } from './published-effects.ts'
import { clearances, kampLater } from './published-kinetics.ts'
import { rowOf, type Seen } from './seen.ts'

const adult = { weightKg: 70, ageYears: 40, sex: 'male' } as const
const cmax = (model: Model, mg: number, minutes: number) =>
  inNgPerMl(peak(model.parameters(adult), [infusion(mg, minutes)]).value)

const mixedSites = 'pooled from arteries and veins; its curve right after the stop is neither'
const arterial = 'an arterial curve stands higher than a venous one while the drip runs; this was seen in veins'

const rows = (): Seen[] => [
  {
    id: 'Simons 2022',
    what: 'kamp-2020: S-ketamine 20 mg over 20 min, arterial peak, ng/mL',
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
]

/** Both enantiomers peak when the drip stops. */
const summed = (model: Model) =>
  partsOf(model, adult, 'racemic-ketamine', [infusion(35, 40)]).reduce(
    (sum, { kinetics, regimen }) => sum + inNgPerMl(peak(kinetics.parent, regimen).value),
    0,
  )

export const published: Group = {
  id: 'published',
  title: 'Out of sample: what people measured',
  about:
    'What was seen in blood and of effects by people whom a model was not made from, as far as we know (kamp-2020 pools eighteen studies, and which was not found), each beside its own interval: of the ' +
    'people (mean ± SD) where one was printed, else as wide as was said before. A model is held to what its sampling site can show.',
  file: import.meta.filename,
  run: () => fromRows([...rows(), ...clearances(), ...kampLater()].map(rowOf).concat(publishedEffects())),
}
