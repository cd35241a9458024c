import { type Ctx } from '../../platform/context.ts';
import { type OpenedCount } from './store.ts';
export type EnterCount = {
    countId: string;
    sealed: number;
    opened: readonly OpenedCount[];
};
/** One person's count. The second one closes it: each is held against the book of its own moment, and what differs gets an owner. */
export declare const enterCount: (ctx: Ctx, { countId, sealed, opened }: EnterCount) => Promise<{
    countId: string;
    isClosed: boolean;
    isAgreed: null;
} | {
    countId: string;
    isClosed: boolean;
    isAgreed: boolean;
}>;
