import { Decimal } from 'decimal.js'
import { type Fault, Problem } from './problem.ts'

/** Decimal arithmetic wide enough that no product or quotient here is rounded before we say so. */
export const Exact = Decimal.clone({ precision: 40, toExpPos: 100, toExpNeg: -100 })
export type Exact = Decimal

const plainDecimal = /^-?\d{1,12}(\.\d{1,12})?$/

/** A decimal string as an exact number, or null when it is not one. */
export const parseExact = (text: string): Exact | null => (plainDecimal.test(text) ? new Exact(text) : null)

/** A decimal string already checked at the door; Problem `not-valid` when it is not one. */
export function exact(text: string, field = 'amount'): Exact {
  const value = parseExact(text)
  if (!value) throw new Problem('not-valid', {}, [{ field, code: 'decimal-number', value: text }])
  return value
}

/** Reads every named decimal string; all that are missing or not above zero are refused together with Problem `not-valid`. */
export function allPositive<Name extends string>(texts: Record<Name, string>): Record<Name, Exact> {
  const faults: Fault[] = []
  const values = {} as Record<Name, Exact>
  for (const field in texts) {
    const value = parseExact(texts[field])
    if (value?.gt(0)) values[field] = value
    else faults.push({ field, code: 'decimal-number-above-0', value: texts[field] })
  }
  if (faults.length > 0) throw new Problem('not-valid', {}, faults)
  return values
}

/** Plain decimal text without trailing zeros or exponent; endless fractions end after `places` digits. */
export const plain = (value: Exact, places = 6): string => value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toFixed()

/** Half up to so many decimal places. */
export const halfUp = (value: Exact, places: number): Exact => value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP)

/** Down (never more than asked) to so many decimal places. */
export const down = (value: Exact, places: number): Exact => value.toDecimalPlaces(places, Decimal.ROUND_DOWN)
