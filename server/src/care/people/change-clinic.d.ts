import { type Ctx } from '../../platform/context.ts';
import type { ClinicTerms } from './clinic.ts';
/** Changes the clinic's name, zone, states, hours and crisis lines. What is already booked stays where it is. */
export declare const changeClinic: (ctx: Ctx, terms: ClinicTerms) => Promise<{
    clinicId: string;
}>;
