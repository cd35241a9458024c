import { underNewNames } from '../stored-names.ts'
import { asWritten } from '../words/said.ts'
import type { DoseCheck, DoseSum } from './dose-words.ts'

// What orders froze until December 2026 under other names.
const names = { drawUpMl: 'syringeMl', mlPerHour: 'rateMlPerHour', mgPerHour: 'rateMgPerHour' } as const

// What a check found stood there in words.
type StoredCheck = DoseCheck | (Omit<DoseCheck, 'found'> & { text: string })
function storedCheck(check: StoredCheck): DoseCheck {
  if ('found' in check) return check
  const { text, ...rest } = check
  return { ...rest, found: asWritten(text) }
}
const storedChecks = (checks: readonly StoredCheck[] = []) => checks.map(storedCheck)

/** A dose as it was frozen with an order or a plan at any time: quantities come under the names of now, what a check found as it was written. */
export function storedSum(stored: object): DoseSum {
  const sum = underNewNames(stored, names) as DoseSum
  return {
    ...sum,
    hard: storedChecks(sum.hard),
    soft: storedChecks(sum.soft),
    infusate: underNewNames(sum.infusate, { totalMg: 'infusateMg' }) as DoseSum['infusate'],
  }
}
