import { type Drug, isControlled } from '../dose/drug.ts'
import { drugOf, drugs } from '../dose/drug-list.ts'
import { exact, parseExact } from '../exact.ts'
import type { Fault } from '../problem.ts'

/** What stands on the vials of one delivery; amounts are decimal strings. */
export type Receipt = { drugId: string; mgPerMl: string; volumeMl: string }

/** The drugs whose vials are kept in the controlled-drug book. */
export const bookedDrugs: readonly Drug[] = drugs.filter(isControlled)

/** Everything that cannot be right about a vial as it is received, held against the definition of its drug. */
export function receiptFaults({ drugId, mgPerMl, volumeMl }: Receipt): Fault[] {
  const drug = drugOf(drugId)
  if (!drug || !isControlled(drug))
    return [
      {
        field: 'drugId',
        code: 'drug-of-this-book',
        params: { bookedDrugs: bookedDrugs.map(({ title }) => title) },
        value: drugId,
      },
    ]
  const faults: Fault[] = []
  const strengths = perMl(drug)
  const strength = parseExact(mgPerMl)
  const known = strengths.find(({ mg }) => strength?.eq(mg))
  if (!known)
    faults.push({
      field: 'mgPerMl',
      code: 'strength-printed-on-vial-of-mg',
      params: { title: drug.title, strengths: strengths.map(({ mg }) => mg) },
      value: mgPerMl,
    })
  const ml = parseExact(volumeMl)
  const usual = (known ? [known] : strengths).flatMap(({ vialMl = [] }) => vialMl)
  const most = usual.reduce((most, each) => (exact(each).gt(most) ? exact(each) : most), exact('0'))
  if (!ml?.gt(0) || ml.decimalPlaces() > 2 || ml.gt(most))
    faults.push({
      field: 'volumeMl',
      code: 'ml-in-one-vial-at-most',
      params: { most: most.toFixed(), title: drug.title },
      value: volumeMl,
    })
  return faults
}

/** The strengths of an injection, in mg/mL. */
export const perMl = ({ strengths }: Pick<Drug, 'strengths'>) => strengths.filter(({ per }) => per === 'mL')
