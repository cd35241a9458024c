import { sayTime } from '../ui/when.ts'
import { ms } from './instant.ts'
import type { PainCourse } from './pain-course.ts'

const dayMs = 86_400_000

/** `4 Dec`: the date so many days after the last infusion. Counted from its noon, so that a change of clocks moves no date. */
export function dayLabel({ lastInfusion, zone }: Pick<PainCourse, 'lastInfusion' | 'zone'>, day: number): string {
  const hour = Number(sayTime(new Date(ms(lastInfusion)), zone, 'time').slice(0, 2))
  const noon = ms(lastInfusion) + (12 - hour) * 3_600_000
  return sayTime(new Date(noon + Math.round(day) * dayMs), zone, 'short day')
}

export const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
