import { type Policies, policiesAt, type SetValue } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Database, Tx } from './database.ts'

/** The rows of both tables as one number each: they are only ever added, so another number means other rows. */
type Version = { readonly own: string; readonly approved: string }
type Kept = Version & { readonly set: readonly SetValue[] }

const kept = new WeakMap<Database, Map<string, Kept>>()

/**
 * Every value of a policy that this clinic has approved or set, with the instant from which it holds: what stands is asked each time, and
 * the values themselves only where they are others than this server has kept.
 */
export async function setValuesOf({ db, clinicId, database }: Tx): Promise<readonly SetValue[]> {
  const clinics = kept.get(database) ?? new Map<string, Kept>()
  kept.set(database, clinics)
  const known = clinics.get(clinicId)
  const { rows } = await sql<Version & { set: SetValue[] | null }>`
    with stands as (select
      (select coalesce(bit_xor(hashtextextended(id::text, 0)), 0)::text from clinic_policy_value where clinic_id = ${clinicId}) as own,
      (select coalesce(bit_xor(hashtextextended(id::text, 0)), 0)::text from default_approval
        where clinic_id = ${clinicId} and definition_kind = 'policy') as approved)
    select own, approved, case when own = ${known?.own ?? ''} and approved = ${known?.approved ?? ''} then null else coalesce((
      select jsonb_agg(jsonb_build_object('policy', policy, 'name', name, 'value', value, 'from', since, 'own', is_own)) from (
        select policy, name, value, valid_from as since, true as is_own from clinic_policy_value where clinic_id = ${clinicId}
        union all
        select a.definition_id, v->>'name', v->'set', coalesce(a.holds_from, a.approved_at), false
        from default_approval a cross join lateral jsonb_array_elements(a.approved_values) v
        where a.clinic_id = ${clinicId} and a.definition_kind = 'policy' and v ? 'set') each), '[]') end as set
    from stands`.execute(db)
  const [row] = rows
  if (!row) throw new TypeError('The database says nothing of a clinic’s policies.')
  if (row.set === null && known) return known.set
  const set = (row.set ?? []).map((each) => ({ ...each, from: new Date(each.from).toISOString() }))
  clinics.set(clinicId, { own: row.own, approved: row.approved, set })
  return set
}

/** The clinic's policies as they hold at an instant: a record keeps those of its own time. */
export const policiesOf = async (tx: Tx, at: Date): Promise<Policies> => policiesAt(await setValuesOf(tx), at.toISOString())
