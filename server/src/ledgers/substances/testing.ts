import type { GuardedAct } from '@dripline/clinical'
import { sealProof } from '../../platform/auth/proof.ts'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { peek, type TestClinic } from '../../platform/testing.ts'
import { bookOfDay } from './book.ts'
import { receiveVials } from './receive-vials.ts'
import { leftIn } from './store.ts'
import { withdraw } from './withdraw.ts'

/** A second person's word for one act, as their passkey would have sealed it. */
export const wordOf = async (ctx: Ctx, second: Ctx, act: GuardedAct, facts: Record<string, string>): Promise<string> =>
  (await sealProof(ctx, { staffId: staffOf(second).id, act, facts, method: 'password' })).proof

export const lot = {
  drugId: 'ketamine',
  lot: 'SIM-1',
  mgPerMl: '50',
  volumeMl: '10',
  expiresOn: '2027-08-31',
  invoice: 'SIM-118',
}

/** Two nurses, and vials of 500 mg in the safe. */
export const stocked = async (clinic: TestClinic, vials = 1, change: Partial<typeof lot> = {}) => {
  const [ctx, second] = [await clinic.as('nurse'), await clinic.as('nurse')]
  const facts = { ...lot, ...change }
  const proof = await wordOf(ctx, second, 'receive', { ...facts, vials: String(vials) })
  const { received, proofId } = await receiveVials(ctx, { ...facts, vials, proof })
  const ids = received.map(({ vialId }) => vialId)
  return { ctx, second, ids, vialId: ids[0] ?? '', proofId, witnessId: staffOf(second).id }
}

type Stock = Awaited<ReturnType<typeof stocked>>

/** Draws an amount of 50 mg/mL from the first vial for one invented visit. */
export const drawn = async ({ ctx, vialId, proofId, witnessId }: Stock, mg: string, ml: string, of = vialId) => {
  const [personId, sessionId] = [ctx.newId(), ctx.newId()]
  const line = await inOneStep(ctx, 'draw-up', (tx) =>
    withdraw(ctx, tx, { drugId: lot.drugId, vialId: of, ml, mg, personId, sessionId, witnessId, proofId, at: ctx.now() }),
  )
  return { personId, sessionId, ...line }
}

export const left = (ctx: Ctx, vialId: string) => peek(ctx, (tx) => leftIn(tx, vialId))

/** The book of today with the balance of ketamine, mL; '0' where there is none. */
export const ketamineBook = async (ctx: Ctx, tx: Tx) => {
  const book = await bookOfDay(ctx, tx)
  const own = book.drugs.find(({ drugId }) => drugId === lot.drugId)
  return { ...book, carriedMl: own?.carriedMl ?? '0', balanceMl: own?.balanceMl ?? '0' }
}
