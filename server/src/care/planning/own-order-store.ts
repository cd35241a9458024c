import type { Said } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { json } from '../../platform/database.ts'
import type { AnyOrder } from './plan.ts'
import type { NewOrder } from './store.ts'

type NewOwnPlan = {
  id: string
  personId: string
  administration: string
  protocolId: string
  protocolVersion: string
  sessions: number
  signedBy: string
}

/** A plan that rests on its prescriber alone: no screening, no ketamine, no curve. */
export const insertOwnPlan = (ctx: Ctx, tx: Tx, plan: NewOwnPlan) =>
  tx.db
    .insertInto('plan')
    .values({ clinicId: tx.clinicId, ...plan, findings: json([]), signedAt: ctx.now() })
    .execute()

type NewOwnOrder = Pick<AnyOrder, 'id' | 'planId' | 'personId' | 'administration' | 'drugId' | 'minutes' | 'signedBy'> &
  Pick<NewOrder, 'appointmentId' | 'validFrom' | 'validUntil'> & { said: Said }

export const insertOwnOrder = (ctx: Ctx, tx: Tx, { said, ...order }: NewOwnOrder) =>
  tx.db
    .insertInto('infusionOrder')
    .values({ clinicId: tx.clinicId, ...order, number: 1, said: json(said), signedAt: ctx.now() })
    .execute()
