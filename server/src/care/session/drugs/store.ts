import type { DrugTaskKind } from '@dripline/clinical'
import { type RawBuilder, sql } from 'kysely'
import type { Ctx, Tx } from '../../../platform/context.ts'

export type DrugTask = {
  id: string
  sessionId: string
  personId: string
  eventId: string
  task: DrugTaskKind
  ownerId: string
  owner: string
  openedAt: Date
}

const tasks = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('drugTask')
    .innerJoin('account as owner', (join) =>
      join.onRef('owner.clinicId', '=', 'drugTask.clinicId').onRef('owner.id', '=', 'drugTask.ownerId'),
    )
    .where('drugTask.clinicId', '=', clinicId)
    .where('drugTask.closedAt', 'is', null)
    .orderBy('openedAt')
    .orderBy('drugTask.id')
    .select(['drugTask.id', 'sessionId', 'personId', 'eventId', 'task', 'ownerId', 'owner.name as owner', 'openedAt'])
    .$narrowType<{ task: DrugTaskKind }>()

/** What is open of emergency doses in one visit, oldest first, each with its owner. */
export const openTasksOf = (tx: Tx, sessionId: string): Promise<DrugTask[]> =>
  tasks(tx).where('sessionId', '=', sessionId).execute()

/** The same of the visits that a statement finds: `any(…)`. */
export const openTasksOfThose = (tx: Tx, those: RawBuilder<unknown>): Promise<DrugTask[]> =>
  tasks(tx).where(sql<boolean>`session_id = ${those}`).execute()

type NewTask = Pick<DrugTask, 'sessionId' | 'personId' | 'eventId' | 'task' | 'ownerId'>

export const insertTask = async (ctx: Ctx, { db, clinicId }: Tx, task: NewTask) => {
  await db
    .insertInto('drugTask')
    .values({ clinicId, id: ctx.newId(), ...task, openedAt: ctx.now() })
    .execute()
}

export const closeTasks = async ({ db, clinicId }: Tx, ids: readonly string[], by: string, at: Date, note: string) => {
  if (ids.length === 0) return
  await db
    .updateTable('drugTask')
    .set({ closedAt: at, closedBy: by, note })
    .where('clinicId', '=', clinicId)
    .where('id', 'in', ids)
    .where('closedAt', 'is', null)
    .execute()
}

/** Alerts of one kind about a person that nobody has closed. */
export const openAlertsAbout = ({ db, clinicId }: Tx, personId: string, kind: string) =>
  db
    .selectFrom('alert')
    .where('clinicId', '=', clinicId)
    .where('personId', '=', personId)
    .where('kind', '=', kind)
    .where('closedAt', 'is', null)
    .select(['id', 'causeId'])
    .execute()
