import type { WeekOfCalls } from '../../../data/booking.ts'

/** All weeks as one. */
export const sumOf = (weeks: readonly WeekOfCalls[]) => {
  const sum = (of: (week: WeekOfCalls) => number) => weeks.reduce((all, week) => all + of(week), 0)
  return {
    asked: sum(({ asked }) => asked),
    booked: sum(({ booked }) => booked),
    kept: sum(({ kept }) => kept),
    missed: sum(({ missed }) => missed),
    canceled: sum((week) => week.canceledByCaller + week.canceledByClinic + week.canceledByUnknown),
  }
}
