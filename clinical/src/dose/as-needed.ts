import { exact, parseExact } from '../exact.ts'
import { type Policies, usualPolicies } from '../policies.ts'
import type { Fault } from '../problem.ts'
import { quantity } from '../quantity.ts'
import type { AsNeededChoice } from './as-needed-choice.ts'
import { type ChairDrug, onList } from './chair-drugs.ts'

/** How far above the highest dose of the list a line may be signed at all; ten-fold slips lie beyond it. */
type Limit = Pick<Policies['asNeeded'], 'timesOverHighest'>

/** What a line breaks: `hard` refuses the signature, `soft` is acknowledged by its id. */
export type AsNeededCheck = Fault & { id: string; kind: 'hard' | 'soft' }

/** Each line held against the clinic's list; ids and fields carry the line's place, `asNeeded.0.doseMg`. */
export const asNeededChecks = (
  lines: readonly AsNeededChoice[],
  list: readonly ChairDrug[],
  limit: Limit = usualPolicies.asNeeded,
): AsNeededCheck[] =>
  lines.flatMap((line, i) => checksOf(line, onList(list, line.drugId, line.route), limit).map((each) => at(i, each)))

type Found = { what: keyof AsNeededChoice; kind: AsNeededCheck['kind']; expected: string; value: unknown }

const at = (i: number, { what, kind, expected, value }: Found): AsNeededCheck => {
  const field = `asNeeded.${i}.${what}`
  return { id: field, field, kind, expected, value }
}

function checksOf(
  { doseMg, mostTimes, leastMinutes, drugId }: AsNeededChoice,
  listed: ChairDrug | null,
  { timesOverHighest }: Limit,
): Found[] {
  if (!listed) return [{ what: 'drugId', kind: 'hard', expected: 'a drug and route of the clinic’s list', value: drugId }]
  const mg = parseExact(doseMg)
  const most = exact(listed.highestMg).times(timesOverHighest)
  if (!mg?.gt(0) || mg.gt(most))
    return [
      {
        what: 'doseMg',
        kind: 'hard',
        expected: `more than 0 and at most ${quantity(most.toFixed(), 'mg')} of ${listed.drug.title}`,
        value: doseMg,
      },
    ]
  const least = exact(listed.usualMg).div(timesOverHighest)
  const found: Found[] = []
  if (mg.lt(least))
    found.push({
      what: 'doseMg',
      kind: 'soft',
      expected: `usually ${quantity(listed.usualMg, 'mg')}: is ${quantity(doseMg, 'mg')} right?`,
      value: doseMg,
    })
  if (mg.times(mostTimes).gt(listed.highestMg))
    found.push({
      what: 'mostTimes',
      kind: 'soft',
      expected: `${quantity(mg.times(mostTimes).toFixed(), 'mg')} in all is above the highest, ${quantity(listed.highestMg, 'mg')}`,
      value: mostTimes,
    })
  if (leastMinutes < listed.leastMinutes)
    found.push({
      what: 'leastMinutes',
      kind: 'soft',
      expected: `usually ${listed.leastMinutes} min between doses`,
      value: leastMinutes,
    })
  return found
}
