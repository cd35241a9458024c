import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

type NewAlert = { id: string; personId: string; kind: string; cause: string; causeId: string; raisedAt: Date }

/** Writes an alert, or finds the one that this cause has raised already; gives its id. */
export const insertAlert = async ({ db, clinicId }: Tx, alert: NewAlert): Promise<string> => {
  const made = await db
    .insertInto('alert')
    .values({ clinicId, ...alert })
    .onConflict((conflict) => conflict.columns(['clinicId', 'kind', 'causeId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return made.id
  const before = await db
    .selectFrom('alert')
    .where('clinicId', '=', clinicId)
    .where('kind', '=', alert.kind)
    .where('causeId', '=', alert.causeId)
    .select('id')
    .executeTakeFirstOrThrow()
  return before.id
}

/** An alert, locked until the step ends. */
export const lockAlert = ({ db, clinicId }: Tx, id: string) =>
  db
    .selectFrom('alert')
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .select(['id', 'personId', 'ownerId', 'closedAt'])
    .forUpdate()
    .executeTakeFirst()

type AlertChange = { ownerId: string; ownedAt: Date } | { closedBy: string; closedAt: Date; action: string }

export const setAlert = async ({ db, clinicId }: Tx, id: string, change: AlertChange) => {
  await db.updateTable('alert').set(change).where('clinicId', '=', clinicId).where('id', '=', id).execute()
}

const alerts = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('alert')
    .innerJoin('person', (join) => join.onRef('person.clinicId', '=', 'alert.clinicId').onRef('person.id', '=', 'alert.personId'))
    .leftJoin('account as owner', (join) =>
      join.onRef('owner.clinicId', '=', 'alert.clinicId').onRef('owner.id', '=', 'alert.ownerId'),
    )
    .leftJoin('account as closer', (join) =>
      join.onRef('closer.clinicId', '=', 'alert.clinicId').onRef('closer.id', '=', 'alert.closedBy'),
    )
    .where('alert.clinicId', '=', clinicId)
    .select(['alert.id', 'personId', 'person.name', 'person.phone', 'person.email', 'kind', 'cause', 'causeId', 'raisedAt'])
    .select(['ownerId', 'owner.name as owner', 'ownedAt', 'alert.closedAt', 'closer.name as closedBy', 'action'])

/** Alerts that nobody has closed, oldest first. */
export const openAlerts = (tx: Tx) =>
  alerts(tx).where('alert.closedAt', 'is', null).orderBy('raisedAt').orderBy('alert.id').execute()

/** All alerts of one person, open ones first. */
export const alertsOf = (tx: Tx, personId: string) =>
  alerts(tx)
    .where('alert.personId', '=', personId)
    .orderBy('alert.closedAt', (order) => order.desc().nullsFirst())
    .orderBy('raisedAt', 'desc')
    .execute()

/** The alerts closed last. */
export const closedAlerts = (tx: Tx) =>
  alerts(tx).where('alert.closedAt', 'is not', null).orderBy('alert.closedAt', 'desc').limit(20).execute()

type AlertsPage = { state: 'open' | 'closed'; owner: string | null | undefined; skip: number; take: number | null }

/** Alerts of a state and an owner (null: nobody; undefined: whoever), and how many of them there are; `take` null gives all. */
export const alertsPage = async (tx: Tx, { state, owner, skip, take }: AlertsPage) => {
  const chosen = alerts(tx)
    .where('alert.closedAt', state === 'open' ? 'is' : 'is not', null)
    .$if(owner === null, (query) => query.where('ownerId', 'is', null))
    .$if(typeof owner === 'string', (query) => query.where('ownerId', '=', owner ?? ''))
  const rows = await chosen
    .orderBy(state === 'open' ? 'raisedAt' : 'alert.closedAt', state === 'open' ? 'asc' : 'desc')
    .orderBy('alert.id')
    .offset(skip)
    .$if(take !== null, (query) => query.limit(take ?? 0))
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .execute()
  return { total: rows[0]?.total ?? 0, alerts: rows.map(({ total: _, ...alert }) => alert) }
}

/** How many alerts are open, nobody's, and one person's. */
export const alertCounts = async ({ db, clinicId }: Tx, me: string) => {
  const { rows } = await sql<{ open: number; unowned: number; mine: number }>`select count(*)::int as open,
    count(*) filter (where owner_id is null)::int as unowned, count(*) filter (where owner_id = ${me})::int as mine
    from alert where clinic_id = ${clinicId} and closed_at is null`.execute(db)
  return rows[0] ?? { open: 0, unowned: 0, mine: 0 }
}
