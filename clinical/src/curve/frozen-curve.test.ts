import { createHash } from 'node:crypto'
import { versions } from '@dripline/engine'
import { describe, expect, test } from 'vitest'
import { cannotDraw, curveText, drawAlike, sayCannotDraw } from './frozen-curve.ts'
import { curveInputs, curveSummary, orderCurve } from './order-curve.ts'

const inputs = { ...curveInputs({ doseMg: '100', minutes: 240, weightKg: '72', ageYears: 44, sex: 'female' }), size: 20 }

/** What orders have been frozen with since the first of them; a new version that draws the same is added in `frozen-curve.ts`. */
const drawn = { 'kamp-2020': 'ac950f31f3696801', domino: 'c52c33d921b6f723' } as const
const effectId = 'perception-olofsen-2022'

describe.each(Object.entries(drawn))('an order frozen with %s', (model, hash) => {
  const own = { ...inputs, model: { id: model, version: versions[model as keyof typeof drawn] } }
  const frozenWith = (modelVersion: string, effectVersion: string) => ({
    ...own,
    model: { id: model, version: modelVersion },
    effect: { id: effectId, version: effectVersion },
  })

  test('draws what it always drew, to the last digit, and what is here is known to', () => {
    expect(
      createHash('sha256')
        .update(curveText(orderCurve(own)))
        .digest('hex')
        .slice(0, 16),
    ).toBe(hash)
    expect(drawAlike[model]).toContain(own.model.version)
    expect(drawAlike[effectId]).toContain(own.effect.version)
  })

  test('by any version there has been can be drawn', () => {
    for (const modelVersion of drawAlike[model] ?? [])
      for (const effectVersion of drawAlike[effectId] ?? [])
        expect(cannotDraw(frozenWith(modelVersion, effectVersion))).toBeNull()
    const [first = ''] = drawAlike[model] ?? []
    expect(orderCurve(frozenWith(first, own.effect.version))).toEqual(orderCurve(own))
  })
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
