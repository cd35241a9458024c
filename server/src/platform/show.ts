import { sayPhone } from '@dripline/clinical'
import { createMiddleware } from 'hono/factory'
import type { Show, Variables } from './allow.ts'
import { inTransaction } from './database.ts'
import type { Ground } from './ground.ts'

/** Makes the whole document of a page; the web box's server bundle is the only one. */
export type Render = (page: { url: string; host: string; data: object }) => Promise<{ status: number; html: string }>

/** Gives every request `c.var.show(data, status)`: the page of its address, with this data and the frame's. */
export const showOf = (ground: Ground, render: Render) =>
  createMiddleware<{ Variables: Variables }>(async (c, next) => {
    const show: Show = async (data, status) => {
      const { pathname, search, host } = new URL(c.req.url)
      const frame = { ...(await frameOf(ground, c.var.ctx)), path: pathname }
      const page = await render({ url: pathname + search, host, data: { ...data, frame } })
      c.header('cache-control', 'no-store')
      return c.html(page.html, status ?? (page.status === 404 ? 404 : 200))
    }
    c.set('show', show)
    await next()
  })

/** What every page's frame shows: whose clinic, whose sign-in, what to call in a crisis. */
const frameOf = async (ground: Ground, ctx: Variables['ctx'] | undefined) => {
  if (!ctx) return { clinic: null, user: null }
  const clinic = await inTransaction(ground.database, ctx.clinicId, ({ db }) =>
    db
      .selectFrom('clinic')
      .where('id', '=', ctx.clinicId)
      .select(['name', 'zone', 'simulated', 'crisisLines', 'phone', 'afterHoursPhone', 'address', 'dateOrder'])
      .executeTakeFirstOrThrow(),
  )
  const said = { ...clinic, phone: sayPhoneOf(clinic.phone), afterHoursPhone: sayPhoneOf(clinic.afterHoursPhone) }
  const { actor } = ctx
  const user = actor.kind === 'staff' ? { id: actor.id, name: actor.name, roles: actor.roles } : null
  return { clinic: said, user, now: ctx.now().toISOString() }
}

const sayPhoneOf = (phone: string | null) => (phone === null ? null : sayPhone(phone))
