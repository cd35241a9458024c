import { type GuardedAct, Problem } from '@dripline/clinical'
import { canonical } from '../canonical.ts'
import { type Ctx, groundOf, inOneStep, staffOf, type Tx } from '../context.ts'
import { sha256 } from '../keys.ts'
import { insertProof, lockProof, useProof, witnessById } from './proof-store.ts'
import { demandRight } from './right.ts'

/** What exactly the second person puts their name to: drug, mg, mL, strengths. The same texts must come again when it is used. */
export type Facts = Readonly<Record<string, string>>
export type ProofMethod = 'passkey' | 'password' | 'simulated'

const LIFE_MS = 3 * 60_000

type Sealing = { readonly staffId: string; readonly act: GuardedAct; readonly facts: Facts; readonly method: ProofMethod }
export type Proof = { readonly proof: string; readonly expiresAt: string }

/** Uses up, in the same step, what the second person proved themselves by: a passkey's counter, a code's half minute. */
type Spend = (tx: Tx) => Promise<boolean>
const always: Spend = async () => true

export const VERB = 'prove-second-person'

/** Writes down that a second person stood by this act, asked by whoever is signed in. Call it only after they have proved themselves. */
export async function sealProof(ctx: Ctx, { staffId, act, facts, method }: Sealing, spend: Spend = always): Promise<Proof> {
  const sealed = await inOneStep(ctx, VERB, async (tx) => {
    const askedBy = staffOf(ctx).id
    if (staffId === askedBy) throw new Problem('proof-same-person', { staffId })
    if (!(await witnessById(tx, staffId))) throw new Problem('proof-failed', { staffId })
    await demandRight(ctx, tx, act, staffId)
    if (!(await spend(tx))) throw new Problem('proof-failed', { staffId })

    const id = ctx.newId()
    const expiresAt = new Date(ctx.now().getTime() + LIFE_MS)
    const tokenHash = sha256(tokenOf(ctx, id))
    await insertProof(tx, {
      id,
      staffId,
      askedBy,
      act,
      bound: canonical(facts),
      tokenHash,
      method,
      createdAt: ctx.now(),
      expiresAt,
    })
    return { proofId: id, staffId, expiresAt: expiresAt.toISOString() }
  })
  return { proof: tokenOf(ctx, sealed.proofId), expiresAt: sealed.expiresAt }
}

const tokenOf = (ctx: Ctx, proofId: string) => groundOf(ctx).keys.token('proof', proofId)

export type Witness = { readonly staffId: string; readonly proofId: string; readonly name: string }

/**
 * Uses up a second person's proof inside the step it was given for: once, within three minutes, for these facts and this asker only.
 * Whether they may take part is read again here: a role, a license or an account may have ended since.
 */
export const spendProof = async (ctx: Ctx, tx: Tx, token: string, act: GuardedAct, facts: Facts): Promise<Witness> => {
  const { id: actorId } = staffOf(ctx)
  const proof = await lockProof(tx, sha256(token))
  if (!proof || proof.closedAt !== null) throw new Problem('proof-failed')
  const about = { proofId: proof.id }
  if (proof.staffId === actorId) throw new Problem('proof-same-person', about)
  if (proof.usedAt !== null || proof.expiresAt <= ctx.now()) throw new Problem('proof-used', about)
  if (proof.askedBy !== actorId || proof.act !== act || proof.bound !== canonical(facts)) throw new Problem('proof-failed', about)

  await demandRight(ctx, tx, act, proof.staffId)
  await useProof(tx, proof.id, ctx.now())
  return { staffId: proof.staffId, proofId: proof.id, name: proof.name }
}
