import type { LineTerms } from '@dripline/clinical'
import { sql } from 'kysely'
import { json, type Tx } from '../../../platform/database.ts'

const versions = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('serviceLineVersion as version')
    .where('version.clinicId', '=', clinicId)
    .orderBy('lineId')
    .orderBy('version')
    .select(['lineId', 'version', 'isRetired'])
    .select([sql<string>`holds_from::text`.as('holdsFrom'), sql<LineTerms>`terms`.as('terms')])

/** Every version of every line that this clinic set, oldest first. */
export const lineVersions = (tx: Tx) => versions(tx).execute()

/** The same with who set each, when and why. */
export const lineHistory = (tx: Tx) =>
  versions(tx)
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'version.clinicId').onRef('account.id', '=', 'version.setBy'),
    )
    .select(['reason', 'setAt', 'account.name as setBy'])
    .execute()

type NewVersion = {
  lineId: string
  version: number
  holdsFrom: string
  isRetired: boolean
  terms: LineTerms
  reason: string | null
  setBy: string
  setAt: Date
}

export const insertLineVersion = async ({ db, clinicId }: Tx, { terms, holdsFrom, ...row }: NewVersion) => {
  await db
    .insertInto('serviceLineVersion')
    .values({ clinicId, ...row, holdsFrom: sql<never>`${holdsFrom}::date`, terms: json(terms) })
    .execute()
}
