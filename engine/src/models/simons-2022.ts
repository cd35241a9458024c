import { fromClearances } from '../disposition.ts'
import { defineModel } from '../model.ts'
import { molarMass, nmolPerMl } from '../units.ts'

const title = 'S-ketamine, S-norketamine and S-hydroxynorketamine from arteries'
const citation = 'Simons et al. Front Pain Res 2022;3:946486, part 1'

/** Printed at 70 kg without exponents: volumes to the power 1 and clearances to 0.75 are assumed. Clearances in L/min. */
export const simons2022 = defineModel({
  id: 'simons-2022',
  title,
  source: {
    citation,
    population: '20 volunteers, 10 women, 24 years (19–32), 73 kg (53–93)',
    confidence:
      'parameters seen in one library of models, conversions and peaks in the abstract; the exponents of weight are assumed',
  },
  drug: 's-ketamine',
  route: 'intravenous',
  sampling: 'arterial',
  validity: { weightKg: [53, 93], ageYears: [19, 32] },
  reads: [],
  parameters: ({ weightKg }) => disposition(weightKg, { cl: 1.48, v1: 11.6, q2: 2.43, v2: 39, q3: 1.21, v3: 174 }),
  metabolites: ({ weightKg }) => [
    {
      analyte: 'norketamine',
      from: 'ketamine',
      fraction: 0.8,
      transit: { compartments: 2, rate: 2 / 20.1 },
      disposition: disposition(weightKg, { cl: 1, v1: 11.6, q2: 2.63, v2: 221, q3: 0, v3: 0 }),
      massRatio: molarMass.norketamine / molarMass.ketamine,
    },
    {
      analyte: 'hydroxynorketamine',
      from: 'norketamine',
      fraction: 0.7,
      transit: { compartments: 2, rate: 2 / 1.12 },
      disposition: disposition(weightKg, { cl: 0.933, v1: 4.4, q2: 1.7, v2: 87.5, q3: 0, v3: 0 }),
      massRatio: molarMass.hydroxynorketamine / molarMass.ketamine,
    },
  ],
  variability: {
    id: 'simons-2022',
    title: 'Between healthy volunteers',
    source: {
      citation,
      population: '20 volunteers of about 24 years',
      confidence: 'variances seen in one library of models; no covariance was given',
    },
    basis: 'source',
    of: [
      'v1',
      'norketamine.v1',
      'cl',
      'q3',
      'norketamine.cl',
      'norketamine.mtt',
      'hydroxynorketamine.v1',
      'hydroxynorketamine.cl',
      'hydroxynorketamine.q2',
    ],
    // The central volume is one and the same for both in every subject.
    omega: [0.057, 0.057, 0.029, 0.026, 0.05, 0.021, 1.22, 0.103, 0.287].map((variance, i, all) =>
      all.map((_, j) => (i === j || (i < 2 && j < 2) ? variance : 0)),
    ),
  },
  standardErrors: {
    v1: 0.9 / 11.6,
    v2: 2.9 / 39,
    v3: 11 / 174,
    cl: 0.06 / 1.48,
    q2: 0.24 / 2.43,
    q3: 0.08 / 1.21,
    'norketamine.v2': 13 / 221,
    'norketamine.cl': 0.04,
    'norketamine.q2': 0.15 / 2.63,
    'norketamine.mtt': 1 / 20.1,
    'hydroxynorketamine.v1': 2 / 4.4,
    'hydroxynorketamine.v2': 6.5 / 87.5,
    'hydroxynorketamine.cl': 0.068 / 0.933,
    'hydroxynorketamine.q2': 0.25 / 1.7,
    'hydroxynorketamine.mtt': 0.51 / 1.12,
  },
  residual: {
    ketamine: { proportional: 0.1095, additive: 0 },
    norketamine: { proportional: 0.102, additive: nmolPerMl(0.058, 'norketamine') },
    hydroxynorketamine: { proportional: 0.079, additive: nmolPerMl(0.02, 'hydroxynorketamine') },
  },
  effectSite: 'not published',
  notModelled: ['what differs from one day to the next in the same subject', 'R-ketamine', 'age', 'sex'],
  examples: [
    {
      subject: { weightKg: 70 },
      expect: { v1: 11.6, k10: 0.127586, k31: 0.00695402 },
      metabolites: {
        norketamine: { v1: 11.6, k10: 0.0862069, k12: 0.226724, k21: 0.0119005 },
        hydroxynorketamine: { v1: 4.4, k10: 0.212045, k12: 0.386364, k21: 0.0194286 },
      },
    },
    { subject: { weightKg: 35 }, expect: { v1: 5.8, k10: 0.151726 } },
  ],
})

function disposition(weightKg: number, at70: Parameters<typeof fromClearances>[0]) {
  const volume = weightKg / 70
  const clearance = volume ** 0.75
  return fromClearances({
    cl: at70.cl * clearance,
    v1: at70.v1 * volume,
    q2: at70.q2 * clearance,
    v2: at70.v2 * volume,
    q3: at70.q3 * clearance,
    v3: at70.v3 * volume,
  })
}
