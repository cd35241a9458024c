import { type LineTakes, type LineTerms, lineParts } from '@dripline/clinical'
import { dollars, type Locale, locales, readerOf } from '@dripline/clinical/words'
import type { Line, Terms } from '../../../data/lines.ts'
import type { Typed } from '../../../ui/index.tsx'

/** What the form of a line begins with. */
export type LineShown = LineTerms & { id: string; takes: LineTakes; isShipped: boolean }

/** A line of the clinic's own, before anything is typed: everything in its price, and a chair without a protocol. */
export const newLine: LineShown = {
  id: 'new',
  takes: 'infusion',
  isShipped: false,
  words: null,
  minutes: null,
  priceUsd: null,
  holds: lineParts,
  cancelHours: null,
  cancelFeeUsd: null,
  bookedBy: 'staff',
  clinicianIds: null,
  chairIds: null,
  states: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  protocolIds: [],
}

/** A line as its form shows it. */
export const shownOf = ({ last: _last, history: _history, ...line }: Line): LineShown => line

const numberIn = (text: string | null) => (text === null ? null : Number(text))
const someOf = (chosen: string[]) => (chosen.length === 0 ? null : chosen)

const wordsIn = ({ text }: Typed, isShipped: boolean): Terms['words'] => {
  const said = Object.fromEntries(
    locales.map((locale) => [locale, { name: text(`words.${locale}.name`), about: text(`words.${locale}.about`) }]),
  ) as Record<Locale, { name: string; about: string }>
  const isBlank = Object.values(said).every(({ name, about }) => name.trim() === '' && about.trim() === '')
  return isShipped && isBlank ? null : said
}

/** What is typed in the form of a line, as its terms; what the form does not ask stays as it was. */
export const termsIn = (typed: Typed, line: LineShown): Terms => ({
  words: wordsIn(typed, line.isShipped),
  minutes: line.isShipped ? null : numberIn(typed.known('minutes')),
  priceUsd: line.takes === 'call' ? '0' : typed.known('priceUsd'),
  holds: lineParts.filter((part) => typed.all('holds').includes(part)),
  cancelHours: numberIn(typed.known('cancelHours')),
  cancelFeeUsd: typed.known('cancelFeeUsd'),
  bookedBy: typed.text('bookedBy') === 'public' ? 'public' : 'staff',
  clinicianIds: someOf(typed.all('clinicianIds')),
  chairIds: someOf(typed.all('chairIds')),
  states: someOf(typed.all('states')),
  bufferBeforeMinutes: numberIn(typed.known('bufferBeforeMinutes')) ?? 0,
  bufferAfterMinutes: numberIn(typed.known('bufferAfterMinutes')) ?? 0,
  protocolIds: line.isShipped ? [...line.protocolIds] : typed.all('protocolIds').filter((id) => id !== ''),
})

const staff = readerOf('en')
/** A price as staff read it. */
export const dollarsOf = (priceUsd: string | null): string => {
  if (priceUsd === null) return 'no price yet'
  return Number(priceUsd) === 0 ? 'free' : dollars(staff, priceUsd)
}
