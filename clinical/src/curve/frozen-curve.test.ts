import { expect, test } from 'vitest'
import { cannotDraw, sayCannotDraw } from './frozen-curve.ts'
import { curveInputs, curveSummary, orderCurve } from './order-curve.ts'

const inputs = { ...curveInputs({ doseMg: '100', minutes: 240, weightKg: '72', ageYears: 44, sex: 'female' }), size: 20 }

test('what was frozen with what is here can be drawn, also by the earlier way of counting versions', () => {
  expect(cannotDraw(inputs)).toBeNull()
  const earlier = {
    ...inputs,
    model: { id: 'kamp-2020', version: '2e884c7406fe' },
    effect: { id: 'perception-olofsen-2022', version: 'c1b02392110c' },
  }
  expect(cannotDraw(earlier)).toBeNull()
  expect(orderCurve(earlier)).toEqual(orderCurve(inputs))
})

test.each([
  [{ effect: { id: 'no-such-effect', version: 'ffff' } }, /effect no-such-effect, which is not here/],
  [{ model: { id: 'no-such-model', version: 'ffff' } }, /model no-such-model, which is not here/],
  [{ model: { id: 'kamp-2020', version: 'ffff' } }, /model kamp-2020, version ffff; here is version/],
  [{ effect: { id: 'perception-olofsen-2022', version: 'ffff' } }, /effect perception-olofsen-2022, version ffff/],
  // There, but not as an effect whose site an order is drawn at.
  [{ effect: { id: 'occupancy-shaffer-2014', version: inputs.effect.version } }, /effect occupancy-shaffer-2014/],
  [{ variability: 'another-spread' }, /spread another-spread/],
])('%j is said and never drawn with what is here today', (change, words) => {
  const frozen = { ...inputs, ...change }
  const why = cannotDraw(frozen)
  expect(why && sayCannotDraw(why)).toMatch(words)
  expect(() => orderCurve(frozen)).toThrow(words)
  expect(() => curveSummary(frozen)).toThrow(words)
})
