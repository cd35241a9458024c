import { type Policies, type PolicyValue, policiesAt, type SetValue } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Every value of a policy that this clinic has approved or set, with the instant from which it holds: one query over two short tables. */
export const setValuesOf = async ({ db, clinicId }: Tx): Promise<SetValue[]> => {
  const { rows } = await sql<SetValueRow>`
    select policy, name, value, valid_from as "from", true as own from clinic_policy_value where clinic_id = ${clinicId}
    union all
    select a.definition_id, v->>'name', v->'set', coalesce(a.holds_from, a.approved_at), false
    from default_approval a cross join lateral jsonb_array_elements(a.approved_values) v
    where a.clinic_id = ${clinicId} and a.definition_kind = 'policy' and v ? 'set'`.execute(db)
  return rows.map(({ from, ...row }) => ({ ...row, from: from.toISOString() }))
}

type SetValueRow = { policy: string; name: string; value: PolicyValue | null; from: Date; own: boolean }

/** The clinic's policies as they hold at an instant: a record keeps those of its own time. */
export const policiesOf = async (tx: Tx, at: Date): Promise<Policies> => policiesAt(await setValuesOf(tx), at.toISOString())
