import type { Tx } from '../../../platform/database.ts'

/** Letters that were written or will be, the latest due first. */
export const letters = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('message')
    .where('clinicId', '=', clinicId)
    .orderBy('dueAt', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .select(['id', 'kind', 'dueAt', 'sentAt', 'droppedAt', 'recipient', 'subject', 'body', 'calendar'])
    .execute()
