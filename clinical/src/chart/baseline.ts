import { addDays, daysBetween } from '../calendar/local-day.ts'
import { Exact } from '../exact.ts'
import type { responder } from '../policies/responder.ts'
import type { Values } from '../policy.ts'

/** One answer on a local date. */
export type Dated = { date: string; value: number }

/** A mean over some days, or one single answer, with what it was read from. */
export type Level = { value: Exact; read: readonly Dated[]; isSingle: boolean }

/** How many days make a week's mean, and how many values it needs before it counts. */
type WeekNeeds = Pick<Values<typeof responder>, 'weekDays' | 'weekValues'>

/** Mean of the daily averages in the seven days before a date; the latest single answer when there are fewer than three; null when none. */
export function weekBefore(answers: readonly Dated[], date: string, needs: WeekNeeds): Level | null {
  return (
    weekMean(within(answers, addDays(date, -needs.weekDays), addDays(date, -1)), needs) ??
    single(within(answers, addDays(date, -needs.weekDays), date).at(-1))
  )
}

type Stretch = readonly [from: string, to: string]

/** The level around a target day: the mean of the week that ends on it, else the answer nearest to it from `from` to `to`. */
export function levelAt(answers: readonly Dated[], target: string, [from, to]: Stretch, needs: WeekNeeds): Level | null {
  const week = weekMean(within(answers, addDays(target, 1 - needs.weekDays), target), needs)
  if (week) return week
  const byDistance = within(answers, from, to).sort((a, b) => distance(a, target) - distance(b, target))
  return single(byDistance[0])
}

/** Answers from one date to another, both counted, one a day (the last given), ascending. */
export function within(answers: readonly Dated[], from: string, to: string): Dated[] {
  const byDate = new Map(answers.filter(({ date }) => date >= from && date <= to).map((answer) => [answer.date, answer]))
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

const weekMean = (read: readonly Dated[], { weekValues }: WeekNeeds): Level | null =>
  read.length < weekValues
    ? null
    : { value: read.reduce((sum, { value }) => sum.plus(value), new Exact(0)).div(read.length), read, isSingle: false }

const single = (answer: Dated | undefined): Level | null =>
  answer ? { value: new Exact(answer.value), read: [answer], isSingle: true } : null

const distance = ({ date }: Dated, target: string) => Math.abs(daysBetween(target, date))
