import { asked, Problem, readSearch } from '@dripline/clinical'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { shows } from '../../platform/shown.ts'
import { findAll } from '../people/store.ts'
import { nextOf } from './next-facts.ts'

const which = ['all', 'caller', 'patient', 'alerts', 'booked'] as const
const sorts = ['since', 'name', 'next'] as const
const whole = z.int(asked('whole-number')).min(1, asked('at-least-1'))

export const listSent = z.strictObject({
  which: z.enum(which, asked('one-of-values', { values: which })).default('all'),
  sort: z.enum(sorts, asked('one-of-values', { values: sorts })).default('since'),
  isTurned: z.boolean(asked('yes-or-no')).default(false),
  text: z.string().trim().max(100).optional(),
  page: whole.max(100_000, asked('page-that-can-be')).default(1),
  size: whole.max(200, asked('at-most-200-on-one-page')).default(50),
})
export type ListSent = z.output<typeof listSent>

type Listed = {
  personId: string
  name: string
  state: string
  phone: string
  dateOfBirth: string | null
  since: Date
  isPatient: boolean
}

const conditions = {
  all: sql`true`,
  caller: sql`p.accepted_at is null`,
  patient: sql`p.accepted_at is not null`,
  alerts: sql`exists (select from alert as a where a.clinic_id = p.clinic_id and a.person_id = p.id and a.closed_at is null)`,
  booked: sql`coming.at is not null`,
} as const
const columns = { since: sql`coalesce(p.accepted_at, p.created_at)`, name: sql`fold(p.name)`, next: sql`coming.at` } as const

/** A page of the people on record, as asked for, each with what happens next; and how many there are of each kind. */
export function listPeople(ctx: Ctx, sent: ListSent) {
  return inClinic(ctx, 'list-persons', async (tx) => {
    const { tokens, readAs } = readSearch(sent.text ?? '')
    const found = tokens.length > 0 ? await nearIds(tx, tokens) : null
    const rows = await listed(ctx, tx, sent, found?.ids ?? null)
    const next = await nextOf(
      ctx,
      tx,
      rows.map(({ personId }) => personId),
    )
    const counts = await countsOf(ctx, tx)
    return shows(rows, {
      people: rows.map((row) => ({ ...row, ...stepOf(next.get(row.personId)) })),
      total: found ? await countFound(ctx, tx, sent, found.ids) : counts[sent.which],
      counts,
      readAs,
      isNear: found?.isNear ?? false,
    })
  })
}

const nearIds = async (tx: Tx, tokens: ReturnType<typeof readSearch>['tokens']) => {
  const { found, isNear } = await findAll(tx, tokens)
  return { ids: found.map(({ personId }) => personId), isNear }
}

const stepOf = (found: Awaited<ReturnType<typeof nextOf>> extends Map<string, infer N> ? N | undefined : never) => {
  if (!found) throw new Problem('not-found')
  return { next: found.next, openAlerts: found.facts.openAlerts, booked: found.facts.next }
}

const coming = (
  now: Date,
) => sql`left join lateral (select a.starts_at as at from appointment as a where a.clinic_id = p.clinic_id
  and a.person_id = p.id and a.state = 'booked' and a.ends_at > ${now} order by a.starts_at limit 1) as coming on true`

const among = (ids: readonly string[]) => (ids.length === 0 ? sql`false` : sql`p.id in (${sql.join([...ids])})`)

const natural = { since: 'desc', name: 'asc', next: 'asc' } as const

const listed = async (ctx: Ctx, { db, clinicId }: Tx, sent: ListSent, ids: readonly string[] | null): Promise<Listed[]> => {
  const isDown = (natural[sent.sort] === 'desc') !== sent.isTurned
  // Whose appointment comes next is asked of everybody only where it sorts or chooses.
  const isComingRead = sent.sort === 'next' || sent.which === 'booked'
  const { rows } = await sql<Listed>`select p.id as person_id, p.name, p.state, p.phone, p.date_of_birth::text as date_of_birth,
    coalesce(p.accepted_at, p.created_at) as since, p.accepted_at is not null as is_patient
    from person as p ${isComingRead ? coming(ctx.now()) : sql``}
    where p.clinic_id = ${clinicId} and p.merged_into is null and ${conditions[sent.which]} and ${ids ? among(ids) : sql`true`}
    order by ${columns[sent.sort]} ${isDown ? sql`desc` : sql`asc`} nulls last, p.id
    limit ${sent.size} offset ${(sent.page - 1) * sent.size}`.execute(db)
  return rows
}

const countFound = async (ctx: Ctx, { db, clinicId }: Tx, { which }: ListSent, ids: readonly string[]): Promise<number> => {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from person as p ${coming(ctx.now())}
    where p.clinic_id = ${clinicId} and p.merged_into is null and ${conditions[which]} and ${among(ids)}`.execute(db)
  return rows[0]?.total ?? 0
}

// Of the few who have something open or booked, not by asking each of the many.
const countsOf = async (ctx: Ctx, { db, clinicId }: Tx) => {
  const standing = sql`exists (select from person as p where p.clinic_id = a.clinic_id and p.id = a.person_id and p.merged_into is null)`
  const { rows } = await sql<Record<(typeof which)[number], number>>`select count(*)::int as "all",
    count(*) filter (where ${conditions.caller})::int as caller, count(*) filter (where ${conditions.patient})::int as patient,
    (select count(distinct a.person_id)::int from alert as a
      where a.clinic_id = ${clinicId} and a.closed_at is null and ${standing}) as alerts,
    (select count(distinct a.person_id)::int from appointment as a
      where a.clinic_id = ${clinicId} and a.state = 'booked' and a.ends_at > ${ctx.now()} and ${standing}) as booked
    from person as p where p.clinic_id = ${clinicId} and p.merged_into is null`.execute(db)
  return rows[0] ?? { all: 0, caller: 0, patient: 0, alerts: 0, booked: 0 }
}
