import type { Variability } from './model.ts'
import { omegaOf } from './numeric/normal.ts'

export type { Variability } from './model.ts'

/** The covariance of independent log-normals with these coefficients of variation (fractions). */
export const independent = (cvs: readonly number[]): number[][] =>
  cvs.map((cv, i) => cvs.map((_, j) => (i === j ? omegaOf(cv) ** 2 : 0)))

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
  of: ['cl', 'v1', 'v2'],
  omega: independent([0.25, 0.3, 0.5]),
}
