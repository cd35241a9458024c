import { Problem } from '@dripline/clinical'
import type { Locale, Reader } from '@dripline/clinical/words'
import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Role } from './actor.ts'
import { type Ctx, recordRefusal } from './context.ts'

/** `bare`: those roles also while they have signed in by a password and nothing else. */
export type Audience = Role | 'anyone' | 'link' | 'bare'
/** Shows a page of the web box with this data; the frame's own data (clinic, user) is added. */
export type Show = (data: object, status?: ContentfulStatusCode) => Promise<Response>
/** A page as it would be drawn for a visitor: the clinic's own facts may be others than are saved. */
export type Drawing = {
  readonly path: string
  readonly data: object
  readonly scheme: 'light' | 'dark'
  readonly tongue: Locale
  readonly clinic: object
}
/** `draw`: a whole document that nobody is sent to. `reader`: in whose language the page of this request is, once it is clear who asks. */
export type Variables = { ctx: Ctx; show: Show; draw: (page: Drawing) => Promise<string>; reader: () => Promise<Reader> }

const audiences = new WeakMap<object, readonly Audience[]>()

/** Who may use a route. This line is the role table: a route without it stops the start, and whoever is not named is refused. */
export const allow = (...who: readonly Audience[]) => {
  const guard = createMiddleware<{ Variables: Variables }>(async (c, next) => {
    const { actor } = c.var.ctx
    const isNamed =
      who.includes('anyone') ||
      (actor.kind === 'link' && who.includes('link')) ||
      (actor.kind === 'staff' && actor.roles.some((role) => who.includes(role)))
    const isBare = actor.kind === 'staff' && actor.isBare === true && !who.includes('anyone') && !who.includes('bare')
    if (!isNamed || isBare) {
      const problem = new Problem(isNamed ? 'second-factor-missing' : actor.kind === 'visitor' ? 'not-signed-in' : 'not-allowed')
      await recordRefusal(c.var.ctx, `${c.req.method} ${routePath(c, -1)}`, problem)
      throw problem
    }
    await next()
  })
  audiences.set(guard, who)
  return guard
}

/** The audience a middleware was made for, if it was made by `allow`. */
export const audienceOf = (middleware: object) => audiences.get(middleware)
