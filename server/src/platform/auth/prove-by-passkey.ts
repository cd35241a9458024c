import { type GuardedAct, Problem } from '@dripline/clinical'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { canonical } from '../canonical.ts'
import { type Ctx, inClinic, staffOf } from '../context.ts'
import { showsNobody } from '../shown.ts'
import { openChallenge } from './challenge.ts'
import { askForPasskey, usedPasskey } from './passkey.ts'
import { countPasskey, passkeysOf } from './passkey-store.ts'
import { type Facts, type Proof, sealProof, VERB } from './proof.ts'
import { witnessById } from './proof-store.ts'
import { refuse } from './refuse.ts'

export type Act = { readonly staffId: string; readonly act: GuardedAct; readonly facts: Facts }

const boundOf = (ctx: Ctx, { act, facts }: Act) => canonical({ askedBy: staffOf(ctx).id, act, facts })

/** Options for the second person's passkey; the challenge stands for this act, these facts and this asker. */
export async function offerPasskeyProof(ctx: Ctx, act: Act) {
  const { staffId } = act
  if (staffId === staffOf(ctx).id) throw new Problem('proof-same-person', { staffId })
  const { witness, passkeys } = await inClinic(ctx, 'find-witness', async (tx) =>
    showsNobody({ witness: await witnessById(tx, staffId), passkeys: await passkeysOf(tx, staffId) }),
  )
  if (!witness || passkeys.length === 0) return refuse(ctx, VERB, 'proof-failed', { staffId })
  const challenge = await openChallenge(ctx, { purpose: 'proof', accountId: staffId, bound: boundOf(ctx, act) })
  return askForPasskey(ctx, challenge, passkeys)
}

/** The second person proves themselves by passkey; the first stays signed in. */
export async function proveByPasskey(
  ctx: Ctx,
  { response, ...act }: Act & { response: AuthenticationResponseJSON },
): Promise<Proof> {
  const used = await usedPasskey(ctx, 'proof', response)
  const isTheirs = used?.passkey.accountId === act.staffId && used.bound === boundOf(ctx, act)
  if (!used || !isTheirs) return refuse(ctx, VERB, 'proof-failed', { staffId: act.staffId })
  return sealProof(ctx, { ...act, method: 'passkey' }, (tx) => countPasskey(tx, used.passkey, used.counter, ctx.now()))
}
