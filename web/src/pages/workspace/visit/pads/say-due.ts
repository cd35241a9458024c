import { scoreScales } from '@dripline/clinical'
import type { DueItem } from '../../../../data/session.ts'
import { saySpan } from '../../../../ui/when.ts'

const names: Record<DueItem['what'], string> = {
  vitals: 'Pressure',
  repeat: 'BP recheck',
  scores: 'Scores',
  'second person': 'Second person',
  'home check': 'Discharge check',
}

/** What is due, in words; of the scores those whose clocks have run together. */
export const nameOfDue = ({ what, scales }: Pick<DueItem, 'what' | 'scales'>): string =>
  what === 'scores' && scales && scales.length < scoreScales.length
    ? scales.map((scale, i) => (i === 0 ? scale[0]?.toUpperCase() + scale.slice(1) : scale)).join(', ')
    : names[what]

/** Late for a whole minute or more. */
export const isOverdue = ({ lateByMinutes }: Pick<DueItem, 'lateByMinutes'>): boolean => lateByMinutes >= 1

/** "due in 2 min", "due now", "3 min late". */
export function sayDue({ lateByMinutes: late }: Pick<DueItem, 'lateByMinutes'>): string {
  if (late >= 1) return `${saySpan(late)} late`
  return late > -1 ? 'due now' : `due in ${saySpan(Math.ceil(-late))}`
}
