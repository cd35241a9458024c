import { Problem } from '@dripline/clinical'
import { type Ctx, groundOf, inClinic, inOneStep, type Tx } from '../context.ts'
import { showsNobody } from '../shown.ts'
import { beginSignIn } from './sign-in.ts'
import { accountById, everybody } from './store.ts'

/** What waits for each person, in a sentence, by account; whoever mounts the routes may know. */
export type Waiting = (ctx: Ctx, tx: Tx) => Promise<Readonly<Record<string, string>>>

const ROLES = ['nurse', 'prescriber', 'front desk', 'owner']
const firstOf = (roles: readonly string[]) => Math.min(...roles.map((role) => ROLES.indexOf(role)))

/** Everybody who can be entered as, nurses first; only a simulated clinic ever says. */
export function peopleToEnterAs(ctx: Ctx, waiting?: Waiting) {
  if (!groundOf(ctx).simulated) throw new Problem('not-found')
  return inClinic(ctx, 'people-to-enter-as', async (tx) => {
    const waits = (await waiting?.(ctx, tx)) ?? {}
    const people = await everybody(tx)
    const shown = people
      .map(({ id, name, roles, title }) => ({ id, name, roles, title, waits: waits[id] ?? null }))
      .sort((a, b) => firstOf(a.roles) - firstOf(b.roles))
    return showsNobody(shown)
  })
}

/** Signs in as anybody, in a simulated clinic and nowhere else. */
export function enter(ctx: Ctx, { accountId }: { accountId: string }) {
  return inOneStep(ctx, 'enter-simulated', async (tx) => {
    const { simulated, play } = groundOf(ctx)
    if (simulated && play()?.isOver === false) throw new Problem('still-playing')
    if (!simulated || !(await accountById(tx, accountId))) throw new Problem('not-found', { accountId })
    return { signInId: await beginSignIn(ctx, tx, accountId, 'simulated'), accountId }
  })
}
