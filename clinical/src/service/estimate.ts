import { exact, plain } from '../exact.ts'
import { businessDaysAfter, estimateDueBy } from './business-days.ts'
import { hasPrice, type LinePart, type LineTerms } from './line.ts'

/** One line of an estimate as it was made: what, how often, when, and at which price of which version of its line. */
export type EstimateItem = {
  /** Null where it is not booked yet. */
  appointmentId: string | null
  lineId: string
  lineVersion: number
  words: LineTerms['words']
  /** The local day of the service; null where none is set. */
  serviceOn: string | null
  count: number
  priceUsd: string
  holds: readonly LinePart[]
  cancelHours: number | null
  cancelFeeUsd: string | null
}

/** The whole of an estimate in US dollars, exact. */
export const totalOf = (items: readonly EstimateItem[]): string =>
  plain(
    items.reduce((sum, { priceUsd, count }) => sum.plus(exact(priceUsd).times(count)), exact('0')),
    2,
  )

/** What is booked of somebody and costs something: the day it was booked or last moved, and the line it stands under on its own day. */
export type BookedService = {
  appointmentId: string
  serviceOn: string
  bookedOn: string
  line: ({ id: string; version: number } & LineTerms) | null
}

const itemOf = ({ appointmentId, serviceOn, line }: BookedService): EstimateItem[] =>
  line && hasPrice(line)
    ? [
        {
          appointmentId,
          lineId: line.id,
          lineVersion: line.version,
          words: line.words,
          serviceOn,
          count: 1,
          priceUsd: line.priceUsd ?? '0',
          holds: line.holds,
          cancelHours: line.cancelHours,
          cancelFeeUsd: line.cancelFeeUsd,
        },
      ]
    : []

const says = ({ appointmentId, lineId, serviceOn, priceUsd, holds, cancelHours, cancelFeeUsd, count }: EstimateItem): string =>
  JSON.stringify([appointmentId, lineId, serviceOn, priceUsd, [...holds].sort(), cancelHours, cancelFeeUsd, count])

export type EstimateOwed = { items: EstimateItem[]; dueBy: string }

/**
 * The estimate that is owed today for what is booked ahead, or null: what the last one says and what stands now are held against each
 * other, so that it is owed whichever door changed a booking or a price. What is over, and what was asked for without a day, is no change.
 */
export function estimateOwed(
  booked: readonly BookedService[],
  last: { items: readonly EstimateItem[] } | null,
  today: string,
): EstimateOwed | null {
  const ahead = booked.filter(({ serviceOn }) => serviceOn >= today)
  const items = ahead.flatMap(itemOf)
  if (items.length === 0) return null
  const said = new Set(last?.items.map(says))
  const isNew = items.filter((item) => !said.has(says(item)))
  const isGone = (last?.items ?? []).some(
    (item) => item.appointmentId !== null && (item.serviceOn ?? '') >= today && !items.some((each) => says(each) === says(item)),
  )
  if (isNew.length === 0 && !isGone) return null
  const owed = ahead
    .filter(({ appointmentId }) => isNew.some((item) => item.appointmentId === appointmentId))
    .flatMap((each) => estimateDueBy(each) ?? [])
    .sort()
  const [first] = owed
  if (first === undefined && last === null) return null
  const ofChange = last === null ? null : businessDaysAfter(today, 1)
  const dueBy = [first, ofChange].filter((each) => each !== undefined && each !== null).sort()[0] ?? today
  return { items, dueBy }
}
