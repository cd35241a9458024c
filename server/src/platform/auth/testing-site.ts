import { Problem } from '@dripline/clinical'
import { Hono } from 'hono'
import type { Role } from '../actor.ts'
import type { Variables } from '../allow.ts'
import { type Ctx, inOneStep, staffOf, type Tx } from '../context.ts'
import { contextOfRequest } from '../context-of-request.ts'
import { problemJson, statuses } from '../problem.ts'
import type { TestClinic } from '../testing.ts'
import { hashPassword } from './password.ts'
import { auth, proof } from './routes.ts'
import { beginSignIn, tokenOf } from './sign-in.ts'
import { dressSignIn, setPasswordHash } from './store.ts'

/** The sign-in routes of a clinic over HTTP, as a server mounts them. */
export const siteOf = ({ ground }: TestClinic) => {
  const site = new Hono<{ Variables: Variables }>()
  site.use(contextOfRequest(ground, { publicUrl: undefined, proxies: [] }))
  site.route('/api/auth', auth).route('/api/proof', proof)
  site.onError((error, c) => {
    if (!(error instanceof Problem)) throw error
    return c.json(problemJson(error), statuses[error.code])
  })
  return site
}

type Answered = Pick<Response, 'status' | 'headers'> & { body: ReturnType<typeof JSON.parse> }
type Site = Pick<Hono<{ Variables: Variables }>, 'request'>

/** A browser at a clinic's site: it keeps its cookie, and says where its requests come from. */
export const browserAt = (site: Site, host: string, scheme = 'http') => {
  const origin = `${scheme}://${host}`
  const browser = {
    origin,
    cookie: undefined as string | undefined,
    /** By what this browser is known for people who have signed in on it. */
    device: undefined as string | undefined,
    lastSetCookie: null as string | null,
    send: async (method: string, path: string, body?: unknown, key: string = crypto.randomUUID()): Promise<Answered> => {
      const headers: Record<string, string> = {
        origin,
        'content-type': 'application/json',
        'idempotency-key': key,
      }
      headers.cookie = [browser.cookie, browser.device].filter((each) => each !== undefined).join('; ')
      const sent = body === undefined ? {} : { body: JSON.stringify(body) }
      const response = await site.request(`${origin}${path}`, { method, headers, ...sent })
      const set = response.headers.getSetCookie()
      const isDevice = (each: string) => /^[\w-]*dripline-device=/.test(each)
      browser.device = set.find(isDevice)?.split(';')[0] ?? browser.device
      browser.lastSetCookie = set.find((each) => !isDevice(each)) ?? null
      const kept = browser.lastSetCookie?.split(';')[0]
      if (kept) browser.cookie = kept.endsWith('=') ? undefined : kept
      return { status: response.status, headers: response.headers, body: JSON.parse((await response.text()) || 'null') }
    },
  }
  return browser
}

/** A sign-in that stands as one from before a second factor was asked for: records are open to it. */
export const standingSignIn = async (ctx: Ctx, tx: Tx): Promise<string> => {
  const signInId = await beginSignIn(ctx, tx, staffOf(ctx).id, 'password')
  await dressSignIn(tx, signInId)
  return signInId
}

export const PASSWORD = 'slow rivers carry far'

/** A new person with a password, and a browser in which they have just signed in. */
export const newcomer = async (clinic: TestClinic, role: Role = 'nurse', site: Site = siteOf(clinic)) => {
  const ctx = await clinic.as(role)
  if (ctx.actor.kind !== 'staff') throw new TypeError('A person was expected.')
  const { id, name } = ctx.actor
  const email = `${id}@example.test`
  const passwordHash = await hashPassword(PASSWORD, { email, name })
  const signInId = await inOneStep(ctx, 'prepare', async (tx) => {
    await setPasswordHash(tx, id, passwordHash)
    return standingSignIn(ctx, tx)
  })
  const browser = browserAt(site, clinic.host)
  browser.cookie = `dripline=${tokenOf(clinic.ground, signInId, 1)}`
  return { id, name, email, browser, signInId, stranger: () => browserAt(site, clinic.host) }
}
