import { clinicalDefaults, notYetApproved } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { approvals } from './store.ts'

const approvedIn = async (tx: Tx) => (await approvals(tx)).map(({ definitionId: id, ...rest }) => ({ id, ...rest }))

/** Whether a prescriber has approved every clinical default in its current version. */
export const defaultsApproved = async (tx: Tx): Promise<boolean> => notYetApproved(await approvedIn(tx)).length === 0

/** Every clinical default, each with who approved this version and when, or null; and the version approved before it. */
export const defaultsWithApproval = async (tx: Tx) => {
  const approved = await approvedIn(tx)
  return clinicalDefaults.map((each) => {
    const same = approved.filter(({ id, kind }) => id === each.id && kind === each.kind)
    const now = same.find(({ version }) => version === each.version)
    return {
      ...each,
      approved: now ? { by: now.by, at: now.approvedAt } : null,
      versionBefore: now ? null : (same.at(-1)?.version ?? null),
    }
  })
}
