import type { Indication } from '@dripline/clinical'
import type { Tx } from '../../../platform/database.ts'

type NewConsent = {
  id: string
  personId: string
  indication: Indication
  definitionId: string
  version: string
  signedName: string
  takenBy: string
  signedAt: Date
}

export const insertConsent = async ({ db, clinicId }: Tx, consent: NewConsent) => {
  await db
    .insertInto('consent')
    .values({ clinicId, ...consent })
    .execute()
}

/** Every consent a person has signed, newest first; never overwritten. */
export const consentsOf = async ({ db, clinicId }: Tx, personId: string) => {
  const rows = await db
    .selectFrom('consent')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'consent.clinicId').onRef('account.id', '=', 'consent.takenBy'),
    )
    .where('consent.clinicId', '=', clinicId)
    .where('personId', '=', personId)
    .orderBy('signedAt', 'desc')
    .orderBy('consent.id', 'desc')
    .select(['consent.id', 'personId', 'indication', 'definitionId', 'version', 'signedName', 'signedAt'])
    .select('account.name as takenBy')
    .execute()
  return rows.map((row) => ({ ...row, indication: row.indication as Indication }))
}

/** The newest consent of a person, for one indication when it is named. */
export const newestConsent = async (tx: Tx, personId: string, indication?: Indication) =>
  (await consentsOf(tx, personId)).find((each) => indication === undefined || each.indication === indication)
