import type { Basis } from './effect.ts'
import type { Source } from './model.ts'

/** How much adults differ from the typical one: coefficients of variation of log-normal spread, as fractions. */
export type Variability = { id: string; title: string; source: Source; basis: Basis; cv: { cl: number; v1: number; v2: number } }

export const patientVariability: Variability = {
  id: 'patients-borrowed',
  title: 'Between-subject spread of adult patients, borrowed',
  source: {
    citation:
      'Widened from volunteers (Otto 2021, Simons 2022: clearance 16–17 %, central volume 24–30 %) towards Perez-Ruixo 2021 (liver flow 23 %, volumes 28 % and 49 %)',
    population: 'other studies than those of the model it is used with; adults, volunteers and patients',
    confidence: 'borrowed: no between-subject spread was found for the pooled model',
  },
  basis: 'borrowed',
  cv: { cl: 0.25, v1: 0.3, v2: 0.5 },
}
