import type { PolicyValue } from '../policy.ts'
import { type ChairDose, type Drug, isControlled } from './drug.ts'
import { drugs } from './drug-list.ts'

/** One drug by one route on the clinic's list, with the doses that hold there now; mg as decimal strings. */
export type ChairDrug = ChairDose & { key: string; drug: Drug; isControlled: boolean }

type Set = Readonly<Record<string, PolicyValue>>

/** The clinic's list: what the definitions propose, in the doses that the clinic's policy holds; what it took off is left out. */
export const chairList = (policy: Set): ChairDrug[] =>
  drugs.flatMap((drug) =>
    drug.chair.flatMap((dose) => {
      const key = `${drug.id} ${dose.route}`
      if (policy[`${key} listed`] === false) return []
      return [
        {
          ...dose,
          key,
          drug,
          isControlled: isControlled(drug),
          usualMg: textOf(policy[`${key} usual`], dose.usualMg),
          highestMg: textOf(policy[`${key} highest`], dose.highestMg),
          leastMinutes: numberOf(policy[`${key} minutes`], dose.leastMinutes),
        },
      ]
    }),
  )

/** The drug by that route on the list, or null. */
export const onList = (list: readonly ChairDrug[], drugId: string, route: string): ChairDrug | null =>
  list.find((each) => each.drug.id === drugId && each.route === route) ?? null

const textOf = (value: PolicyValue | undefined, usual: string) => (typeof value === 'string' ? value : usual)
const numberOf = (value: PolicyValue | undefined, usual: number) => (typeof value === 'number' ? value : usual)
