import { infusion, models, peak } from '@dripline/engine'
import { describe, expect, test } from 'vitest'
import { curveInputs, curveSummary, orderCurve, plasmaRanges } from './order-curve.ts'

const wanted = { doseMg: '100', minutes: 240, weightKg: '72', ageYears: 44, sex: 'female' } as const
const inputs = curveInputs(wanted)

describe('the curve of an order', () => {
  test('100 mg in four hours at 72 kg peaks when the pump stops, near the published picture of it', () => {
    const { plasma, times } = orderCurve(inputs)
    const at = times.indexOf(240)
    const highest = Math.max(...plasma.p50)
    expect(plasma.p50[at]).toBe(highest)
    expect(highest * 1000).toBeGreaterThan(195)
    expect(highest * 1000).toBeLessThan(235)
  })

  test('is the same on every draw, and another weight draws another', () => {
    expect(orderCurve(inputs).plasma.p50).toEqual(orderCurve(curveInputs(wanted)).plasma.p50)
    expect(orderCurve(curveInputs({ ...wanted, weightKg: '90' })).plasma.p50).not.toEqual(orderCurve(inputs).plasma.p50)
  })

  test('bands lie around their middle at every minute, and the effect site lags the plasma', () => {
    const { plasma, effectSite } = orderCurve(inputs)
    for (const { p5, p25, p50, p75, p95 } of [plasma, effectSite])
      for (const i of p50.keys())
        expect([p5[i], p25[i], p50[i], p75[i], p95[i]]).toEqual(
          [p5[i], p25[i], p50[i], p75[i], p95[i]].sort((a, b) => Number(a) - Number(b)),
        )
    expect(effectSite.p50[5]).toBeLessThan(Number(plasma.p50[5]))
  })

  test('forty minutes has its own grid, from the start to four hours after the end', () => {
    const { times } = orderCurve(curveInputs({ ...wanted, doseMg: '36', minutes: 40 }))
    expect([times[0], times.at(-1)]).toEqual([0, 280])
  })

  test('the other model is drawn by its own name and differs', () => {
    const other = curveInputs({ ...wanted, model: 'domino' })
    expect(other.model.version).not.toBe(inputs.model.version)
    expect(orderCurve(other).plasma.p50).not.toEqual(orderCurve(inputs).plasma.p50)
  })
})

describe('the summary beside it', () => {
  const summary = curveSummary(inputs)

  test('its middle is near the typical person, its ends around it', () => {
    const typical = peak(models.kamp2020.parameters(inputs.subject), [infusion(100, 240)]).value * 1000
    expect(Math.abs(summary.plasmaPeak.median / typical - 1)).toBeLessThan(0.05)
    for (const { p5, median, p95 } of Object.values(summary)) expect(p5 < median && median < p95).toBe(true)
  })

  test('agrees with the drawing: the band at the end of the infusion holds the peaks', () => {
    const { plasma, times } = orderCurve(inputs)
    const at = times.indexOf(240)
    expect(summary.plasmaPeak.median / (Number(plasma.p50[at]) * 1000)).toBeCloseTo(1, 2)
    expect(summary.plasmaPeak.p95 / (Number(plasma.p95[at]) * 1000)).toBeCloseTo(1, 2)
  })

  test('twice the dose gives twice the peak and exposure, and a longer time above the published range', () => {
    const double = curveSummary(curveInputs({ ...wanted, doseMg: '200' }))
    expect(double.plasmaPeak.median / summary.plasmaPeak.median).toBeCloseTo(2, 6)
    expect(double.exposure.p95 / summary.exposure.p95).toBeCloseTo(2, 6)
    expect(double.minutesAbove.median).toBeGreaterThan(summary.minutesAbove.median)
  })

  test('a dose too small to reach the range stands above it for no time', () => {
    expect(plasmaRanges.ranges.map(({ from }) => from)).toContain(70)
    expect(curveSummary(curveInputs({ ...wanted, doseMg: '1' })).minutesAbove).toEqual({ median: 0, p5: 0, p95: 0 })
  })
})
