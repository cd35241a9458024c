import type { Tx } from '../../platform/context.ts';
/** mg of a session as the book has them: drawn, given, wasted, and what is not accounted for yet; exact text. */
export declare const bookOfSession: (tx: Tx, sessionId: string) => Promise<{
    drawnMg: string;
    givenMg: string;
    wastedMg: string;
    openMg: string;
    isOpen: boolean;
}>;
