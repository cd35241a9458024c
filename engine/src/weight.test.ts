import { describe, expect, test } from 'vitest'
import { EngineFault } from './fault.ts'
import { dosingWeight, idealWeight } from './weight.ts'

describe('weights that doses are worked out from', () => {
  test('ideal weight is Devine’s: 50 or 45.5 kg at five feet, 2.3 kg for each inch beyond', () => {
    expect(idealWeight({ heightCm: 152.4, sex: 'male' })).toBeCloseTo(50, 12)
    expect(idealWeight({ heightCm: 177.8, sex: 'male' })).toBeCloseTo(73, 12)
    expect(idealWeight({ heightCm: 165.1, sex: 'female' })).toBeCloseTo(57, 12)
  })

  test('adjusted weight adds two fifths of what is beyond, and no basis gives more than the person weighs', () => {
    const heavy = { weightKg: 110, heightCm: 165.1, sex: 'female' } as const
    expect(dosingWeight('actual', heavy)).toBe(110)
    expect(dosingWeight('adjusted', heavy)).toBeCloseTo(57 + 0.4 * 53, 12)
    for (const basis of ['ideal', 'adjusted'] as const) expect(dosingWeight(basis, { ...heavy, weightKg: 48 })).toBe(48)
  })

  test('refuses a height the line was not drawn for, and everything else that is wrong, at once', () => {
    expect(() => idealWeight({ heightCm: 140, sex: 'female' })).toThrow(EngineFault)
    expect(() => dosingWeight('lean' as 'ideal', { weightKg: -1, heightCm: 170, sex: 'male' })).toThrow(
      /weightKg.*(\n|;).*basis|basis/s,
    )
  })
})
