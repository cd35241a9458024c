import type { ConsentSection, Indication } from '@dripline/clinical'
import { sql } from 'kysely'
import { json, type Tx } from '../../../platform/database.ts'

/** The very words that were signed. */
export type SignedText = {
  title: string
  sections: readonly Pick<ConsentSection, 'heading' | 'paragraphs'>[]
  teachBack: readonly string[]
  statement: string
}

type NewConsent = {
  id: string
  personId: string
  indication: Indication
  definitionId: string
  version: string
  signedName: string
  /** As it stood on record when it was signed. */
  personName: string
  representativeRelation: string | null
  representativeAuthority: string | null
  signedText: SignedText
  takenBy: string
  signedAt: Date
}

export const insertConsent = async ({ db, clinicId }: Tx, { signedText, ...consent }: NewConsent) => {
  await db
    .insertInto('consent')
    .values({ clinicId, ...consent, signedText: json(signedText) })
    .execute()
}

/** A consent as it was signed, and whether it was taken back. */
export type SignedConsent = {
  id: string
  personId: string
  indication: Indication
  definitionId: string
  version: string
  signedName: string
  signedAt: Date
  representativeRelation: string | null
  representativeAuthority: string | null
  personName: string | null
  takenBy: string
  withdrawnAt: Date | null
  withdrawnBecause: string | null
}

const consentRows = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('consent')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'consent.clinicId').onRef('account.id', '=', 'consent.takenBy'),
    )
    .leftJoin('consentWithdrawal as back', (join) =>
      join.onRef('back.clinicId', '=', 'consent.clinicId').onRef('back.consentId', '=', 'consent.id'),
    )
    .where('consent.clinicId', '=', clinicId)
    .select(['consent.id', 'consent.personId', 'indication', 'definitionId', 'version', 'signedName', 'signedAt'])
    .select(['representativeRelation', 'representativeAuthority', 'personName', 'account.name as takenBy'])
    .select(['back.withdrawnAt', 'back.reason as withdrawnBecause'])
    .$narrowType<{ indication: Indication }>()

/** Every consent a person has signed, newest first; never overwritten. One that was taken back says when and why. */
export const consentsOf = (tx: Tx, personId: string): Promise<SignedConsent[]> =>
  consentRows(tx).where('consent.personId', '=', personId).orderBy('signedAt', 'desc').orderBy('consent.id', 'desc').execute()

/** One consent with the words that were signed; null words where they were not kept yet. */
export const consentById = (tx: Tx, id: string): Promise<(SignedConsent & { signedText: SignedText | null }) | undefined> =>
  consentRows(tx).where('consent.id', '=', id).select(sql<SignedText | null>`signed_text`.as('signedText')).executeTakeFirst()

/** The newest consent of a person that was not taken back, for one indication when it is named. An older one never stands in for one taken back. */
export const newestConsent = async (tx: Tx, personId: string, indication?: Indication) =>
  newestOfConsents(await consentsOf(tx, personId), indication)

/** The same of all that a person has signed, newest first. */
export const newestOfConsents = (consents: readonly SignedConsent[], indication?: Indication) => {
  const newest = new Map<Indication, SignedConsent>()
  for (const each of consents) if (!newest.has(each.indication)) newest.set(each.indication, each)
  return [...newest.values()].find(
    (each) => each.withdrawnAt === null && (indication === undefined || each.indication === indication),
  )
}

type NewWithdrawal = { id: string; consentId: string; personId: string; reason: string; takenBy: string; withdrawnAt: Date }

/** Whether it was not taken back before. */
export const insertWithdrawal = async ({ db, clinicId }: Tx, row: NewWithdrawal): Promise<boolean> => {
  const made = await db
    .insertInto('consentWithdrawal')
    .values({ clinicId, ...row })
    .onConflict((conflict) => conflict.columns(['clinicId', 'consentId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}
