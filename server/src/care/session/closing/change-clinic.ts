import type { Ctx, Tx } from '../../../platform/context.ts'
import type { ClinicTerms } from '../../clinic/clinic.ts'
import { setClinic } from '../../clinic/store.ts'
import type { Deciding } from './deciding.ts'
import { changeAndSettle } from './settle.ts'
import { seeTouched } from './touched.ts'

const change = (terms: ClinicTerms) => async (tx: Tx) => {
  await setClinic(tx, terms)
  return { clinicId: tx.clinicId }
}

/** Changes the clinic's name, zone, states, hours, phone numbers, address and crisis lines; each booking that no longer fits is settled. */
export function changeClinic(ctx: Ctx, { decided, words, ...terms }: ClinicTerms & Deciding) {
  return changeAndSettle(ctx, 'change-clinic', { decided, words }, change(terms))
}

/** Which bookings other hours, another zone or other states would touch. */
export function seeChangeClinic(ctx: Ctx, terms: ClinicTerms) {
  return seeTouched(ctx, change(terms))
}
