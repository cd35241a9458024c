import type { Database } from './database.ts'

/** What somebody says who lets the server sign in as the owner of its tables. */
export const AS_OWNER = 'the server may change every table and every line'

/** Thrown when the server would sign in as somebody who is bound by nothing. */
export class OwnerSignsIn extends Error {
  override readonly name = 'OwnerSignsIn'
}

const ASKED = `select current_user as name, r.rolsuper or r.rolbypassrls as "isUnbound",
  exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and pg_has_role(c.relowner, 'usage')) as "isOwner"
  from pg_roles r where r.rolname = current_user`

/** Refuses DATABASE_URL where it signs in as the owner of the tables, or as a role that row level security does not bind. */
export const refuseOwner = async (database: Database, isTaken: boolean): Promise<void> => {
  if (isTaken || database.kind === 'embedded') return
  const { rows } = await database.pools.jobs.query<{ name: string; isUnbound: boolean; isOwner: boolean }>(ASKED)
  const [role] = rows
  if (!role || (!role.isUnbound && !role.isOwner)) return
  const what = role.isUnbound ? 'is bound by no row level security' : 'owns its tables'
  throw new OwnerSignsIn(
    `DATABASE_URL signs in as ${role.name}, who ${what}: an intruder in the server could then change every record and the trail with it. Make a role that owns nothing, give the owner to \`npm run migrate\` as MIGRATE_DATABASE_URL, and set DATABASE_URL to that role; or set DATABASE_AS_OWNER to “${AS_OWNER}”.`,
  )
}
