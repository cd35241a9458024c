import { underNewNames } from '../stored-names.ts'
import type { DoseSum } from './dose-words.ts'

// What orders froze until December 2026 under other names.
const names = { drawUpMl: 'syringeMl', mlPerHour: 'rateMlPerHour', mgPerHour: 'rateMgPerHour' } as const

/** A dose as it was frozen with an order or a plan at any time: quantities come under the names of now. */
export function storedSum(stored: object): DoseSum {
  const sum = underNewNames(stored, names) as DoseSum
  return { ...sum, infusate: underNewNames(sum.infusate, { totalMg: 'infusateMg' }) as DoseSum['infusate'] }
}
