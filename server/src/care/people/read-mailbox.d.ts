import { type Ctx } from '../../platform/context.ts';
/** The letters of a clinic that only tries things out; where mail is really carried there is no such page. */
export declare const readMailbox: (ctx: Ctx) => Promise<{
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
/** Whether letters leave this house, or wait in the mailbox page, or go nowhere at all. */
export declare const mailOf: (ctx: Ctx) => "carried" | "mailbox" | "nowhere";
