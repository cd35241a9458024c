import { type Ctx, type Tx } from '../../platform/context.ts';
/** Makes a caller a patient, in the step of the prescriber's decision; who is one already stays one since then. */
export declare const acceptPerson: (ctx: Ctx, tx: Tx, personId: string) => Promise<void>;
