import { clinicalDefaults, type Fault, Problem } from '@dripline/clinical'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { insertApprovals } from './store.ts'

export type ApproveDefaults = { listed: readonly { kind: string; id: string; version: string }[] }

/** A prescriber's word that the clinic works by these definitions in these versions: exactly the list that was read. */
export const approveDefaults = (ctx: Ctx, { listed }: ApproveDefaults) =>
  inOneStep(ctx, 'approve-defaults', async (tx) => {
    await demandRight(ctx, tx, 'approve-defaults')
    const faults: Fault[] = listed.flatMap(({ kind, id, version }) => {
      const current = clinicalDefaults.find((each) => each.kind === kind && each.id === id)
      if (current?.version === version) return []
      return [{ field: `${kind} ${id}`, expected: `version ${current?.version ?? 'none'}, the one in use`, value: version }]
    })
    if (faults.length > 0) throw new Problem('not-valid', {}, faults)

    const { id: approvedBy } = staffOf(ctx)
    await insertApprovals(
      tx,
      listed.map(({ kind, id, version }) => ({
        id: ctx.newId(),
        definitionKind: kind,
        definitionId: id,
        version,
        approvedBy,
        approvedAt: ctx.now(),
      })),
    )
    return { approved: listed.length }
  })
