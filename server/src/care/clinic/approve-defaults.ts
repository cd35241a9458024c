import { clinicalDefaults, type Fault, Problem, textDefaults } from '@dripline/clinical'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { insertApprovals } from './store.ts'

export type ApproveDefaults = { listed: readonly { kind: string; id: string; version: string }[]; reason?: string }

/** A prescriber's word that the clinic works by these definitions in these versions: exactly the list that was read, with its values. */
export function approveDefaults(ctx: Ctx, { listed, reason }: ApproveDefaults) {
  return inOneStep(ctx, 'approve-defaults', async (tx) => {
    await demandRight(ctx, tx, 'approve-defaults')
    const current = new Map([...clinicalDefaults, ...textDefaults].map((each) => [`${each.kind} ${each.id}`, each]))
    const faults: Fault[] = listed.flatMap(({ kind, id, version }) => {
      const inUse = current.get(`${kind} ${id}`)?.version
      return inUse === version
        ? []
        : [{ field: `${kind} ${id}`, code: 'version-one-in-use', params: { inUse: inUse ?? 'none' }, value: version }]
    })
    if (faults.length > 0) throw new Problem('not-valid', {}, faults)

    const { id: approvedBy } = staffOf(ctx)
    const rows = listed.map(({ kind, id, version }) => ({
      id: ctx.newId(),
      definitionKind: kind,
      definitionId: id,
      version,
      values: current.get(`${kind} ${id}`)?.values ?? [],
      reason: reason ?? null,
      approvedBy,
      approvedAt: ctx.now(),
    }))
    await insertApprovals(tx, rows)
    return { approved: listed.length, values: rows.reduce((sum, { values }) => sum + values.length, 0) }
  })
}
