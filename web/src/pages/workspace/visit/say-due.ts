import type { DueItem } from '../../../data/session.ts'
import { saySpan } from '../../../ui/when.ts'

const names: Record<DueItem['what'], string> = {
  vitals: 'Pressure',
  repeat: 'Repeat pressure',
  scores: 'Scores',
  'second person': 'Second person',
  'home check': 'Home check',
}

export const nameOfDue = ({ what }: Pick<DueItem, 'what'>): string => names[what]

/** Late for a whole minute or more. */
export const isOverdue = ({ lateByMinutes }: Pick<DueItem, 'lateByMinutes'>): boolean => lateByMinutes >= 1

/** "due in 2 min", "due now", "3 min late". */
export function sayDue({ lateByMinutes: late }: Pick<DueItem, 'lateByMinutes'>): string {
  if (late >= 1) return `${saySpan(late)} late`
  return late > -1 ? 'due now' : `due in ${saySpan(Math.ceil(-late))}`
}
