import type { Tx } from '../../../platform/database.ts'

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
    .select(['alert.id', 'personId', 'person.name', 'person.phone', 'kind', 'cause', 'causeId', 'raisedAt'])
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
