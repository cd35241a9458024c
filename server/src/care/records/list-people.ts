import { Problem, readSearch } from '@dripline/clinical'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { findAll } from '../people/store.ts'
import { nextOf } from './next-facts.ts'

const which = ['all', 'caller', 'patient', 'alerts', 'booked'] as const
const sorts = ['since', 'name', 'next'] as const
const whole = z.int('a whole number').min(1, 'at least 1')

export const listSent = z.strictObject({
  which: z.enum(which, which.join(', ')).default('all'),
  sort: z.enum(sorts, sorts.join(', ')).default('since'),
  isTurned: z.boolean('yes or no').default(false),
  text: z.string().trim().max(100, 'at most 100 characters').optional(),
  page: whole.max(100_000, 'a page that can be').default(1),
  size: whole.max(200, 'at most 200 on one page').default(50),
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
  nextAt: Date | null
  total: number
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
export const listPeople = (ctx: Ctx, sent: ListSent) =>
  inClinic(ctx, 'list-persons', async (tx) => {
    const { tokens, readAs } = readSearch(sent.text ?? '')
    const found = tokens.length > 0 ? await nearIds(tx, tokens) : null
    const rows = await listed(ctx, tx, sent, found?.ids ?? null)
    const next = await nextOf(
      ctx,
      tx,
      rows.map(({ personId }) => personId),
    )
    return {
      people: rows.map(({ total: _, nextAt: __, ...row }) => ({ ...row, ...stepOf(next.get(row.personId)) })),
      total: rows[0]?.total ?? 0,
      counts: await countsOf(ctx, tx),
      readAs,
      isNear: found?.isNear ?? false,
    }
  })

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
) => sql`left join lateral (select lower(a.during) as at from appointment as a where a.clinic_id = p.clinic_id
  and a.person_id = p.id and a.state = 'booked' and upper(a.during) > ${now} order by lower(a.during) limit 1) as coming on true`

const natural = { since: 'desc', name: 'asc', next: 'asc' } as const

const listed = async (ctx: Ctx, { db, clinicId }: Tx, sent: ListSent, ids: readonly string[] | null): Promise<Listed[]> => {
  const isDown = (natural[sent.sort] === 'desc') !== sent.isTurned
  const onlyFound = ids === null ? sql`true` : ids.length === 0 ? sql`false` : sql`p.id in (${sql.join([...ids])})`
  const { rows } = await sql<Listed>`select p.id as person_id, p.name, p.state, p.phone, p.date_of_birth::text as date_of_birth,
    coalesce(p.accepted_at, p.created_at) as since, p.accepted_at is not null as is_patient, coming.at as next_at,
    count(*) over ()::int as total
    from person as p ${coming(ctx.now())}
    where p.clinic_id = ${clinicId} and p.merged_into is null and ${conditions[sent.which]} and ${onlyFound}
    order by ${columns[sent.sort]} ${isDown ? sql`desc` : sql`asc`} nulls last, p.id
    limit ${sent.size} offset ${(sent.page - 1) * sent.size}`.execute(db)
  return rows
}

const countsOf = async (ctx: Ctx, { db, clinicId }: Tx) => {
  const { rows } = await sql<Record<(typeof which)[number], number>>`select count(*)::int as "all",
    count(*) filter (where ${conditions.caller})::int as caller, count(*) filter (where ${conditions.patient})::int as patient,
    count(*) filter (where ${conditions.alerts})::int as alerts, count(*) filter (where ${conditions.booked})::int as booked
    from person as p ${coming(ctx.now())} where p.clinic_id = ${clinicId} and p.merged_into is null`.execute(db)
  return rows[0] ?? { all: 0, caller: 0, patient: 0, alerts: 0, booked: 0 }
}
