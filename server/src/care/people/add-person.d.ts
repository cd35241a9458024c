import { type Ctx } from '../../platform/context.ts';
import type { NewPerson } from './person.ts';
/** Adds a caller who did not book by themselves: somebody who phoned, or was sent by a colleague. */
export declare const addPerson: (ctx: Ctx, person: NewPerson) => Promise<{
    personId: string;
}>;
