import { administrationOf } from '@dripline/clinical'

/** Whether an administration's visit is made of acts of its own: no infusion of a course, and no ketamine. */
export const hasOwnActs = (by: string | null): boolean => by !== null && Boolean(administrationOf(by)?.order)
