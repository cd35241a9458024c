import { type Ctx } from '../../platform/context.ts';
import type { PersonChange } from './person.ts';
export type ChangePerson = PersonChange & {
    personId: string;
};
/** Changes what is known of a person; what stood there before stays readable. */
export declare const changePerson: (ctx: Ctx, { personId, ...change }: ChangePerson) => Promise<{
    personId: string;
    changed: ("name" | "sex" | "dateOfBirth" | "heightCm" | "phone" | "state" | "zone" | "allergies" | "email")[];
    name?: string;
    id?: string;
    heightCm?: string | null;
    phone?: string;
    state?: string;
    zone?: string;
    createdAt?: Date;
    acceptedAt?: Date | null;
    acceptedBy?: string | null;
    allergies?: string | null;
    email?: string;
    mergedInto?: string | null;
    dateOfBirth?: string | null;
    sex?: "female" | "male" | null;
}>;
