import { easeOf } from '../chart/reading-ease.ts'
import { gradeOf } from '../chart/reading-grade.ts'

const HARDEST_GRADE = 8
const HARDEST_EASE = 65

export type Reading = { measure: 'grade' | 'ease'; value: number; isPlain: boolean }

/** How hard a text reads, by its language’s own measure, and whether that is plain enough for a patient. */
export function readingOf(text: string, locale: string): Reading {
  const value = locale === 'es' ? easeOf(text) : gradeOf(text)
  return locale === 'es'
    ? { measure: 'ease', value, isPlain: value >= HARDEST_EASE }
    : { measure: 'grade', value, isPlain: value <= HARDEST_GRADE }
}
