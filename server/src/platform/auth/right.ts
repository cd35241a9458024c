import {
  dateOf,
  type FaultSaid,
  type GuardedAct,
  type Holder,
  type License,
  mayDo,
  Problem,
  type Role,
  rights,
  type WhyNot,
} from '@dripline/clinical'
import { sql } from 'kysely'
import { type Ctx, staffOf, type Tx } from '../context.ts'

/** Where and when a right is asked for: the clinic's states, and the day on its wall. */
const placeOf = async (ctx: Ctx, { db, clinicId }: Tx) => {
  const { zone, states } = await db
    .selectFrom('clinic')
    .where('id', '=', clinicId)
    .select(['zone', 'states'])
    .executeTakeFirstOrThrow()
  return { states, day: dateOf(ctx.now().toISOString(), zone) }
}

/** Licenses that were not taken back, by who holds them; whether one is in force is the day's question. */
export const licensesOf = async ({ db, clinicId }: Tx, staffIds?: readonly string[]): Promise<Map<string, License[]>> => {
  const all = db
    .selectFrom('staffLicense')
    .where('clinicId', '=', clinicId)
    .where('endedAt', 'is', null)
    .orderBy('state')
    .orderBy('id')
    .select(['staffId', 'state', 'number'])
    .select([sql<License['kind']>`kind`.as('kind'), sql<string | null>`valid_until::text`.as('validUntil')])
  const rows = await (staffIds ? all.where('staffId', '=', sql<string>`any(${[...staffIds]}::uuid[])`) : all).execute()
  const found = new Map<string, License[]>()
  for (const { staffId, ...license } of rows) found.set(staffId, [...(found.get(staffId) ?? []), license])
  return found
}

/** Why somebody of the staff may not take part in an act now, or null; a closed account may nothing. Roles and licenses are read anew. */
export const whyNot = async (ctx: Ctx, tx: Tx, act: GuardedAct, staffId: string): Promise<WhyNot | null> => {
  const account = await tx.db
    .selectFrom('account')
    .where('clinicId', '=', tx.clinicId)
    .where('id', '=', staffId)
    .where('closedAt', 'is', null)
    .select('roles')
    .$narrowType<{ roles: Role[] }>()
    .executeTakeFirst()
  if (!account) return { why: 'closed' }
  const holder: Holder = { roles: account.roles, licenses: (await licensesOf(tx, [staffId])).get(staffId) ?? [] }
  const { states, day } = await placeOf(ctx, tx)
  return mayDo(act, holder, states, day)
}

/** Refuses an act by somebody without the right to it, saying what is missing; whoever is signed in, or the person named. */
export const demandRight = async (ctx: Ctx, tx: Tx, act: GuardedAct, staffId = staffOf(ctx).id): Promise<void> => {
  const missing = await whyNot(ctx, tx, act, staffId)
  if (missing) throw withoutRight(act, staffId, staffId === staffOf(ctx).id ? 'right' : 'second', missing)
}

const withoutRight = (act: GuardedAct, staffId: string, field: 'right' | 'second', missing: WhyNot) =>
  new Problem('no-right', { staffId }, [{ field, ...missingFor(rights.acts[act].title, missing) }])

const missingFor = (act: string, missing: WhyNot): FaultSaid => {
  if (missing.why === 'closed') return { code: 'open-account-for-act', params: { act } }
  if (missing.why === 'role') return { code: 'role-for-act', params: { act, roles: missing.roles } }
  return { code: 'license-for-act', params: { act, license: missing.license, states: missing.states } }
}

type Person = { id: string; roles: string[] }

/** Of these people, those who may take part in the act now. */
export const withRight = async <P extends Person>(ctx: Ctx, tx: Tx, act: GuardedAct, people: readonly P[]): Promise<P[]> => {
  const licenses = await licensesOf(
    tx,
    people.map(({ id }) => id),
  )
  const { states, day } = await placeOf(ctx, tx)
  return people.filter(
    ({ id, roles }) => mayDo(act, { roles: roles as Role[], licenses: licenses.get(id) ?? [] }, states, day) === null,
  )
}
