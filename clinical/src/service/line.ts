import { anyProtocolOf } from '../definitions.ts'
import { parseExact } from '../exact.ts'
import type { FaultSaid } from '../words/fault-words.ts'
import type { Locale } from '../words/locales.generated.ts'

/** What a price can hold. A price of ours is complete: what is needed and not in it is no part of the line. */
export const lineParts = ['consult', 'drug', 'supplies', 'nurse', 'monitoring', 'rest'] as const
export type LinePart = (typeof lineParts)[number]

/** Whose time a line takes: the clinician on a call, the prescriber at an evaluation, a chair. */
export type LineTakes = 'call' | 'evaluation' | 'infusion'

/** What somebody reads of a line. */
export type LineWords = { name: string; about: string }

/** Everything of a service line that its clinic may set; a price in US dollars is an exact decimal. */
export type LineTerms = {
  /** In each language; null keeps the words that the house ships for its own lines. */
  words: Readonly<Record<Locale, LineWords>> | null
  /** How long its place is taken; null where an order or a policy says it. */
  minutes: number | null
  /** Null while the clinic has set none, '0' where it is free. */
  priceUsd: string | null
  holds: readonly LinePart[]
  /** Later than this before its start a cancellation costs `cancelFeeUsd`; both null while no price is set. */
  cancelHours: number | null
  cancelFeeUsd: string | null
  bookedBy: 'public' | 'staff'
  /** Who, where and in which states; null is whoever and wherever the clinic works. */
  clinicianIds: readonly string[] | null
  chairIds: readonly string[] | null
  states: readonly string[] | null
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  /** The protocols that are ordered under it; none where its visit keeps the record of a drip of fluid. */
  protocolIds: readonly string[]
}

/** A number of minutes that a policy of booking says. */
export type MinutesFrom = 'callMinutes' | 'evaluationMinutes'

export type ShippedLine = LineTerms & { id: string; takes: LineTakes; minutesFrom: MinutesFrom | null }

const PRICE = /^\d{1,6}(\.\d{2})?$/
/** Whether this is an amount in US dollars as we keep it: whole, or with two places. */
export const isDollars = (text: string): boolean => PRICE.test(text)

/** Whether something is asked for; false where it is free or no price is set. */
export const hasPrice = ({ priceUsd }: Pick<LineTerms, 'priceUsd'>): boolean =>
  priceUsd !== null && parseExact(priceUsd)?.gt(0) === true

const complete: Readonly<Record<LineTakes, readonly LinePart[]>> = {
  call: ['consult'],
  evaluation: ['consult'],
  infusion: ['consult', 'drug', 'monitoring'],
}

/** What a price has to hold so that nothing is added at the desk, and does not; nothing where no price is set. */
export const missingOf = (takes: LineTakes, terms: Pick<LineTerms, 'priceUsd' | 'holds'>): LinePart[] =>
  terms.priceUsd === null ? [] : complete[takes].filter((part) => !terms.holds.includes(part))

type Whole = { field: string } & FaultSaid

const [LEAST, MOST, MOST_BUFFER, MOST_HOURS] = [5, 720, 240, 168]
const isWithin = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most

/** Everything that is wrong with terms of a line by themselves; who, which chair and which state the clinic knows. */
export function lineFaults(takes: LineTakes, shipped: ShippedLine | null, terms: LineTerms): Whole[] {
  const faults: Whole[] = [...moneyFaults(takes, terms), ...timeFaults(shipped, terms)]
  const isChair = takes === 'infusion'
  if (terms.words === null && !shipped) faults.push({ field: 'words', code: 'line-words-in-each-language' })
  if (terms.bookedBy === 'public' && takes !== 'call') faults.push({ field: 'bookedBy', code: 'line-public-only-call' })
  if (isChair && terms.clinicianIds !== null) faults.push({ field: 'clinicianIds', code: 'line-takes-other' })
  if (!isChair && terms.chairIds !== null) faults.push({ field: 'chairIds', code: 'line-takes-other' })
  if (terms.protocolIds.some((id) => !isChair || anyProtocolOf(id) === null))
    faults.push({ field: 'protocolIds', code: 'protocol' })
  return faults
}

const timeFaults = (shipped: ShippedLine | null, terms: LineTerms): Whole[] => {
  const { minutes, protocolIds } = terms
  const faults: Whole[] = []
  const asked = { field: 'minutes', code: 'line-minutes', params: { least: LEAST, most: MOST } } as const
  if (shipped && minutes !== null) faults.push({ field: 'minutes', code: 'line-minutes-said-elsewhere' })
  else if (minutes === null ? !shipped && protocolIds.length === 0 : !isWithin(minutes, LEAST, MOST)) faults.push(asked)
  for (const field of ['bufferBeforeMinutes', 'bufferAfterMinutes'] as const)
    if (shipped?.minutesFrom === 'callMinutes' && terms[field] !== 0) faults.push({ field, code: 'line-minutes-said-elsewhere' })
    else if (!isWithin(terms[field], 0, MOST_BUFFER))
      faults.push({ field, code: 'line-minutes', params: { least: 0, most: MOST_BUFFER } })
  return faults
}

const moneyFaults = (takes: LineTakes, terms: LineTerms): Whole[] => {
  const { priceUsd, cancelFeeUsd, cancelHours } = terms
  const faults: Whole[] = []
  for (const [field, value] of [
    ['priceUsd', priceUsd],
    ['cancelFeeUsd', cancelFeeUsd],
  ] as const)
    if (value !== null && !isDollars(value)) faults.push({ field, code: 'line-dollars' })
  if (takes === 'call' && hasPrice(terms)) faults.push({ field: 'priceUsd', code: 'line-call-is-free' })
  const missing = missingOf(takes, terms)
  if (missing.length > 0) faults.push({ field: 'holds', code: 'line-price-complete', params: { missing } })
  if (hasPrice(terms) && (cancelHours === null || cancelFeeUsd === null))
    faults.push({ field: 'cancelFeeUsd', code: 'line-says-cancellation' })
  if (cancelHours !== null && !isWithin(cancelHours, 0, MOST_HOURS))
    faults.push({ field: 'cancelHours', code: 'line-hours', params: { most: MOST_HOURS } })
  return faults
}

/** A version of a line as it was kept; an end is a version too. */
export type LineVersion = { version: number; holdsFrom: string; isRetired: boolean; terms: LineTerms }

/** The version in force on a day (YYYY-MM-DD): the one that began last, and of these the one that was set last; null before the first. */
export const versionOn = <V extends Pick<LineVersion, 'version' | 'holdsFrom'>>(versions: readonly V[], day: string): V | null =>
  versions
    .filter(({ holdsFrom }) => holdsFrom <= day)
    .sort((a, b) => a.holdsFrom.localeCompare(b.holdsFrom) || a.version - b.version)
    .at(-1) ?? null
