import { type Ctx } from '../../platform/context.ts';
import type { StaffTerms } from './staff.ts';
export type ChangeStaff = StaffTerms & {
    staffId: string;
};
/** Changes somebody's title, role, licences and calls, from their next request on. One owner always stays. */
export declare const changeStaff: (ctx: Ctx, { staffId, ...terms }: ChangeStaff) => Promise<{
    staffId: string;
}>;
