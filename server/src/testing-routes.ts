import { sql } from 'kysely'
import { type createApp, routesOf } from './app.ts'
import { tokenOf } from './platform/auth/sign-in.ts'
import { standingSignIn } from './platform/auth/testing-site.ts'
import { type Ctx, inOneStep, type Role } from './platform/context.ts'
import { inTransaction } from './platform/database.ts'
import { exampleOf } from './platform/example.ts'
import type { TestClinic } from './platform/testing.ts'

export type App = ReturnType<typeof createApp>
export type Route = ReturnType<typeof routesOf>['audiences'][number]

/** Every route of the application that says whom it is for. */
export const routesIn = (app: App): Route[] => routesOf(app).audiences.filter(({ path }) => path !== '/*')

const TABLE_OF: Readonly<Record<string, string>> = {
  accountId: 'account',
  staffId: 'account',
  clinicianId: 'account',
  orderId: 'infusion_order',
  eventId: 'session_event',
  lineId: 'substance_line',
  countId: 'stock_count',
  keptId: 'person',
  mergedId: 'person',
  otherId: 'person',
  mergeId: 'person_merge',
  corrects: 'session_event',
  ids: 'person',
}
const tableOf = (field: string) =>
  TABLE_OF[field] ?? field.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The ids of a clinic's records, by table. */
export const idsOf = async ({ ground, clinicId }: TestClinic) =>
  inTransaction(ground.database, clinicId, async ({ db }) => {
    const withId = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'id' and table_name <> 'clinic'`.execute(db)
    const found: Record<string, string[]> = {}
    for (const { name } of withId.rows) {
      const { rows } = await sql<{
        id: string
      }>`select id from ${sql.table(name)} where clinic_id = ${clinicId} order by id`.execute(db)
      found[name] = rows.map(({ id }) => id)
    }
    return found
  })

export type Ids = Awaited<ReturnType<typeof idsOf>>
/** How many of a clinic's ids are tried at each route. */
export const TRIES = 3
const idFor = (ids: Ids, field: string, turn: number) => {
  const own = ids[tableOf(field)] ?? []
  // Nobody is merged into themselves.
  const place = field === 'mergedId' || field === 'otherId' ? (turn + 1) % TRIES : turn
  return own[Math.floor(((own.length - 1) / (TRIES - 1)) * place)]
}

/** Whose cookie, whose ids, which of them; and what is looked for where something is. */
export type Asked = { readonly cookie: string; readonly ids: Ids; readonly turn: number; readonly words?: string }
const SOUGHT = ['text', 'name']

/** The example with every id in it replaced by one of these. */
const withIds = (example: unknown, asked: Asked, field = ''): unknown => {
  if (Array.isArray(example)) return example.map((each) => withIds(each, asked, field))
  if (example !== null && typeof example === 'object')
    return Object.fromEntries(Object.entries(example).map(([key, value]) => [key, withIds(value, asked, key)]))
  const isId = typeof example === 'string' && (/^0{8}-/.test(example) || field === 'ids')
  if (asked.words !== undefined && typeof example === 'string' && SOUGHT.includes(field)) return asked.words
  return isId ? (idFor(asked.ids, field, asked.turn) ?? example) : example
}

const cookieOf = async (ctx: Ctx, { ground }: TestClinic) => {
  return `dripline=${tokenOf(ground, await inOneStep(ctx, 'sign-in', (tx) => standingSignIn(ctx, tx)), 1)}`
}
const people = new Map<string, Ctx>()
/** The cookie of somebody of this clinic in this role, the same person each time. */
export const cookieFor = async (clinic: TestClinic, role: Role) => {
  const key = `${clinic.clinicId} ${role}`
  const ctx = people.get(key) ?? (await clinic.as(role))
  people.set(key, ctx)
  return cookieOf(ctx, clinic)
}

/** Asks a route for its example with a clinic's ids in it, as whoever has this cookie. */
export const askRoute = async (app: App, clinic: TestClinic, { method, path, shapes }: Route, asked: Asked) => {
  const { cookie, ids, turn } = asked
  const origin = `http://${clinic.host}`
  const part = (target: string) =>
    shapes.filter((each) => each.target === target).map(({ schema }) => withIds(exampleOf(schema), asked))
  const [body, query] = [part('json')[0], part('query')[0]]
  const filled = path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => idFor(ids, name, turn) ?? crypto.randomUUID())
  const search = query === undefined ? '' : `?${new URLSearchParams(query as Record<string, string>)}`
  const headers: Record<string, string> = { origin, cookie, 'idempotency-key': crypto.randomUUID() }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const sent = method === 'GET' || body === undefined ? {} : { body: JSON.stringify(body) }
  if (path === '/api/live') return { status: 403, text: '', code: '', sent: filled }
  const answer = await app.request(`${origin}${filled}${search}`, { method, headers, ...sent })
  const text = await answer.text()
  const code = answer.headers.get('content-type')?.includes('problem') ? String(JSON.parse(text).code) : ''
  return { status: answer.status, text, code, sent: `${filled} ${JSON.stringify(body ?? '')}` }
}

export type Answer = Awaited<ReturnType<typeof askRoute>>

const STAFF: readonly Role[] = ['prescriber', 'nurse', 'front desk', 'owner']
/** Who may use a route: the first of these roles. */
export const roleFor = ({ who }: Route) => STAFF.find((role) => who.includes(role)) ?? 'nurse'
