import { Problem } from '@dripline/clinical'
import { spoken, switchedTo } from '@dripline/clinical/words'
import type { Context, Next } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Variables } from './allow.ts'
import { cookieOf, setToken } from './auth/cookie.ts'
import { deviceOf, isMarkedFor, remember } from './auth/device.ts'
import { isOpenWhenLocked } from './auth/lock.ts'
import { isMade, type Recognised, recognise, recogniseKept } from './auth/sign-in.ts'
import { openContext } from './context.ts'
import { inTransaction } from './database.ts'
import { isElsewhere } from './framed.ts'
import type { Ground } from './ground.ts'
import { clinicOf } from './host.ts'
import { mendedAddress, openLink, whyNotOpen } from './link.ts'
import { networkOf } from './network.ts'
import { type Asked, type Lane, publicDoor } from './public-door.ts'
import { idempotencyOf, refuseBrokenForm, refuseForeign, type Way, wayOf } from './request.ts'

export type Trust = { readonly publicUrl: string | undefined; readonly proxies: readonly string[] }

const LINK = /^\/l\/([\w-]{43,60})(?=\/|$)/
/** Whatever begins like a link is one: cut or mistyped, it is answered as a link and never as a page that wants a sign-in. */
const LIKE_A_LINK = /^\/l(\/|$)/

/** Opens the context of a request: the clinic by its host name, the actor by link or cookie, the key of a write. */
export const contextOfRequest = (ground: Ground, trust: Trust) => {
  const door = publicDoor()
  return createMiddleware<{ Variables: Variables }>(async (c, next) => {
    const way = wayOf(c, trust.publicUrl, trust.proxies)
    const clinic = await clinicOf(ground.database, way.host)
    if (!clinic) throw new Problem('not-found', { host: way.host })
    // Whatever is refused from here on is said on a page of this clinic, with its own crisis lines.
    c.set(
      'ctx',
      openContext(ground, { clinicId: clinic.id, actor: { kind: 'visitor', address: way.address }, origin: way.origin }),
    )
    refuseForeign(c, way.origin)
    if (LIKE_A_LINK.test(c.req.path) && !LINK.test(c.req.path)) throw new Problem('link-unusable', { why: 'cut' })
    const secret = LINK.exec(c.req.path)?.[1]
    // On another site nobody is signed in here, whatever a browser sends.
    const token = isElsewhere(c.req.path) ? undefined : cookieOf(c, way.origin)
    const isStaffs = secret === undefined && token !== undefined && isMade(ground, token)
    const rest = () => restOf(ground, c, next, { clinicId: clinic.id, way, secret, token: isStaffs ? token : undefined })
    if (isStaffs) return await rest()
    const asked: Asked = {
      lane: laneOf(c.req.path),
      clinicId: clinic.id,
      visitor: networkOf(way.address),
      isLook: LOOKS.test(c.req.path) && c.req.method === 'GET',
    }
    return await door.through(asked, rest)
  })
}

/** Where the times on offer are looked at. */
const LOOKS = /^\/(api\/booking\/slots|(embed\/)?book)\/?$/

const SIGN_IN = /^\/(sign-in|api\/auth\/.*)$/

const laneOf = (path: string): Lane => {
  if (LINK.test(path)) return 'link'
  return SIGN_IN.test(path) ? 'sign-in' : 'public'
}

// What writes asks in its own step whether the sign-in stands; the rest looks it up, a search too, which is sent and writes nothing.
const WRITES = /^\/api\/(?!auth\/|proof\/|live(\/|$)|people\/find$)/

type Asker = { clinicId: string; way: Way; secret: string | undefined; token: string | undefined }

const restOf = async (
  ground: Ground,
  c: Context<{ Variables: Variables }>,
  next: Next,
  { clinicId, way, secret, token }: Asker,
) => {
  const asksAgain = c.req.method === 'POST' && WRITES.test(c.req.path)
  const look = asksAgain ? recogniseKept : recognise
  const { actor, freshToken, changes } = await whoAsks(ground, { clinicId, way, secret, token }, look)
  if (freshToken !== undefined) setToken(c, way.origin, freshToken)
  if (actor.kind === 'staff' && actor.isLocked && !isOpenWhenLocked(c.req.method, c.req.path)) throw new Problem('locked')
  const whole = actor.kind === 'link' && c.req.method === 'GET' ? mendedAddress(c.req.path, actor.purpose) : null
  if (whole !== null) return c.redirect(inSame(c, whole), 303)
  const device = deviceOf(c, way.origin)
  if (actor.kind === 'staff' && !isMarkedFor(ground, device, actor.id)) remember(c, way.origin, ground, device, actor.id)
  await refuseBrokenForm(c)
  const idempotency = await idempotencyOf(c)
  c.set(
    'ctx',
    openContext(ground, {
      clinicId,
      actor,
      origin: way.origin,
      ...(idempotency && { idempotency }),
      ...(device && { device }),
      ...(changes !== undefined && { changes }),
    }),
  )
  return await next()
}

// The address goes on in the language it began with.
const inSame = (c: Context, plain: string) => {
  const { language } = spoken(new URL(c.req.url).pathname)
  return language === null ? plain : switchedTo(language, plain)
}

const whoAsks = async (ground: Ground, { clinicId, way, secret, token }: Asker, look: typeof recognise): Promise<Recognised> => {
  if (secret !== undefined) {
    const link = await inTransaction(
      ground.database,
      clinicId,
      async (tx) => {
        const found = await openLink(tx, secret, ground.clock())
        return found ?? { why: await whyNotOpen(tx, secret, ground.clock()) }
      },
      'public',
    )
    if ('why' in link) throw new Problem('link-unusable', { why: link.why })
    return { actor: { kind: 'link', ...link } }
  }
  const staff = token === undefined ? null : await look(ground, clinicId, token)
  return staff ?? { actor: { kind: 'visitor', address: way.address } }
}
