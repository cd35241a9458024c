import type { GuardedAct } from '@dripline/clinical'
import { type Ctx, staffOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { withRight } from './right.ts'

const open = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('account')
    .where('clinicId', '=', clinicId)
    .where('closedAt', 'is', null)
    .select(['id', 'name', 'roles', 'email', 'passwordHash', 'totpSealed', 'totpConfirmedAt', 'totpLastStep'])

/** Somebody with an open account, with what they can prove themselves by. */
export const witnessById = (tx: Tx, id: string) => open(tx).where('id', '=', id).executeTakeFirst()

/** Everybody who may be the second person beside this one in an act now, by name. */
export const witnessesBeside = async (ctx: Ctx, tx: Tx, act: GuardedAct) => {
  const people = await open(tx).where('id', '!=', staffOf(ctx).id).orderBy('name').orderBy('id').execute()
  return (await withRight(ctx, tx, act, people)).map(({ id, name, roles }) => ({ id, name, roles }))
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
