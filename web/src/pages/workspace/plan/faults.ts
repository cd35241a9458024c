import { type Fault, sayStaff, screeningTable, sentence } from '@dripline/clinical'
import type { ProblemError } from '../../../data/api.ts'

/** The engine's own names for what stands in this page's fields. */
const fields: Readonly<Record<string, string>> = {
  'weight.kg': 'dose.weightKg',
  'infusate.infusateMg': 'dose.infusate.infusateMg',
  'infusate.finalMl': 'dose.infusate.finalMl',
  enteredDoseMg: 'dose.enteredDoseMg',
  vialMgPerMl: 'dose.vialMgPerMl',
}

/** What is wrong, by field: found here while typing, or by the server when it was signed. */
export const faultsByField = (live: readonly Fault[], problem: ProblemError | null): Record<string, string> =>
  Object.fromEntries(
    [...(problem?.faults ?? []), ...live].map((fault) => [fields[fault.field] ?? fault.field, sentence(sayStaff(fault))]),
  )

const visits = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`visits.${i}.start`, `Session ${i + 1}`] as const))

export const labels: Readonly<Record<string, string>> = {
  ...visits,
  'dose.weightKg': 'Weight',
  'dose.weightAt': 'Weighed at',
  'dose.vialMgPerMl': 'Vial strength',
  'dose.infusate.infusateMg': 'Drug in bag',
  'dose.infusate.finalMl': 'Final volume',
  'dose.enteredDoseMg': 'Your own calculation',
  'visit.start': 'The new time',
  visit: 'The new time',
  visits: 'Days and chairs',
  consent: screeningTable.S49,
}
