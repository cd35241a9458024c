import { type Ctx } from '../../platform/context.ts';
/** Puts one's own name to an alert; somebody else may take it over until it is closed. */
export declare const ownAlert: (ctx: Ctx, { alertId }: {
    alertId: string;
}) => Promise<{
    alertId: string;
    personId: string;
    ownerId: string;
}>;
