import { numberFaults, refuse } from './fault.ts'
import { inCm, inches } from './units.ts'

/** Ideal weight at 60 inches, kg, and kg for each inch beyond. */
export const devine = { male: 50, female: 45.5, perInch: 2.3, inches: 60, source: 'Devine 1974' } as const

/** How much of what is beyond the ideal weight counts. */
export const adjustment = { share: 0.4, source: 'usual adjusted body weight: ideal plus 0.4 of the excess' } as const

/** The weight that doses per kg are worked out from. */
export const weightBases = ['actual', 'ideal', 'adjusted'] as const
export type WeightBasis = (typeof weightBases)[number]

export type Build = { weightKg: number; heightCm: number; sex: 'female' | 'male' }

/** Below this height the line of ideal weights was not drawn. */
export const leastHeightCm = inCm(devine.inches)

/** Ideal weight (kg) by Devine. The line was drawn for adults of five feet and more; below 152.4 cm it is refused. */
export function idealWeight({ heightCm, sex }: Omit<Build, 'weightKg'>): number {
  refuse(
    numberFaults('heightCm', heightCm, { min: leastHeightCm, max: 250 }),
    sex === 'female' || sex === 'male' ? [] : [{ input: 'sex', value: sex, expected: 'female or male' }],
  )
  return devine[sex] + devine.perInch * (inches(heightCm) - devine.inches)
}

/** The dosing weight (kg) on a basis: actual, ideal, or ideal plus a share of what is beyond it; never above the actual one. */
export function dosingWeight(basis: WeightBasis, build: Build): number {
  refuse(
    numberFaults('weightKg', build.weightKg, { above: 0, max: 700 }),
    weightBases.includes(basis) ? [] : [{ input: 'basis', value: basis, expected: `one of ${weightBases.join(', ')}` }],
  )
  if (basis === 'actual') return build.weightKg
  const ideal = idealWeight(build)
  const beyond = Math.max(0, build.weightKg - ideal)
  return Math.min(build.weightKg, basis === 'ideal' ? ideal : ideal + adjustment.share * beyond)
}
