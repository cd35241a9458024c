import { type DoseFaultCode, doseFaults } from '../dose/chair-dose.ts'
import { type Checked, type ClearingAct, type GateFacts, met, notMet, unknown } from './gate.ts'

/** A gate of a dose in the chair: the faults of these kinds that the asked dose has; nothing asked is unknown. */
export function doseGate({ dose }: GateFacts, codes: readonly DoseFaultCode[], act: ClearingAct, fine: string): Checked {
  if (!dose) return unknown('a drug and its dose are chosen', act)
  const found = doseFaults(dose.wanted, dose.asked, dose.around).filter(({ code }) => codes.includes(code))
  if (found.length === 0) return met({ value: fine })
  const actFrom = found.flatMap(({ notBefore }) => notBefore ?? []).at(-1)
  return notMet(found.map(({ text }) => text).join(' '), act, { value: null, ...(actFrom && { actFrom }) })
}
