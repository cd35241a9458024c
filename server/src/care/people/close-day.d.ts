import { type Ctx } from '../../platform/context.ts';
export type CloseDay = {
    onDate: string;
    reason: string;
};
/** Offers nothing on a day (YYYY-MM-DD); what is already booked on it stays until staff move it. */
export declare const closeDay: (ctx: Ctx, { onDate, reason }: CloseDay) => Promise<{
    onDate: string;
}>;
