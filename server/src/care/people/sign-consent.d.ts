import { type Indication } from '@dripline/clinical';
import { type Ctx, type Tx } from '../../platform/context.ts';
export type SignConsent = {
    personId: string;
    indication: Indication;
    /** The version of the text that was on the screen. */
    version: string;
    signedName: string;
    /** What the person has said back in their own words: every point of the text. */
    saidBack: readonly string[];
};
/** Keeps a consent that the person signed by typing their name, taken by the member of staff who is signed in. */
export declare const signConsent: (ctx: Ctx, { personId, indication, version, signedName, saidBack }: SignConsent) => Promise<{
    consentId: string;
    personId: string;
    indication: Indication;
}>;
/** The newest consent of a person for an indication, and whether it no longer holds; null when there is none. */
export declare const consentFor: (ctx: Ctx, tx: Tx, personId: string, indication: Indication) => Promise<{
    isStale: boolean;
    indication: Indication;
    version: string;
    personId: string;
    definitionId: string;
    signedAt: Date;
    signedName: string;
    id: string;
    takenBy: string;
} | null>;
