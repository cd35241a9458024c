import { type Ctx } from '../../platform/context.ts';
export type CloseAlert = {
    alertId: string;
    action: string;
};
/** Closes one alert with what was done; one that nobody owned gets its closer's name as owner too. */
export declare const closeAlert: (ctx: Ctx, { alertId, action }: CloseAlert) => Promise<{
    alertId: string;
    personId: string;
}>;
