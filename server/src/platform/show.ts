import { usualPolicies } from '@dripline/clinical'
import { addressIn, type Locale, STAFF, spoken, switchedTo } from '@dripline/clinical/words'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Variables } from './allow.ts'
import { clinicSaid } from './clinic-said.ts'
import { inTransaction } from './database.ts'
import { isFramed } from './framed.ts'
import type { Ground } from './ground.ts'
import { framedOn } from './headers.ts'
import { keepLanguage, languageKept, likedBest } from './language.ts'
import { Outage } from './outage.ts'
import { policiesOf } from './policies.ts'
import { type Known, type ReaderOfPage, readerOfPage, tongueOf } from './reader.ts'

/** Makes the whole document of a page; the web box's server bundle is the only one. `mood` is of the page that stands at the address. */
export type Render = (page: {
  url: string
  host: string
  data: object
  scheme?: 'light' | 'dark'
}) => Promise<{ status: number; html: string; mood?: 'paper' | 'work' }>

type Asked = Context<{ Variables: Variables }>

/**
 * Gives every request `c.var.show(data, status)`: the page of its address, with this data and the frame's; and `c.var.reader()`, in whose
 * language that page is: the address says it, else, on a page of a link, the record of whoever it was made for, else the language that this
 * browser read last or likes best, else the clinic's own.
 */
export const showOf = (ground: Ground, render: Render) =>
  createMiddleware<{ Variables: Variables }>(async (c, next) => {
    let found: Promise<ReaderOfPage> | undefined
    const reader = () => {
      found ??= readerOfPage(ground, c.var.ctx, knownOf(c))
      return found
    }
    c.set('reader', async () => (await reader()).to)
    c.set('draw', async ({ path, data, scheme, tongue, clinic }) => {
      const { to } = await readerOfPage(ground, c.var.ctx, { addressed: tongue, liked: null })
      const { origins: _, ...known } = await frameOf(ground, c.var.ctx)
      const { host } = new URL(c.req.url)
      const address = { origin: c.var.ctx.origin, base: '', plain: path, search: '' }
      const frame = { ...known, user: null, clinic: { ...known.clinic, ...clinic }, path, address }
      const page = await render({
        url: path,
        host,
        scheme,
        data: { ...data, frame: { ...frame, tongue, approved: to.approved } },
      })
      return page.html
    })
    c.set('show', async (data, status) => {
      const { to, written: language } = await reader()
      const written = language && { language, idempotencyKey: c.var.ctx.newId() }
      const { origins, ...known } = await frameOf(ground, c.var.ctx)
      const where = whereIs(c, to.locale, known.clinic?.language ?? STAFF)
      const { url, host, pathname, address } = where
      const framed = isFramed(address.plain) ? { framedOn: origins } : {}
      if (framed.framedOn) framedOn(c, framed.framedOn)
      const said = { path: pathname, tongue: tongueOf(to), approved: to.approved, written, address, ...framed }
      const all = { ...data, frame: { ...known, ...said } }
      const page = await render({ url, host, data: all })
      const elsewhere = sentOn(c, where, page.mood, to.locale)
      if (elsewhere !== null) return c.redirect(elsewhere, 302)
      c.header('cache-control', 'no-store')
      return c.html(page.html, status ?? (page.status === 404 ? 404 : 200))
    })
    await next()
  })

const isLook = (c: Asked) => c.req.method === 'GET' || c.req.method === 'HEAD'
const isLink = (c: Asked) => c.req.path.startsWith('/l/')

/** Where a page stands, with its language and without; `own` is the language of addresses that name none. */
const whereIs = (c: Asked, locale: Locale, own: Locale) => {
  const { pathname, search, host } = new URL(c.req.url)
  const { language, plain } = spoken(pathname)
  const base = language === null && locale === own ? '' : switchedTo(locale, '/')
  const address = { origin: c.var.ctx?.origin ?? '', base, plain, search }
  return { url: plain + search, host, pathname, language, own, address }
}

/**
 * Where a look is sent on to, or null: a page for the staff has one language and one address; an address that names no language goes to the
 * one of its reader's. The language that an address names is kept for the next that names none.
 */
const sentOn = (
  c: Asked,
  { language, own, address: { plain, search } }: ReturnType<typeof whereIs>,
  mood: 'paper' | 'work' | undefined,
  locale: Locale,
): string | null => {
  const isByBrowser = language === null && !isLink(c)
  if (isByBrowser) c.header('vary', 'Accept-Language, Cookie', { append: true })
  if (!isLook(c) || mood === undefined) return null
  if (mood === 'work') return language === null ? null : plain + search
  if (language !== null && c.var.ctx && !isFramed(plain)) keepLanguage(c, c.var.ctx.origin, language)
  return isByBrowser && locale !== own ? addressIn(locale, plain, own) + search : null
}

const knownOf = (c: Asked): Known => {
  const origin = c.var.ctx?.origin
  const { language: addressed, plain } = spoken(new URL(c.req.url).pathname)
  const kept = origin === undefined || isFramed(plain) ? null : languageKept(c, origin)
  return { addressed, liked: kept ?? likedBest(c.req.header('accept-language')) }
}

/** What every page's frame shows: whose clinic, whose sign-in, what to call in a crisis. */
const frameOf = async (ground: Ground, ctx: Variables['ctx'] | undefined) => {
  if (!ctx) return { clinic: null, user: null, origins: [] }
  const { actor } = ctx
  const user =
    actor.kind === 'staff'
      ? { ...(await lockOf(ground, ctx)), id: actor.id, name: actor.name, roles: actor.roles, isBare: actor.isBare === true }
      : null
  const said = await clinicSaid(ground, ctx)
  const at = { user, now: ctx.now().toISOString() }
  if (said === null) return { clinic: null, origins: [], ...at }
  const { frameOrigins: origins, ...clinic } = said
  return { clinic, origins, ...at }
}

// After how many minutes without a touch a tablet at the chair locks, and whether this one has.
const lockOf = async ({ database }: Ground, { clinicId, actor, now }: Variables['ctx']) => {
  const policies = await inTransaction(database, clinicId, (tx) => policiesOf(tx, now())).catch((error: unknown) => {
    if (error instanceof Outage) return usualPolicies
    throw error
  })
  return { locksAfter: policies.chairLock.lockAfter, isLocked: actor.kind === 'staff' && actor.isLocked === true }
}
