import { Problem } from '@dripline/clinical'
import { type Ctx, inClinic, staffOf } from '../context.ts'
import { countTry, forgetTries } from '../rate-limit.ts'
import { showsNobody } from '../shown.ts'
import { useAppCode } from './finish-sign-in.ts'
import { isPassword } from './password.ts'
import { type Proof, sealProof, VERB } from './proof.ts'
import { witnessById } from './proof-store.ts'
import type { Act } from './prove-by-passkey.ts'
import { refuse } from './refuse.ts'

type Typed = { readonly password: string; readonly code?: string | undefined }

/** The second person proves themselves by password, and by a code where they have an app; the first stays signed in. */
export async function proveByPassword(ctx: Ctx, { password, code = '', ...act }: Act & Typed): Promise<Proof> {
  const { staffId } = act
  if (staffId === staffOf(ctx).id) throw new Problem('proof-same-person', { staffId })
  const witness = await inClinic(ctx, 'find-witness', async (tx) => showsNobody(await witnessById(tx, staffId)))
  // Counted by who asks and whom they try: a stranger at the sign-in page cannot lock a nurse's second check at the chair.
  const tries = { email: `${staffOf(ctx).id} tries to be ${staffId}` }
  await countTry(ctx, tries)
  const isRight = await isPassword(witness?.passwordHash, password)
  if (!witness || !isRight) return refuse(ctx, VERB, 'proof-failed', { staffId })
  const proof = await sealProof(ctx, { ...act, method: 'password' }, async (tx) => {
    return witness.totpConfirmedAt === null || useAppCode(ctx, tx, witness, code)
  })
  await forgetTries(ctx, tries)
  return proof
}
