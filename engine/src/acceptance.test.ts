import { describe, expect, test } from 'vitest'
import type { Disposition } from './disposition.ts'
import { reliefDahan2011 } from './effects/relief-dahan-2011.ts'
import { auc, halvingTime, peak } from './exposure.ts'
import { clearance, halfLives, steadyState, steadyStateVolume } from './kinetics.ts'
import { domino } from './models/domino.ts'
import { kamp2020 } from './models/kamp-2020.ts'
import { modes } from './numeric/modes.ts'
import { bolus, infusion } from './regimen.ts'
import { relief } from './relief.ts'
import { simulate, simulateEffectSite } from './simulate.ts'
import { hours, inLitresPerHour, inNgHourPerMl, inNgPerMl, litresPerHour, mgPerHour } from './units.ts'

/** Expected numbers come from an independent program (exact matrix exponential); the sixth digit is rounded. */
const tolerance = 5e-6

const agrees = (found: ArrayLike<number>, expected: readonly number[]) => {
  expect(found.length).toBe(expected.length)
  expected.forEach((value, i) => {
    expect(Math.abs(found[i] / value - 1), `${found[i]} is ${value}`).toBeLessThan(tolerance)
  })
}
const adult = (weightKg: number) => ({ weightKg, ageYears: 40, sex: 'male' }) as const
const racemate = domino.parameters(adult(70))
const pooled = kamp2020.parameters(adult(70))
const halfMgPerKg = [infusion(35, 40)]
const plasma = (p: Disposition, times: number[], regimen = halfMgPerKg) => [...simulate(p, regimen, times)].map(inNgPerMl)
const effectSite = (p: Disposition, ke0: number, times: number[]) =>
  [...simulateEffectSite(p, ke0, halfMgPerKg, times).effectSite].map(inNgPerMl)

describe('the structure of a model', () => {
  test('Domino clears 115.921 L/h and distributes over 193.194 L', () => {
    agrees([inLitresPerHour(clearance(racemate)), steadyStateVolume(racemate)], [115.921, 193.194])
  })
  test('Domino falls with half-lives of 0.402002, 4.57485 and 114.617 min', () => {
    agrees(halfLives(racemate), [0.402002, 4.57485, 114.617])
  })
  test('Domino is the sum of three exponentials', () => {
    agrees(modes(racemate).rates, [1.72424, 0.151513, 0.00604751])
    agrees(modes(racemate).weights, [0.21193, 0.012958, 0.00186963])
  })
  test('Kamp clears 84 L/h and distributes over 238 L', () => {
    agrees([inLitresPerHour(clearance(pooled)), steadyStateVolume(pooled)], [84, 238])
  })
  test('Kamp falls with half-lives of 2.83971, 28.3610 and 183.751 min', () => {
    agrees(halfLives(pooled), [2.83971, 28.361, 183.751])
  })
  test('Kamp is the sum of three exponentials', () => {
    agrees(modes(pooled).rates, [0.244091, 0.0244402, 0.0037722])
    agrees(modes(pooled).weights, [0.0350388, 0.00332078, 0.00164039])
  })
  test('two compartments have two half-lives: Clements, Hijazi and Herd as printed', () => {
    const two = (k10: number, k12: number, k21: number) => halfLives({ v1: 1, k10, k12, k21, k13: 0, k31: 0 })
    agrees(two(0.0109, 0.0186, 0.0137), [17.5877, 182.934])
    agrees(two(0.0333, 0.0088, 0.003), [16.2087, 296.714])
    agrees(two(litresPerHour(90) / 38.7, litresPerHour(215) / 38.7, litresPerHour(215) / 102), [4.39098, 80.3567])
  })
  test('the area under the curve is dose over clearance', () => {
    agrees(
      [pooled, racemate].map((p) => inNgHourPerMl(auc(p, halfMgPerKg))),
      [416.667, 301.929],
    )
  })
})

describe('0.5 mg/kg over 40 minutes', () => {
  const times = [5, 10, 20, 40, 45, 60, 80, 110, 240]
  test('Domino rises to 240.331 ng/mL and drops off a cliff', () => {
    agrees(plasma(racemate, times), [155.337, 181.809, 209.584, 240.331, 91.4126, 55.1084, 45.8091, 38.065, 17.341])
  })
  test('Kamp rises to 253.052 ng/mL and comes down more gently', () => {
    agrees(plasma(pooled, times), [109.325, 154.532, 198.271, 253.052, 154.991, 95.86, 73.736, 54.3272, 25.6208])
  })
  test('a heavy patient given mg per kg reaches more, because clearance grows less than weight', () => {
    const peakAt = (kg: number) => plasma(kamp2020.parameters(adult(kg)), [40], [infusion(kg / 2, 40)])
    agrees([...peakAt(50), ...peakAt(100)], [239.978, 267.755])
  })
  test('two compartments follow the same law: Clements and Herd', () => {
    const clements = { v1: 1.7522 * 70, k10: 0.0109, k12: 0.0186, k21: 0.0137, k13: 0, k31: 0 }
    agrees(plasma(clements, times), [33.1981, 62.0324, 109.48, 177.313, 157.394, 115.415, 84.7333, 63.0745, 34.5675])
    const [q, v1] = [litresPerHour(215), 38.7]
    const herd = { v1, k10: litresPerHour(90) / v1, k12: q / v1, k21: q / 102, k13: 0, k31: 0 }
    agrees(plasma(herd, times), [83.9456, 131.968, 186.547, 253.425, 183.513, 119.324, 96.4194, 74.2729, 24.2001])
  })
})

describe('a long infusion of 0.1 mg/kg/h', () => {
  const sevenMgPerHour = (h: number) => [infusion(7 * h, hours(h))]
  const rises = (p: Disposition) => plasma(p, [1, 4, 24].map(hours), sevenMgPerHour(24))
  const settles = (p: Disposition) => inNgPerMl(steadyState(p, mgPerHour(7)))
  const halves = (p: Disposition) => [40 / 60, 4, 24].map((h) => halvingTime(p, sevenMgPerHour(h)))

  test('Domino settles at 60.3858 ng/mL, Kamp at 83.3333: rate over clearance', () => {
    agrees([...rises(racemate), settles(racemate)], [35.2924, 51.9371, 60.3799, 60.3858])
    agrees([...rises(pooled), settles(pooled)], [39.2174, 62.7711, 83.1114, 83.3333])
  })
  test('the time to halve depends on how long the drip ran', () => {
    agrees(halves(racemate), [1.74333, 15.9555, 29.974])
    agrees(halves(pooled), [8.70452, 42.2871, 70.4584])
  })
})

describe('an effect site lags behind plasma', () => {
  const times = [10, 20, 40, 60, 120]
  test.each([
    { name: 'Domino', p: racemate, ke0: 0.238, ce: [147.596, 197.117, 234.488, 62.6543, 36.7648], at: 1.6084 },
    { name: 'Domino', p: racemate, ke0: 0.652, ce: [174.228, 206.246, 238.29, 56.6826, 36.1655], at: 1.0002 },
    { name: 'Kamp', p: pooled, ke0: 1.39022, ce: [149.539, 195.803, 251.36, 97.0113, 50.2012], at: 1.6048 },
    { name: 'Kamp', p: pooled, ke0: Math.LN2 / 8.3, ce: [61.6196, 129.568, 214.695, 138.033, 56.2631], at: 8.2351 },
  ])('$name with ke0 $ke0: a bolus is felt most after $at min', ({ p, ke0, ce, at }) => {
    agrees(effectSite(p, ke0, times), ce)
    expect(Math.abs(peak(p, [bolus(1)], ke0).at - at)).toBeLessThan(1e-4)
  })
})

describe('relief lasts longer than the drug', () => {
  const hundredHours = [infusion(40, 480), infusion(80, 480, 480), infusion(120, 480, 960), infusion(1520, hours(76), hours(24))]
  const days = [1, 2, 3, 100 / 24, 7, 14, 28, 42, 56, 84]
  const course = relief({ disposition: pooled, regimen: hundredHours, days, sFraction: 1 })

  test('the slow effect site fills over 100 hours of S-ketamine and empties over weeks', () => {
    const expected = [6.17042, 19.9594, 33.3971, 48.034, 41.6239, 26.6699, 10.9491, 4.49504, 1.84539, 0.311029]
    agrees([...course.effectSite].map(inNgPerMl), expected)
  })
  test('a responder is relieved of 82 % at the end, 51 % at week 4, 3 % at week 12', () => {
    const expected = [37.0142, 65.5279, 76.0804, 82.0617, 79.8557, 71.7513, 51.0468, 29.9768, 14.948, 2.87696]
    agrees(
      [...course.responder.relief].map((e) => 100 * e),
      expected,
    )
  })
  test('plasma at the end of the 100 hours is 238.095 ng/mL', () => {
    agrees(plasma(pooled, [hours(100)], hundredHours), [238.095])
  })
  test('one short racemic infusion gives next to nothing a week later, as two trials found', () => {
    const once = relief({ disposition: pooled, regimen: halfMgPerKg, days: [7], sFraction: 0.5, effect: reliefDahan2011 })
    agrees(once.responder.relief, [0.0328545])
  })
})
