import { exact } from '../exact.ts'
import type { LinePart, LineTerms, LineWords } from '../service/line.ts'
import { figures, listOf } from './format.ts'
import type { Locale } from './locales.generated.ts'
import * as words from './prices.generated.ts'
import type { Reader } from './reader.ts'

/** An amount in US dollars as its readers write it; cents only where there are any. */
export const dollars = (to: Reader, usd: string): string => {
  const amount = exact(usd)
  const cents = amount.isInteger() ? 0 : 2
  return figures(to.locale, amount.toNumber(), {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: cents,
    maximumFractionDigits: cents,
  })
}

type Said = (to: Reader) => string
const shipped: Readonly<Record<string, { name: Said; about: Said }>> = {
  'free-call': { name: words.freeCall, about: words.aboutFreeCall },
  evaluation: { name: words.evaluation, about: words.aboutEvaluation },
  'pain-infusion': { name: words.painInfusion, about: words.aboutPainInfusion },
  'depression-infusion': { name: words.depressionInfusion, about: words.aboutDepressionInfusion },
  hydration: { name: words.hydration, about: words.aboutHydration },
}

/** What a line is called and what it is, to this reader: the clinic's own words, or those of the house. */
export const lineWords = (to: Reader, { id, words: own }: { id: string } & Pick<LineTerms, 'words'>): LineWords => {
  const said = own?.[to.locale as Locale]
  if (said) return said
  const house = shipped[id]
  return house ? { name: house.name(to), about: house.about(to) } : { name: id, about: '' }
}

const parts: Readonly<Record<LinePart, Said>> = {
  consult: words.partConsult,
  drug: words.partDrug,
  supplies: words.partSupplies,
  nurse: words.partNurse,
  monitoring: words.partMonitoring,
  rest: words.partRest,
}

/** What a price holds, as one sentence; empty where it holds nothing. */
export const holdsWords = (to: Reader, holds: readonly LinePart[]): string =>
  holds.length === 0
    ? ''
    : words.holds(to, {
        parts: listOf(
          to.locale,
          holds.map((part) => parts[part](to)),
        ),
      })

/** Until when one cancels for nothing, and what it costs later; empty where nothing is said. */
export const cancelWords = (
  to: Reader,
  { cancelHours: hours, cancelFeeUsd }: Pick<LineTerms, 'cancelHours' | 'cancelFeeUsd'>,
): string => {
  if (cancelFeeUsd === null || hours === null) return ''
  return exact(cancelFeeUsd).isZero() ? words.cancelFree(to) : words.cancel(to, { hours, fee: dollars(to, cancelFeeUsd) })
}
