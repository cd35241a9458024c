import type { Tx } from '../database.ts'

const WITNESSES = ['nurse', 'prescriber', 'owner']

const witnesses = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('account')
    .where('clinicId', '=', clinicId)
    .where('closedAt', 'is', null)
    .where('role', 'in', WITNESSES)
    .select(['id', 'name', 'role', 'email', 'passwordHash', 'totpSealed', 'totpConfirmedAt', 'totpLastStep'])

/** Somebody who may stand as a second person, with what they can prove themselves by. */
export const witnessById = (tx: Tx, id: string) => witnesses(tx).where('id', '=', id).executeTakeFirst()

/** Everybody who may be the second person beside this one, by name. */
export const witnessesBeside = async (tx: Tx, actorId: string) => {
  const people = await witnesses(tx).where('id', '!=', actorId).orderBy('name').orderBy('id').execute()
  return people.map(({ id, name, role }) => ({ id, name, role }))
}

type NewProof = {
  id: string
  staffId: string
  askedBy: string
  act: string
  bound: string
  tokenHash: string
  method: string
  createdAt: Date
  expiresAt: Date
}

export const insertProof = ({ db, clinicId }: Tx, proof: NewProof) =>
  db
    .insertInto('proof')
    .values({ clinicId, ...proof })
    .execute()

/** A proof by its token's hash, locked, so that it is used once. */
export const lockProof = ({ db, clinicId }: Tx, tokenHash: string) =>
  db
    .selectFrom('proof')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'proof.clinicId').onRef('account.id', '=', 'proof.staffId'),
    )
    .where('proof.clinicId', '=', clinicId)
    .where('tokenHash', '=', tokenHash)
    .select(['proof.id', 'staffId', 'askedBy', 'act', 'bound', 'expiresAt', 'usedAt', 'account.name', 'account.closedAt'])
    .forUpdate('proof')
    .executeTakeFirst()

export const useProof = ({ db, clinicId }: Tx, id: string, usedAt: Date) =>
  db.updateTable('proof').set({ usedAt }).where('clinicId', '=', clinicId).where('id', '=', id).execute()
