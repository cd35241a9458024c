import type { Ctx, Tx } from '../../platform/context.ts';
import { type Part } from './account-for.ts';
/** Writes what the patient got of the drawn dose (mg), in the step that stops the infusion. */
export declare const recordGiven: (ctx: Ctx, tx: Tx, part: Part) => Promise<{
    sessionId: string;
    personId: string;
    lineIds: string[];
}>;
