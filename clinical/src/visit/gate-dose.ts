import { type DoseFaultCode, doseFaults } from '../dose/chair-dose.ts'
import type { Said } from '../words/said.ts'
import { saying, sayWithin } from '../words/saying.ts'
import { type Checked, type ClearingAct, type GateFacts, met, notMet, unknown } from './gate.ts'

/** What such a gate says, beside what it reads where nothing is wrong. */
export const doseGateWords = {
  choose: 'a drug and its dose are chosen',
  faults: ({ faults }: { faults: readonly Said[] }) => faults.map(sayWithin).join(' '),
} as const
const said = saying({ ...doseGateWords, fine: '' })

/** A gate of a dose in the chair: the faults of these kinds that the asked dose has; nothing asked is unknown. */
export function doseGate({ dose }: GateFacts, codes: readonly DoseFaultCode[], act: ClearingAct): Checked {
  if (!dose) return unknown(said('choose'), act)
  const found = doseFaults(dose.wanted, dose.asked, dose.around).filter(({ code }) => codes.includes(code))
  if (found.length === 0) return met({ value: said('fine') })
  const actFrom = found.flatMap(({ notBefore }) => notBefore ?? []).at(-1)
  return notMet(said('faults', { faults: found.map((fault) => fault.found) }), act, { value: null, ...(actFrom && { actFrom }) })
}
