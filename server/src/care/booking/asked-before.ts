import { actorName } from '../../platform/actor.ts'
import { type Ctx, groundOf } from '../../platform/context.ts'
import { type Database, inTransaction } from '../../platform/database.ts'

type Asked = { readonly scope: string; readonly keys: Set<string>; readonly found: Promise<ReadonlySet<string>> }

const GATHER_MS = 5
const gathering = new WeakMap<Database, Map<string, Asked>>()

/** Whether this very press was answered before, here or on another server: however many ask at once, the database is asked once. */
export async function askedBefore(ctx: Ctx, verb: string): Promise<boolean> {
  const key = ctx.idempotency?.key
  if (key === undefined) return false
  const { database } = groundOf(ctx)
  const scope = `${actorName(ctx.actor)} ${verb}`
  const all = gathering.get(database) ?? new Map<string, Asked>()
  gathering.set(database, all)
  const place = `${ctx.clinicId} ${scope}`
  const asked = all.get(place) ?? gather(database, ctx.clinicId, scope, () => all.delete(place))
  all.set(place, asked)
  asked.keys.add(key)
  return (await asked.found).has(key)
}

const gather = (database: Database, clinicId: string, scope: string, begun: () => void): Asked => {
  const keys = new Set<string>()
  const look = async () => {
    await new Promise((done) => setTimeout(done, GATHER_MS))
    begun()
    const rows = await inTransaction(
      database,
      clinicId,
      ({ db }) =>
        db
          .selectFrom('idempotencyKey')
          .where('clinicId', '=', clinicId)
          .where('scope', '=', scope)
          .where('key', 'in', [...keys])
          .select('key')
          .execute(),
      'public',
    )
    return new Set(rows.map((row) => row.key))
  }
  return { scope, keys, found: look() }
}
