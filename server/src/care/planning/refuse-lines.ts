import { type AsNeededChoice, asNeededChecks, type Fault, Problem } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { policiesOf } from '../../platform/policies.ts'
import { chairListOf } from './chair-list.ts'

/** Lets through as-needed lines that the clinic's list allows and whose soft checks were acknowledged by name. */
export const refuseLines = async (ctx: Ctx, tx: Tx, lines: readonly AsNeededChoice[], acknowledged: readonly string[]) => {
  const checks = asNeededChecks(lines, await chairListOf(ctx, tx), (await policiesOf(tx, ctx.now())).asNeeded)
  const open = checks.filter(({ id, kind }) => kind === 'hard' || !acknowledged.includes(id))
  if (open.length === 0) return
  throw new Problem(
    'dose-not-possible',
    {},
    open.map(({ id, kind, ...fault }) => (kind === 'hard' ? fault : toAcknowledge(fault))),
  )
}

const toAcknowledge = ({ code, params = {}, field, value }: Fault): Fault => ({
  field,
  code: 'to-be-acknowledged-reason',
  params: { reason: { code, params } },
  value,
})
