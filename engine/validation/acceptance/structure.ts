import { auc } from '../../src/exposure.ts'
import { clearance, halfLives, steadyStateVolume } from '../../src/kinetics.ts'
import type { Model } from '../../src/model.ts'
import { clements250 } from '../../src/models/clements-250.ts'
import { domino } from '../../src/models/domino.ts'
import { herd2007a } from '../../src/models/herd-2007a.ts'
import { hijazi2003 } from '../../src/models/hijazi-2003.ts'
import { kamp2020 } from '../../src/models/kamp-2020.ts'
import { otto2021 } from '../../src/models/otto-2021.ts'
import { perezRuixo2021 } from '../../src/models/perez-ruixo-2021.ts'
import { simons2022 } from '../../src/models/simons-2022.ts'
import { modes } from '../../src/numeric/modes.ts'
import { infusion } from '../../src/regimen.ts'
import { inLitresPerHour, inNgHourPerMl } from '../../src/units.ts'
import { numberRow, type Row } from '../group.ts'
import { adult, rowsOf, tolerance } from './rows.ts'

const lives: [Model, number[]][] = [
  [domino, [0.402002, 4.57485, 114.617]],
  [kamp2020, [2.83971, 28.361, 183.751]],
  [clements250, [17.5877, 182.934]],
  [hijazi2003, [16.2087, 296.714]],
  [herd2007a, [4.39098, 80.3567]],
  [otto2021, [12.8974, 89.4112, 442.039]],
  [simons2022, [1.46052, 21.3516, 193.178]],
  [perezRuixo2021, [7.35266, 28.8816, 131.201, 661.995]],
]

const cleared: [Model, number, number][] = [
  [domino, 40, 115.921],
  [kamp2020, 40, 84],
  [otto2021, 40, 95.2],
  [simons2022, 40, 88.8],
  [perezRuixo2021, 45, 109],
  [perezRuixo2021, 80, 84.174],
]

const exponentials: [Model, number[], number[]][] = [
  [domino, [1.72424, 0.151513, 0.00604751], [0.21193, 0.012958, 0.00186963]],
  [kamp2020, [0.244091, 0.0244402, 0.0037722], [0.0350388, 0.00332078, 0.00164039]],
]

/** A: what a model is, before any dose. */
export const structure = (): Row[] => [
  ...cleared.map(([model, ageYears, expected]) =>
    numberRow(
      'A',
      `${model.id} at ${ageYears} years, clearance, L/h`,
      expected,
      inLitresPerHour(clearance(model.parameters({ ...adult(), ageYears }))),
      tolerance,
    ),
  ),
  ...lives.flatMap(([model, expected]) =>
    rowsOf(
      'A',
      expected.map((_, i) => `${model.id}, half-life ${i + 1}, min`),
      expected,
      halfLives(model.parameters(adult())),
    ),
  ),
  ...exponentials.flatMap(([model, rates, weights]) => {
    const found = modes(model.parameters(adult()))
    return [
      ...rowsOf(
        'A',
        rates.map((_, i) => `${model.id}, rate ${i + 1}, 1/min`),
        rates,
        found.rates,
      ),
      ...rowsOf(
        'A',
        weights.map((_, i) => `${model.id}, coefficient ${i + 1}, 1/L`),
        weights,
        found.weights,
      ),
    ]
  }),
  ...rowsOf(
    'A',
    ['domino, steady-state volume, L', 'kamp-2020, steady-state volume, L'],
    [193.194, 238],
    [domino, kamp2020].map((model) => steadyStateVolume(model.parameters(adult()))),
  ),
  ...rowsOf(
    'A',
    ['kamp-2020, area after 35 mg, ng·h/mL', 'domino, area after 35 mg, ng·h/mL'],
    [416.667, 301.929],
    [kamp2020, domino].map((model) => inNgHourPerMl(auc(model.parameters(adult()), [infusion(35, 40)]))),
  ),
]
