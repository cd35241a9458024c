import type { ServiceLine } from './service-line.ts'

/** What everybody may know of a line with a price. */
export type Price = Pick<ServiceLine, 'id' | 'words' | 'minutes' | 'priceUsd' | 'holds' | 'cancelHours' | 'cancelFeeUsd'>

/** The prices in force among these lines: those that are set, of lines that can be booked. */
export const pricesOf = (lines: readonly ServiceLine[], today: string): Price[] =>
  lines
    .filter(({ priceUsd, isRetired, from }) => priceUsd !== null && !isRetired && (from === null || from <= today))
    .map(({ id, words, minutes, priceUsd, holds, cancelHours, cancelFeeUsd }) => ({
      id,
      words,
      minutes,
      priceUsd,
      holds,
      cancelHours,
      cancelFeeUsd,
    }))
