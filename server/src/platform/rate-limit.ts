import { Problem } from '@dripline/clinical'
import { createMiddleware } from 'hono/factory'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Variables } from './allow.ts'
import { deviceId, isKnownTo } from './auth/device.ts'
import { type Ctx, groundOf } from './context.ts'
import { networkOf } from './network.ts'

const MINUTE = 60

// Counted in this server's memory, by the machine's own clock: two servers on one database each count for themselves.
const limiters = {
  'sign-in': new RateLimiterMemory({ points: 120, duration: 15 * MINUTE }),
  'set-up': new RateLimiterMemory({ points: 10, duration: 15 * MINUTE }),
  proof: new RateLimiterMemory({ points: 60, duration: 15 * MINUTE }),
  /** What readers of an article say: their network is counted in memory, and written nowhere. */
  answers: new RateLimiterMemory({ points: 60, duration: 10 * MINUTE }),
  booking: new RateLimiterMemory({ points: 30, duration: 10 * MINUTE }),
  /** Without the sum of a page's form: fewer, and never none, since a page without script has no sum. */
  'booking without sum': new RateLimiterMemory({ points: 10, duration: 10 * MINUTE }),
  holding: new RateLimiterMemory({ points: 60, duration: 10 * MINUTE }),
  /** Wrong passwords and codes of one person, from one network or from one browser that they have signed in on. */
  account: new RateLimiterMemory({ points: 10, duration: 15 * MINUTE }),
  /** The same from anywhere else, together. */
  'account anywhere': new RateLimiterMemory({ points: 100, duration: 15 * MINUTE }),
}

export type Limited = Exclude<keyof typeof limiters, 'account' | 'account anywhere'>

/** The same inside the deed, where it hangs on what was sent. */
export const limit = (ctx: Ctx, name: Limited): Promise<void> => consume(name, `${ctx.clinicId} ${asker(ctx)}`)

const consume = async (name: keyof typeof limiters, key: string): Promise<void> => {
  try {
    await limiters[name].consume(key)
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent
    throw new Problem('too-many', { retryAfterSeconds: Math.max(1, Math.ceil(spent.msBeforeNext / 1000)) })
  }
}

const asker = ({ actor }: Ctx) => {
  if (actor.kind === 'visitor') return networkOf(actor.address)
  return actor.kind === 'system' ? actor.name : actor.id
}

/** Lets one asker (a client address, or the person signed in) do this only so often; then says when to try again. */
export const limited = (name: Limited) =>
  createMiddleware<{ Variables: Variables }>(async (c, next) => {
    const { ctx } = c.var
    // A simulated clinic lets anybody in by a press: there is nothing to guess.
    const isOpen = name === 'sign-in' && groundOf(ctx).simulated
    if (!isOpen) await consume(name, `${ctx.clinicId} ${asker(ctx)}`)
    await next()
  })

/** Whom somebody tries to be: by the address they type, and by their account where there is one. */
export type Tried = { readonly email: string; readonly accountId?: string | undefined }

// A browser on which this person has signed in before counts for itself: nobody elsewhere can lock them out of it.
const countersOf = (ctx: Ctx, { email, accountId }: Tried): [keyof typeof limiters, string][] => {
  const whom = `${ctx.clinicId} ${email}`
  const { device } = ctx
  if (device !== undefined && accountId !== undefined && isKnownTo(groundOf(ctx), device, accountId))
    return [['account', `${whom} on ${deviceId(device)}`]]
  return [
    ['account', `${whom} from ${asker(ctx)}`],
    ['account anywhere', whom],
  ]
}

/** Counts a try at one person's password or code; unknown addresses are counted like known ones. */
export const countTry = async (ctx: Ctx, tried: Tried): Promise<void> => {
  for (const [name, key] of countersOf(ctx, tried)) await consume(name, key)
}

/** Forgets the tries at a person who has proved themselves. */
export const forgetTries = async (ctx: Ctx, tried: Tried): Promise<void> => {
  for (const [name, key] of countersOf(ctx, tried)) await limiters[name].delete(key)
}
