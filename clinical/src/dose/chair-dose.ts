import { type AllergyAnswer, heldAgainst, type ToldAllergy } from '../chart/allergy.ts'
import { Exact, exact, plain } from '../exact.ts'
import { quantity } from '../quantity.ts'
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

/** One thing that stands in the way of a dose in the chair; `asksPrescriber` says whether a signed line would clear it. */
export type DoseFault = { code: DoseFaultCode; text: string; asksPrescriber: boolean; notBefore?: string }

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
          text: 'Allergies have not been asked about yet. Ask, and chart the answer.',
          asksPrescriber: false,
        },
      ]
    case 'shares': {
      const text = `Allergy on the chart: ${answer.allergy}${answer.reaction ? ` (${answer.reaction})` : ''}; ${answer.shared}.`
      return [{ code: 'allergy', text, asksPrescriber: true }]
    }
    case 'unread': {
      const words = answer.words.filter((word) => !read.includes(word))
      if (words.length === 0) return []
      return [
        {
          code: 'allergies-unread',
          text: `Read by a person: ${words.join(', ')}. Confirm that it has nothing to do with this drug.`,
          asksPrescriber: false,
        },
      ]
    }
  }
}

function fromList(wanted: ChairDrug, asked: DoseAsked, { given }: DoseAround): DoseFault[] {
  const title = wanted.drug.title
  if (wanted.isControlled)
    return [
      fault(
        'line',
        `${title} is ${wanted.drug.schedule}: only by an as-needed line that a prescriber signed, from a vial, by two people.`,
      ),
    ]
  if (asked.isPrescriber) return needsReason(wanted, asked)
  if (wanted.by === 'prescriber') return [fault('line', `A prescriber orders ${title}.`)]
  const before = sameIngredient(wanted, given)
  const sum = before.reduce((total, { mg }) => total.plus(mg), new Exact(0)).plus(asked.mg)
  const highest = sum.gt(wanted.highestMg)
    ? [
        fault(
          'highest',
          `${quantity(plain(sum), 'mg')} in this visit is above the highest, ${quantity(wanted.highestMg, 'mg')}: a prescriber signs it.`,
        ),
      ]
    : []
  return [...highest, ...tooSoon(title, before, asked.at, wanted.leastMinutes), ...needsReason(wanted, asked)]
}

function underLine(wanted: ChairDrug, line: AsNeededLine, asked: DoseAsked, { given }: DoseAround): DoseFault[] {
  const title = wanted.drug.title
  if (line.drugId !== wanted.drug.id || line.route !== wanted.route)
    return [fault('line', `The signed line is for another drug or route than ${title} ${wanted.route}.`)]
  const over = exact(asked.mg).gt(line.doseMg) ? [fault('line', `The line allows ${quantity(line.doseMg, 'mg')} at a time.`)] : []
  const times = given.filter(({ lineId }) => lineId === line.id).length
  const count = times >= line.mostTimes ? [fault('count', `Given ${times} of ${line.mostTimes} times: the line is used up.`)] : []
  return [...over, ...count, ...tooSoon(title, sameIngredient(wanted, given), asked.at, line.leastMinutes)]
}

const fault = (code: DoseFaultCode, text: string): DoseFault => ({ code, text, asksPrescriber: true })

const needsReason = ({ usualMg }: ChairDrug, { mg, reason }: DoseAsked): DoseFault[] =>
  exact(mg).gt(usualMg) && (reason ?? '').trim() === ''
    ? [{ code: 'reason', text: `Above the usual dose of ${quantity(usualMg, 'mg')}: say why.`, asksPrescriber: false }]
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
  return [{ code: 'spacing', text: `${leastMinutes} min after the last ${title}.`, asksPrescriber: true, notBefore }]
}
