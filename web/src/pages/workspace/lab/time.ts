import { type DoseDraft, type Draft, namesOf } from './draft.ts'

const finite = (values: readonly number[]) => values.filter(Number.isFinite)
const startsOf = ({ again }: DoseDraft) => [0, ...(again.trim() === '' ? [] : again.split(',').map(Number))]

/** When a dose begins and ends, in min, each time it is given. */
const spansOf = (dose: DoseDraft) =>
  startsOf(dose).map((start) => {
    const from = Number(dose.from)
    const until = dose.kind === 'rate' ? Number(dose.until) : from + (namesOf(dose).until === null ? 0 : Number(dose.until))
    return [start + from, start + until] as const
  })

const eventsOf = ({ regimens }: Pick<Draft, 'regimens'>) =>
  finite(regimens.flatMap(({ doses }) => doses.flatMap(spansOf)).flat()).filter((at) => at >= 0)

/** When the last dose of any regimen has ended, in min; 0 where nothing can be read yet. */
export const endOfDraft = (draft: Pick<Draft, 'regimens'>) => Math.max(0, ...eventsOf(draft))

const STEPS = 120
const mostHours = 24 * 90

/** Whole hours that show the time of comparing and a while after it. */
export const usualHours = (end: number, after: number) =>
  Math.min(mostHours, Math.max(2, Math.ceil(((end + (Number.isFinite(after) ? after : 0)) * 1.15) / 60)))

/** Times in min that a smooth curve needs: even steps, and closer ones where the pump changes. */
export function gridOf(draft: Pick<Draft, 'regimens'>, until: number): number[] {
  const even = Array.from({ length: STEPS + 1 }, (_, i) => (until * i) / STEPS)
  const step = until / STEPS
  const near = eventsOf(draft).flatMap((at) => [at - 0.01, at, ...[0.1, 0.25, 0.5].map((part) => at + part * step)])
  const all = [...even, ...near].filter((at) => at >= 0 && at <= until).map((at) => Math.round(at * 1000) / 1000)
  return [...new Set(all)].sort((a, b) => a - b)
}
