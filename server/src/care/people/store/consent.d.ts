import type { Indication } from '@dripline/clinical';
import type { Tx } from '../../../platform/database.ts';
type NewConsent = {
    id: string;
    personId: string;
    indication: Indication;
    definitionId: string;
    version: string;
    signedName: string;
    takenBy: string;
    signedAt: Date;
};
export declare const insertConsent: ({ db, clinicId }: Tx, consent: NewConsent) => Promise<void>;
/** Every consent a person has signed, newest first; never overwritten. */
export declare const consentsOf: ({ db, clinicId }: Tx, personId: string) => Promise<{
    indication: Indication;
    version: string;
    personId: string;
    definitionId: string;
    signedAt: Date;
    signedName: string;
    id: string;
    takenBy: string;
}[]>;
/** The newest consent of a person, for one indication when it is named. */
export declare const newestConsent: (tx: Tx, personId: string, indication?: Indication) => Promise<{
    indication: Indication;
    version: string;
    personId: string;
    definitionId: string;
    signedAt: Date;
    signedName: string;
    id: string;
    takenBy: string;
} | undefined>;
export {};
