import { sayPhone, usualPolicies } from '@dripline/clinical'
import { createMiddleware } from 'hono/factory'
import type { Show, Variables } from './allow.ts'
import { inTransaction, type Tx } from './database.ts'
import type { Ground } from './ground.ts'
import { Outage } from './outage.ts'
import { policiesOf } from './policies.ts'
import { tongueOf } from './reader.ts'
import { type Share, shareOf } from './shares.ts'

/** Makes the whole document of a page; the web box's server bundle is the only one. */
export type Render = (page: { url: string; host: string; data: object }) => Promise<{ status: number; html: string }>

/** Gives every request `c.var.show(data, status)`: the page of its address, with this data and the frame's. */
export const showOf = (ground: Ground, render: Render) =>
  createMiddleware<{ Variables: Variables }>(async (c, next) => {
    const show: Show = async (data, status) => {
      const { pathname, search, host } = new URL(c.req.url)
      const frame = { ...(await frameOf(ground, c.var.ctx)), path: pathname, tongue: tongueOf(ground.reader) }
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
  const { actor } = ctx
  const user =
    actor.kind === 'staff'
      ? { ...(await lockOf(ground, ctx)), id: actor.id, name: actor.name, roles: actor.roles, isBare: actor.isBare === true }
      : null
  return { clinic: await clinicSaid(ground, ctx), user, now: ctx.now().toISOString() }
}

// After how many minutes without a touch a tablet at the chair locks, and whether this one has.
const lockOf = async ({ database }: Ground, { clinicId, actor, now }: Variables['ctx']) => {
  const policies = await inTransaction(database, clinicId, (tx) => policiesOf(tx, now())).catch((error: unknown) => {
    if (error instanceof Outage) return usualPolicies
    throw error
  })
  return { locksAfter: policies.chairLock.lockAfter, isLocked: actor.kind === 'staff' && actor.isLocked === true }
}

type Said = Awaited<ReturnType<typeof readClinic>>
const lastSaid = new WeakMap<Ground['database'], Map<string, Said>>()

// A page that says that the database is away still names the clinic and its own crisis lines, as they were last read.
const clinicSaid = async ({ database }: Ground, { clinicId, actor }: Variables['ctx']): Promise<Said | null> => {
  const last = lastSaid.get(database) ?? new Map<string, Said>()
  lastSaid.set(database, last)
  try {
    const said = await readClinic(database, clinicId, shareOf(actor))
    last.set(clinicId, said)
    return said
  } catch (error) {
    if (error instanceof Outage) return last.get(clinicId) ?? null
    throw error
  }
}

const readClinic = async (database: Ground['database'], clinicId: string, share: Share) => {
  const read = ({ db }: Tx) =>
    db
      .selectFrom('clinic')
      .where('id', '=', clinicId)
      .select(['name', 'zone', 'simulated', 'crisisLines', 'phone', 'afterHoursPhone', 'address', 'dateOrder'])
      .executeTakeFirstOrThrow()
  const clinic = await inTransaction(database, clinicId, read, share)
  return { ...clinic, phone: sayPhoneOf(clinic.phone), afterHoursPhone: sayPhoneOf(clinic.afterHoursPhone) }
}

const sayPhoneOf = (phone: string | null) => (phone === null ? null : sayPhone(phone))
