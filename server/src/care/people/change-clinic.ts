import { type Ctx, inOneStep } from '../../platform/context.ts'
import type { ClinicTerms } from './clinic.ts'
import { setClinic } from './store.ts'

/** Changes the clinic's name, zone, states, hours, phone numbers, address and crisis lines. What is already booked stays where it is. */
export const changeClinic = (ctx: Ctx, terms: ClinicTerms) =>
  inOneStep(ctx, 'change-clinic', async (tx) => {
    await setClinic(tx, terms)
    return { clinicId: tx.clinicId }
  })
