import { isPumpOff, type Policies, parseExact } from '@dripline/clinical'

/** Whether a typed mL is further from the computed one than the clinic's tolerance; what cannot be read yet is not. */
export function isFarOff(typed: string, computedMl: string, tolerance: Policies['secondPerson']): boolean {
  const ml = typed.trim().replace(',', '.')
  return parseExact(ml) !== null && isPumpOff(ml, computedMl, tolerance)
}
