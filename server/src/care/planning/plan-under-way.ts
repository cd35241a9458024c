import { sql } from 'kysely'
import type { Tx } from '../../platform/context.ts'
import { anyOf } from '../people/store.ts'

/** The plan of a person for an indication that is neither closed nor over, or undefined. */
export const planUnderWay = async (tx: Tx, personId: string, indication: string, now: Date) =>
  tx.db
    .selectFrom('plan')
    .where('clinicId', '=', tx.clinicId)
    .where('personId', '=', anyOf(tx, personId))
    .where('indication', '=', indication)
    .where(
      sql<boolean>`not exists (select from plan_closure as c where c.clinic_id = plan.clinic_id and c.plan_id = plan.id)
        and exists (select from infusion_order as o where o.clinic_id = plan.clinic_id and o.plan_id = plan.id and o.valid_until > ${now}
          and not exists (select from infusion_order as next where next.clinic_id = o.clinic_id and next.replaces_id = o.id))`,
    )
    .select('id')
    .executeTakeFirst()
