import { halvingTime, peak } from '../../src/exposure.ts'
import { steadyState } from '../../src/kinetics.ts'
import type { Model } from '../../src/model.ts'
import { clements250 } from '../../src/models/clements-250.ts'
import { domino } from '../../src/models/domino.ts'
import { herd2007a } from '../../src/models/herd-2007a.ts'
import { kamp2020 } from '../../src/models/kamp-2020.ts'
import { otto2021 } from '../../src/models/otto-2021.ts'
import { perezRuixo2021 } from '../../src/models/perez-ruixo-2021.ts'
import { simons2022 } from '../../src/models/simons-2022.ts'
import { bolus, infusion, type Regimen } from '../../src/regimen.ts'
import { simulate, simulateEffectSite } from '../../src/simulate.ts'
import { simulateMetabolites } from '../../src/simulate-metabolites.ts'
import { hours, inNgPerMl, mgPerHour } from '../../src/units.ts'
import { numberRow, type Row } from '../group.ts'
import { adult, rowsOf, tolerance } from './rows.ts'

const halfMgPerKg = [infusion(35, 40)]
const plasma = (model: Model, regimen: Regimen, times: number[], kg = 70) =>
  [...simulate(model.parameters(adult(kg)), regimen, times)].map(inNgPerMl)

/** B: 0.5 mg/kg over 40 minutes. */
function shortInfusion(): Row[] {
  const times = [5, 10, 20, 40, 45, 60, 80, 110, 240]
  const expected: [Model, number[]][] = [
    [domino, [155.337, 181.809, 209.584, 240.331, 91.4126, 55.1084, 45.8091, 38.065, 17.341]],
    [kamp2020, [109.325, 154.532, 198.271, 253.052, 154.991, 95.86, 73.736, 54.3272, 25.6208]],
    [clements250, [33.1981, 62.0324, 109.48, 177.313, 157.394, 115.415, 84.7333, 63.0745, 34.5675]],
    [herd2007a, [83.9456, 131.968, 186.547, 253.425, 183.513, 119.324, 96.4194, 74.2729, 24.2001]],
  ]
  return [
    ...expected.flatMap(([model, values]) =>
      rowsOf(
        'B',
        times.map((t) => `${model.id}, 35 mg over 40 min, plasma at ${t} min, ng/mL`),
        values,
        plasma(model, halfMgPerKg, times),
      ),
    ),
    ...([50, 100] as const).map((kg, i) =>
      numberRow(
        'B',
        `kamp-2020, 0.5 mg/kg over 40 min at ${kg} kg, plasma at 40 min, ng/mL`,
        [239.978, 267.755][i],
        plasma(kamp2020, [infusion(kg / 2, 40)], [40], kg)[0],
        tolerance,
      ),
    ),
  ]
}

/** C: a long infusion, and the time to halve after it. */
function longInfusion(): Row[] {
  const sevenMgPerHour = (h: number) => [infusion(7 * h, hours(h))]
  const titles = ['at 1 h', 'at 4 h', 'at 24 h', 'settled'].map((when) => `7 mg/h, plasma ${when}, ng/mL`)
  const halving = ['40 min', '4 h', '24 h'].map((ran) => `minutes to halve after 7 mg/h for ${ran}`)
  const expected: [Model, number[], number[]][] = [
    [domino, [35.2924, 51.9371, 60.3799, 60.3858], [1.74333, 15.9555, 29.974]],
    [kamp2020, [39.2174, 62.7711, 83.1114, 83.3333], [8.70452, 42.2871, 70.4584]],
  ]
  return expected.flatMap(([model, rise, halves]) => {
    const p = model.parameters(adult())
    const found = [...plasma(model, sevenMgPerHour(24), [1, 4, 24].map(hours)), inNgPerMl(steadyState(p, mgPerHour(7)))]
    return [
      ...rowsOf(
        'C',
        titles.map((title) => `${model.id}, ${title}`),
        rise,
        found,
      ),
      ...rowsOf(
        'C',
        halving.map((title) => `${model.id}, ${title}`),
        halves,
        [40 / 60, 4, 24].map((h) => halvingTime(p, sevenMgPerHour(h))),
      ),
    ]
  })
}

/** E: an effect site behind plasma. The rates are test inputs; none belongs to these models. */
function effectSite(): Row[] {
  const times = [10, 20, 40, 60, 120]
  const expected: [Model, number, string, number[], number][] = [
    [domino, 0.238, '0.238', [147.596, 197.117, 234.488, 62.6543, 36.7648], 1.6084],
    [domino, 0.652, '0.652', [174.228, 206.246, 238.29, 56.6826, 36.1655], 1.0002],
    [kamp2020, 1.39022, '1.39022', [149.539, 195.803, 251.36, 97.0113, 50.2012], 1.6048],
    [kamp2020, Math.LN2 / 8.3, 'ln 2/8.3', [61.6196, 129.568, 214.695, 138.033, 56.2631], 8.2351],
  ]
  return expected.flatMap(([model, ke0, said, values, at]) => {
    const p = model.parameters(adult())
    const found = [...simulateEffectSite(p, ke0, halfMgPerKg, times).effectSite].map(inNgPerMl)
    const when = peak(p, [bolus(1)], ke0).at
    return [
      ...rowsOf(
        'E',
        times.map((t) => `${model.id}, ke0 ${said}/min, effect site at ${t} min, ng/mL`),
        values,
        found,
      ),
      {
        ...numberRow('E', `${model.id}, ke0 ${said}/min, a bolus is felt most at, min`, at, when, 1e-4 / at),
        tolerance: '1e−4 min',
      },
    ]
  })
}

/** K: parents and norketamine, in ng/mL of ketamine mass. */
function metabolites(): Row[] {
  const doses: [string, Regimen, number[]][] = [
    ['20 mg over 20 min', [infusion(20, 20)], [20, 60, 120]],
    ['17.5 mg over 40 min', [infusion(17.5, 40)], [40]],
    ['20 mg/h for 24 h', [infusion(480, 1440)], [1440]],
  ]
  const expected: [Model, number[], number[]][] = [
    [otto2021, [111.957, 49.9149, 29.155, 79.0209, 203.634], [17.6259, 42.0446, 40.003, 23.5427, 319.993]],
    [simons2022, [267.965, 41.5859, 19.8313, 144.371, 224.562], [31.3624, 39.8538, 26.3768, 36.608, 260.451]],
    [perezRuixo2021, [84.5735, 42.2933, 20.7849, 62.4215, 169.107], [6.38047, 36.3469, 40.1052, 13.4848, 322.075]],
  ]
  const titles = doses.flatMap(([dose, , times]) => times.map((t) => `${dose}, at ${t} min`))
  return expected.flatMap(([model, ketamine, norketamine]) => {
    const kinetics = model.kinetics({ ...adult(), ageYears: 45 })
    const found = doses.map(([, regimen, times]) => simulateMetabolites(kinetics, regimen, times))
    const ratio = kinetics.metabolites[0].massRatio
    const formed = found.flatMap((one) => [...(one.metabolites.norketamine ?? [])].map((c) => inNgPerMl(c) / ratio))
    return [
      ...rowsOf(
        'K',
        titles.map((title) => `${model.id}, ${title}, ketamine`),
        ketamine,
        found.flatMap((one) => [...one.plasma].map(inNgPerMl)),
      ),
      ...rowsOf(
        'K',
        titles.map((title) => `${model.id}, ${title}, norketamine`),
        norketamine,
        formed,
      ),
    ]
  })
}

/** K: norketamine over ketamine when both have settled, and the mass that a paper in moles makes of it. */
function settledRatios(): Row[] {
  const expected: [Model, number][] = [
    [otto2021, 1.64934],
    [simons2022, 1.184],
    [perezRuixo2021, 2.04781],
  ]
  const long = 20_000
  const rows = expected.map(([model, ratio]) => {
    const kinetics = model.kinetics({ ...adult(), ageYears: 45 })
    const { plasma, metabolites: formed } = simulateMetabolites(kinetics, [infusion(long, long)], [long])
    const found = (formed.norketamine?.[0] ?? 0) / kinetics.metabolites[0].massRatio / plasma[0]
    return numberRow('K', `${model.id}, settled, norketamine over ketamine`, ratio, found, tolerance)
  })
  const [{ massRatio }] = simons2022.kinetics(adult()).metabolites
  return [...rows, numberRow('K', 'norketamine in 1 mg of the ketamine it came from, mg', 0.941003, massRatio, tolerance)]
}

export const curves = (): Row[] => [...shortInfusion(), ...longInfusion(), ...effectSite(), ...metabolites(), ...settledRatios()]
