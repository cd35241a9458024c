import { type Absorbed, carried } from '../path.ts'
import type { Plot } from '../plot/shape.ts'
import { type Dose, endOf, type Regimen } from '../regimen.ts'
import { days, hours, inDays, inHours } from '../units.ts'

/** Minutes in the unit that suits how long they are, and the steps in which people count it. */
export function timeAxis(timesMin: readonly number[]): Pick<Plot, 'x' | 'xLabel' | 'xSteps'> {
  const end = timesMin[timesMin.length - 1] ?? 0
  if (end <= hours(5)) return { x: timesMin, xLabel: 'minutes', xSteps: [1, 2, 5, 10, 15, 20, 30, 60] }
  if (end <= days(3)) return { x: timesMin.map(inHours), xLabel: 'hours', xSteps: [1, 2, 3, 4, 6, 12, 24] }
  return { x: timesMin.map(inDays), xLabel: 'days', xSteps: [1, 2, 7, 14, 28, 56] }
}

const mostEvents = 400

/**
 * Times close enough for a curve to be a curve, from 0 to the last one asked for: even ones, those asked for, and the edges of every dose,
 * with the moment before, since plasma leaps with a bolus. Of very many doses the even times alone.
 */
export function closeTimes(
  { regimen, absorbed = [] }: { regimen: Regimen; absorbed?: readonly Absorbed[] },
  asked: readonly number[],
  count = asked.length > mostEvents ? 2000 : 300,
): number[] {
  const end = asked.length > 0 ? asked[asked.length - 1] : 1.25 * endOf(regimen)
  const last = end > 0 ? end : 1
  const before = last * 1e-6
  const all = [...regimen, ...absorbed.flatMap((dose) => carried(dose, () => true))]
  const edges = all.length > mostEvents ? [] : all.flatMap(edgesOf)
  const even = Array.from({ length: count + 1 }, (_, i) => (last * i) / count)
  const own = asked.length > mostEvents ? [] : asked
  const found = [...even, ...own, ...edges, ...edges.map((edge) => edge - before)].filter((time) => time >= 0 && time <= last)
  return [...new Set(found)].sort((a, b) => a - b)
}

const edgesOf = ({ from, minutes }: Dose) => (minutes > 0 ? [from, from + minutes] : [from])
