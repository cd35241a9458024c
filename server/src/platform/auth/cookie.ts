import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Variables } from '../allow.ts'
import { groundOf } from '../context.ts'
import { LONGEST_HOURS } from './lifetime.ts'
import { tokenOf } from './sign-in.ts'

const LOOPBACK = /^http:\/\/(localhost|[\w.-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

// Anywhere but on this machine the cookie demands https: over plain http a browser drops it, and nobody is signed in.
export const isPlain = (origin: string) => LOOPBACK.test(origin)

export const cookieName = (origin: string) => (isPlain(origin) ? 'dripline' : '__Host-dripline')

// Lax, not Strict: a link from a mail would otherwise arrive signed out. Writes are guarded by their origin.
export const attributes = (origin: string) => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: !isPlain(origin) }) as const

/** The token a request carries. */
export const cookieOf = (c: Context, origin: string) => getCookie(c, cookieName(origin))

/** Puts a token into the cookie of this answer. */
export const setToken = (c: Context, origin: string, token: string): void =>
  setCookie(c, cookieName(origin), token, { ...attributes(origin), maxAge: LONGEST_HOURS * 3600 })

/** Signs this browser in: call it after the step that began the sign-in; a repeated answer gives the same cookie. */
export const giveCookie = (c: Context<{ Variables: Variables }>, signInId: string): void =>
  setToken(c, c.var.ctx.origin, tokenOf(groundOf(c.var.ctx), signInId, 1))

/** Takes the cookie back. */
export const clearCookie = (c: Context<{ Variables: Variables }>): void => {
  deleteCookie(c, cookieName(c.var.ctx.origin), attributes(c.var.ctx.origin))
}
