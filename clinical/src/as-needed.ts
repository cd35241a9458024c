import { z } from 'zod'
import { type ChairDrug, onList } from './chair-drugs.ts'
import { drugRoutes } from './drug.ts'
import { exact, parseExact } from './exact.ts'
import { type Policies, usualPolicies } from './policies.ts'
import type { Fault } from './problem.ts'
import { quantity } from './quantity.ts'

/** One as-needed line as a prescriber signs it with the order: mg a decimal string, minutes whole. */
export const asNeededChoice = z.strictObject({
  drugId: z.string('a drug of the list').min(1, 'a drug of the list').max(60, 'a drug of the list'),
  route: z.enum(drugRoutes, 'a route of the list'),
  doseMg: z.string('mg at a time, like 1').regex(/^\d{1,5}(\.\d{1,3})?$/, 'mg at a time, like 1 or 0.5'),
  mostTimes: z.int('a whole number of times').min(1, 'at least once').max(12, 'at most 12 times'),
  leastMinutes: z.int('whole minutes between doses').min(0, '0 minutes or more').max(1440, 'at most 1,440 minutes'),
  reason: z.string('what it is for').trim().min(1, 'what it is for').max(200, 'at most 200 characters'),
})

export const asNeededChoices = z.array(asNeededChoice).max(8, 'at most eight as-needed lines').default([])

export type AsNeededChoice = z.infer<typeof asNeededChoice>

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
