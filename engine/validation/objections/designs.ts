import type { Model, Residual, Variability } from '../../src/model.ts'
import { kamp2020 } from '../../src/models/kamp-2020.ts'
import { otto2021 } from '../../src/models/otto-2021.ts'
import { simons2022 } from '../../src/models/simons-2022.ts'
import { infusion, type Regimen } from '../../src/regimen.ts'
import { ngPerMl } from '../../src/units.ts'
import { patientVariability } from '../../src/variability.ts'

/** Six samples of one infusion: the model that people are drawn from and fitted with. */
export type Design = {
  title: string
  model: Model
  variability: Variability
  residual: Residual
  regimen: Regimen
  times: readonly number[]
  seed: number
}

const printed = ({ id, variability, residual }: Model) => {
  if (typeof variability === 'string' || typeof residual === 'string' || !residual.ketamine)
    throw new Error(`${id} has lost its spread or its residual error`)
  return { variability, residual: residual.ketamine }
}

/** The designs are fixed beforehand, seeds and all. */
export const designs: readonly Design[] = [
  {
    title: 'kamp-2020, racemate 35 mg over 40 min, patients’ spread borrowed',
    model: kamp2020,
    variability: patientVariability,
    residual: { proportional: 0.15, additive: ngPerMl(2) },
    regimen: [infusion(35, 40)],
    times: [20, 40, 60, 120, 240, 480],
    seed: 20_261_130,
  },
  {
    title: 'simons-2022, S-ketamine 20 mg over 20 min, arterial',
    model: simons2022,
    ...printed(simons2022),
    regimen: [infusion(20, 20)],
    times: [10, 20, 30, 60, 120, 240],
    seed: 20_261_131,
  },
  {
    title: 'otto-2021, S-ketamine 20 mg over 40 min, venous',
    model: otto2021,
    ...printed(otto2021),
    regimen: [infusion(20, 40)],
    times: [20, 40, 60, 120, 240, 480],
    seed: 20_261_132,
  },
]
