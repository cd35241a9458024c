import { asked, Problem } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../allow.ts'
import { type Ctx, groundOf, inClinic } from '../context.ts'
import { problemJson, statuses } from '../problem.ts'
import { limited } from '../rate-limit.ts'
import { faultsOf, unstorable } from '../shape.ts'
import { showsNobody } from '../shown.ts'
import { giveCookie } from './cookie.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { hasSecondFactor } from './second-factor.ts'
import { signInByPassword } from './sign-in-by-password.ts'
import { enter, peopleToEnterAs, type Waiting } from './simulated.ts'

const text = (what: string) => z.string(what).min(1, what).max(500, what)
const wayIn = z.discriminatedUnion(
  'way',
  [
    z.object({ way: z.literal('enter'), accountId: z.uuid(asked('someone-at-this-clinic')) }),
    z.object({ way: z.literal('password'), email: text(asked('your-email-address')), password: text(asked('your-password')) }),
    z.object({ way: z.literal('code'), ticket: text(asked('ticket')), code: text(asked('code-of-your-app-or-recovery')) }),
  ],
  'a way in',
)

const SIX_FIGURES = /^\d{6}$/

/** Takes one of the three plain ways in; a right password may only be half the way. */
const comeIn = async (ctx: Ctx, sent: object) => {
  const { data, error } = wayIn.safeParse(sent)
  if (error) throw new Problem('not-valid', {}, [...unstorable(sent), ...faultsOf(error.issues, {})])
  if (data.way === 'enter') return enter(ctx, data)
  if (data.way === 'password') return signInByPassword(ctx, data)
  const code = data.code.replaceAll(/\s/g, '')
  return finishSignIn(ctx, { ticket: data.ticket, ...(SIX_FIGURES.test(code) ? { code } : { recoveryCode: data.code }) })
}

// Only an address of our own: a link could otherwise send somebody who has just signed in to a copy of our pages.
const onward = ({ origin }: Ctx, next: string | undefined) => {
  if (next === undefined || !URL.canParse(next, origin)) return '/sign-in?in'
  const { pathname, search } = new URL(next, origin)
  const answered = pathname + search
  // Judged as the browser will read it: `/.//elsewhere` comes out of the parser as `//elsewhere`, which is another host.
  const isOurs = [next, answered].every((each) => URL.canParse(each, origin) && new URL(each, origin).origin === origin)
  return isOurs && !answered.startsWith('//') ? answered : '/sign-in?in'
}

/** What the page needs to know: whom a simulated clinic lists, and whether the person signed in has more than a password. */
const pageData = async (ctx: Ctx, waiting?: Waiting) => ({
  people: groundOf(ctx).simulated ? await peopleToEnterAs(ctx, waiting) : null,
  play: groundOf(ctx).play(),
  hasSecondWay: await hasSecondWay(ctx),
})

const hasSecondWay = (ctx: Ctx) => {
  const { actor } = ctx
  if (actor.kind !== 'staff') return false
  return inClinic(ctx, 'own-account', async (tx) => showsNobody(await hasSecondFactor(tx, actor.id)))
}

/** The sign-in page, whose forms work without script: a simulated clinic lists its people, a real one nobody. */
export const signInDocument = (waiting?: Waiting) =>
  new Hono<{ Variables: Variables }>()
    .get('/sign-in', allow('anyone'), async (c) => c.var.show(await pageData(c.var.ctx, waiting)))

    .post('/sign-in', allow('anyone'), limited('sign-in'), async (c) => {
      const { ctx } = c.var
      const sent = await c.req.parseBody()
      try {
        const come = await comeIn(ctx, sent)
        if ('ticket' in come) return c.var.show({ ...(await pageData(ctx, waiting)), ticket: come.ticket })
        giveCookie(c, come.signInId)
        const next = onward(ctx, c.req.query('next'))
        // A password that was enough is all there is: the second factor comes first, then what was asked for.
        return c.redirect('next' in come && !groundOf(ctx).simulated ? `/account?next=${encodeURIComponent(next)}` : next, 303)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        const { email, ticket } = sent
        const kept = { email, ...(sent.way === 'code' && { ticket }) }
        return c.var.show({ ...(await pageData(ctx, waiting)), ...kept, refused: problemJson(error) }, statuses[error.code])
      }
    })
