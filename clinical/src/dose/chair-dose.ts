import { type AllergyAnswer, heldAgainst, type ToldAllergy } from '../chart/allergy.ts'
import { Exact, exact, plain } from '../exact.ts'
import { quantity } from '../quantity.ts'
import type { Said } from '../words/said.ts'
import { named, saying } from '../words/saying.ts'
import type { ChairDrug } from './chair-drugs.ts'
import type { DrugRoute } from './drug.ts'
import { drugOf } from './drug-list.ts'

/** One dose that was given in this visit. */
export type DoseGiven = { drugId: string | null; mg: string; at: string; lineId: string | null }

/** A line that a prescriber signed with the order: this drug, at most so much, so often, so far apart. mg a decimal string. */
export type AsNeededLine = {
  id: string
  drugId: string
  route: DrugRoute
  doseMg: string
  mostTimes: number
  leastMinutes: number
  reason: string
  signedBy: string
  signedAt: string
}

export type DoseAsked = {
  mg: string
  at: string
  reason: string | null
  lineId: string | null
  /** Words of the allergies that nobody could read by rule, read by this person now. */
  allergiesRead: readonly string[]
  /** Whoever gives it may sign orders. */
  isPrescriber: boolean
}

export type DoseAround = {
  given: readonly DoseGiven[]
  lines: readonly AsNeededLine[]
  allergies: readonly ToldAllergy[]
}

export type DoseFaultCode =
  | 'allergy'
  | 'allergies-not-asked'
  | 'allergies-unread'
  | 'line'
  | 'spacing'
  | 'count'
  | 'highest'
  | 'reason'

const says = {
  'not-asked': 'Allergies have not been asked about yet. Ask, and chart the answer.',
  shares: ({ allergy, reaction, shared }: { allergy: string; reaction: string | null; shared: string }) =>
    `Allergy on the chart: ${allergy}${reaction ? ` (${reaction})` : ''}; ${shared}.`,
  unread: ({ words }: { words: readonly string[] }) =>
    `Read by a person: ${words.join(', ')}. Confirm that it has nothing to do with this drug.`,
  controlled: ({ title, schedule }: { title: string; schedule: string }) =>
    `${title} is ${schedule}: only by an as-needed line that a prescriber signed, from a vial, by two people.`,
  'prescriber-only': ({ title }: { title: string }) => `A prescriber orders ${title}.`,
  'above-highest': ({ mg, highestMg }: { mg: string; highestMg: string }) =>
    `${quantity(mg, 'mg')} in this visit is above the highest, ${quantity(highestMg, 'mg')}: a prescriber signs it.`,
  'another-line': ({ title, route }: { title: string; route: string }) =>
    `The signed line is for another drug or route than ${title} ${route}.`,
  'over-line': ({ doseMg }: { doseMg: string }) => `The line allows ${quantity(doseMg, 'mg')} at a time.`,
  'used-up': ({ times, mostTimes }: { times: number; mostTimes: number }) =>
    `Given ${times} of ${mostTimes} times: the line is used up.`,
  'above-usual': ({ usualMg }: { usualMg: string }) => `Above the usual dose of ${quantity(usualMg, 'mg')}: say why.`,
  'too-soon': ({ leastMinutes, title }: { leastMinutes: number; title: string }) =>
    `${leastMinutes} min after the last ${title}.`,
} as const
const of = saying(says, 'chair-dose')

/** What stands in the way of a dose in the chair, as staff read it. */
export const chairDoseWords = named('chair-dose', says)

/** One thing that stands in the way of a dose in the chair; `asksPrescriber` says whether a signed line would clear it. */
export type DoseFault = { code: DoseFaultCode; found: Said; asksPrescriber: boolean; notBefore?: string }

/** Everything that stands in the way of giving this drug now: allergies, the signed line, spacing, count, highest dose, a reason. */
export function doseFaults(wanted: ChairDrug, asked: DoseAsked, around: DoseAround): DoseFault[] {
  const line = around.lines.find(({ id }) => id === asked.lineId) ?? null
  const allergy = allergyFaults(heldAgainst(wanted.drug, around.allergies), asked.allergiesRead)
  return [...allergy, ...(line ? underLine(wanted, line, asked, around) : fromList(wanted, asked, around))]
}

/** What the allergies on the chart say against a drug; `read` are those in words that a person has read. */
export function allergyFaults(answer: AllergyAnswer, read: readonly string[]): DoseFault[] {
  switch (answer.kind) {
    case 'clear':
      return []
    case 'not asked':
      return [
        {
          code: 'allergies-not-asked',
          found: of('not-asked'),
          asksPrescriber: false,
        },
      ]
    case 'shares': {
      const { allergy, reaction, shared } = answer
      return [{ code: 'allergy', found: of('shares', { allergy, reaction, shared }), asksPrescriber: true }]
    }
    case 'unread': {
      const words = answer.words.filter((word) => !read.includes(word))
      if (words.length === 0) return []
      return [
        {
          code: 'allergies-unread',
          found: of('unread', { words }),
          asksPrescriber: false,
        },
      ]
    }
  }
}

function fromList(wanted: ChairDrug, asked: DoseAsked, { given }: DoseAround): DoseFault[] {
  const title = wanted.drug.title
  if (wanted.isControlled) return [fault('line', of('controlled', { title, schedule: wanted.drug.schedule ?? '' }))]
  if (asked.isPrescriber) return needsReason(wanted, asked)
  if (wanted.by === 'prescriber') return [fault('line', of('prescriber-only', { title }))]
  const before = sameIngredient(wanted, given)
  const sum = before.reduce((total, { mg }) => total.plus(mg), new Exact(0)).plus(asked.mg)
  const highest = sum.gt(wanted.highestMg)
    ? [fault('highest', of('above-highest', { mg: plain(sum), highestMg: wanted.highestMg }))]
    : []
  return [...highest, ...tooSoon(title, before, asked.at, wanted.leastMinutes), ...needsReason(wanted, asked)]
}

function underLine(wanted: ChairDrug, line: AsNeededLine, asked: DoseAsked, { given }: DoseAround): DoseFault[] {
  const title = wanted.drug.title
  if (line.drugId !== wanted.drug.id || line.route !== wanted.route)
    return [fault('line', of('another-line', { title, route: wanted.route }))]
  const over = exact(asked.mg).gt(line.doseMg) ? [fault('line', of('over-line', { doseMg: line.doseMg }))] : []
  const times = given.filter(({ lineId }) => lineId === line.id).length
  const count = times >= line.mostTimes ? [fault('count', of('used-up', { times, mostTimes: line.mostTimes }))] : []
  return [...over, ...count, ...tooSoon(title, sameIngredient(wanted, given), asked.at, line.leastMinutes)]
}

const fault = (code: DoseFaultCode, found: Said): DoseFault => ({ code, found, asksPrescriber: true })

const needsReason = ({ usualMg }: ChairDrug, { mg, reason }: DoseAsked): DoseFault[] =>
  exact(mg).gt(usualMg) && (reason ?? '').trim() === ''
    ? [{ code: 'reason', found: of('above-usual', { usualMg }), asksPrescriber: false }]
    : []

const sameIngredient = ({ drug }: ChairDrug, given: readonly DoseGiven[]): DoseGiven[] =>
  given.filter(({ drugId }) => drugId !== null && drugOf(drugId)?.ingredient === drug.ingredient)

// A dose charted late is held against what was given before and after it.
function tooSoon(title: string, before: readonly DoseGiven[], at: string, leastMinutes: number): DoseFault[] {
  const near = before.filter((dose) => Math.abs(Date.parse(at) - Date.parse(dose.at)) < leastMinutes * 60_000)
  const last = near
    .map((dose) => dose.at)
    .sort()
    .at(-1)
  if (last === undefined) return []
  const notBefore = new Date(Date.parse(last) + leastMinutes * 60_000).toISOString()
  return [{ code: 'spacing', found: of('too-soon', { leastMinutes, title }), asksPrescriber: true, notBefore }]
}
