import { exact, parseExact, pumpTolerance } from '@dripline/clinical'

/** Whether a typed mL is further from the computed one than the clinic's tolerance; what cannot be read yet is not. */
export function isFarOff(typed: string, computedMl: string): boolean {
  const ml = parseExact(typed.trim().replace(',', '.'))
  if (!ml) return false
  const apart = ml.minus(computedMl).abs()
  const share = exact(computedMl).times(pumpTolerance.percent).div(100)
  return apart.gt(share.gt(pumpTolerance.ml) ? share : pumpTolerance.ml)
}
