import { type ChairDrug, chairList } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { policiesOf } from '../../platform/policies.ts'

/** The clinic's list of drugs for the chair, in the doses that hold there now. */
export const chairListOf = async (ctx: Ctx, tx: Tx): Promise<ChairDrug[]> =>
  chairList((await policiesOf(tx, ctx.now())).drugsAtTheChair)
