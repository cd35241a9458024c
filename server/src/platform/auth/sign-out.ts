import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../context.ts'
import { accountById, signOutEverywhere, signOutOne } from './store.ts'

/** Ends the sign-in this request came by; whoever is not signed in is not signed in afterwards either. */
export async function signOut(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind === 'staff') await endSignIn(ctx, { signInId: ctx.actor.signInId })
}

/** Ends one of the own sign-ins; its next request is refused. */
export function endSignIn(ctx: Ctx, { signInId }: { signInId: string }) {
  return inOneStep(ctx, 'sign-out', async (tx) => {
    if (!(await signOutOne(tx, staffOf(ctx).id, signInId, ctx.now()))) throw new Problem('not-found', { signInId })
    return { signInId }
  })
}

/** Ends every sign-in of a colleague, for an owner: a tablet that was stolen, somebody who may not act any more. */
export function signOutColleague(ctx: Ctx, { staffId }: { staffId: string }) {
  return inOneStep(ctx, 'sign-out-colleague', async (tx) => {
    if (!(await accountById(tx, staffId))) throw new Problem('not-found', { staffId })
    const ended = await signOutEverywhere(tx, staffId, ctx.now())
    return { accountId: staffId, ended: ended.length }
  })
}

/** Ends all own sign-ins but this one. */
export function endOtherSignIns(ctx: Ctx) {
  return inOneStep(ctx, 'sign-out-elsewhere', async (tx) => {
    const { id: accountId, signInId } = staffOf(ctx)
    const ended = await signOutEverywhere(tx, accountId, ctx.now(), signInId)
    return { accountId, ended: ended.length }
  })
}
