import { exact, parseExact } from '../exact.ts'
import { type Policies, usualPolicies } from '../policies.ts'
import type { Fault } from '../problem.ts'
import type { FaultSaid } from '../words/fault-words.ts'
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

type Found = FaultSaid & { what: keyof AsNeededChoice; kind: AsNeededCheck['kind']; value: unknown }

const at = (i: number, { what, ...found }: Found): AsNeededCheck => {
  const field = `asNeeded.${i}.${what}`
  return { id: field, field, ...found }
}

function checksOf(
  { doseMg, mostTimes, leastMinutes, drugId }: AsNeededChoice,
  listed: ChairDrug | null,
  { timesOverHighest }: Limit,
): Found[] {
  if (!listed) return [{ what: 'drugId', kind: 'hard', code: 'drug-and-route-of-clinics-list', value: drugId }]
  const mg = parseExact(doseMg)
  const most = exact(listed.highestMg).times(timesOverHighest)
  if (!mg?.gt(0) || mg.gt(most))
    return [
      {
        what: 'doseMg',
        kind: 'hard',
        code: 'more-than-0-and-at-most',
        params: { most: most.toFixed(), title: listed.drug.title },
        value: doseMg,
      },
    ]
  const least = exact(listed.usualMg).div(timesOverHighest)
  const found: Found[] = []
  if (mg.lt(least))
    found.push({
      what: 'doseMg',
      kind: 'soft',
      code: 'usually-is-right',
      params: { usualMg: listed.usualMg, doseMg },
      value: doseMg,
    })
  if (mg.times(mostTimes).gt(listed.highestMg))
    found.push({
      what: 'mostTimes',
      kind: 'soft',
      code: 'in-all-is-above-highest',
      params: { mg: mg.times(mostTimes).toFixed(), highestMg: listed.highestMg },
      value: mostTimes,
    })
  if (leastMinutes < listed.leastMinutes)
    found.push({
      what: 'leastMinutes',
      kind: 'soft',
      code: 'usually-min-between-doses',
      params: { leastMinutes: listed.leastMinutes },
      value: leastMinutes,
    })
  return found
}
