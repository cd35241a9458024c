import { clinicalDefaults, type DefaultValue, notYetApproved, textDefaults } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { approvals, ownValues } from './store.ts'

const approvedIn = async (tx: Tx) => (await approvals(tx)).map(({ definitionId: id, ...rest }) => ({ id, ...rest }))

/** Whether a prescriber has approved every clinical default in its current version. */
export const defaultsApproved = async (tx: Tx): Promise<boolean> => notYetApproved(await approvedIn(tx)).length === 0

type Before = Pick<DefaultValue, 'name' | 'says' | 'value'>

/** What was approved before, where another version is in use: the values that were read then, or null where only the version was kept. */
export type ApprovedBefore = { version: string; by: string; at: Date; values: Before[] | null }

/** Every clinical default with its values, who approved this version and when, or null; and what was approved before it. */
export const defaultsWithApproval = async (tx: Tx) => {
  const approved = await approvedIn(tx)
  const own = await ownValues(tx)
  return [...clinicalDefaults, ...textDefaults].map((each) => {
    const same = approved.filter(({ id, kind }) => id === each.id && kind === each.kind)
    const now = same.find(({ version }) => version === each.version)
    return {
      ...each,
      own: each.kind === 'policy' ? own.filter(({ policy }) => policy === each.id) : [],
      approved: now ? { by: now.by, at: now.approvedAt, reason: now.reason } : null,
      before: now ? null : beforeOf(same.at(-1)),
    }
  })
}

const beforeOf = (approval: Awaited<ReturnType<typeof approvedIn>>[number] | undefined): ApprovedBefore | null =>
  approval === undefined
    ? null
    : {
        version: approval.version,
        by: approval.by,
        at: approval.approvedAt,
        values: approval.values?.map(({ name, says, value }) => ({ name, says, value })) ?? null,
      }
