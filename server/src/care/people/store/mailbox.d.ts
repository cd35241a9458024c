import type { Tx } from '../../../platform/database.ts';
/** Letters that were written or will be, the latest due first. */
export declare const letters: ({ db, clinicId }: Tx) => Promise<{
    subject: string | null;
    id: string;
    kind: string;
    body: string | null;
    dueAt: Date;
    calendar: string | null;
    droppedAt: Date | null;
    recipient: string | null;
    sentAt: Date | null;
}[]>;
