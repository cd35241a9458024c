import { FolderInUse } from './platform/database.ts'
import { NotOurMigrations } from './platform/migrate.ts'
import { OwnerSignsIn } from './platform/owner-signs-in.ts'
import { SettingsRefused } from './platform/settings.ts'
import { WrongClock } from './platform/wrong-clock.ts'
import { PagesMissing } from './rendering.ts'

const known = [SettingsRefused, FolderInUse, NotOurMigrations, PagesMissing, OwnerSignsIn, WrongClock]

type Told = Error & { readonly code: string; readonly syscall?: string; readonly port?: number; readonly address?: string }
const isTold = (error: unknown): error is Told => error instanceof Error && 'code' in error && typeof error.code === 'string'

const place = ({ address, port }: Told) => [address, port].filter((part) => part !== undefined).join(':')

// What somebody who starts a server can put right, by the code of the machine or of PostgreSQL.
const remedies: Readonly<Record<string, (error: Told) => string>> = {
  EADDRINUSE: (error) => `Another program listens at ${place(error)}. Stop it, or set PORT to another number.`,
  EADDRNOTAVAIL: (error) => `HOST=${error.address}: expected an address of this machine.`,
  ECONNREFUSED: () => 'DATABASE_URL: no PostgreSQL server answers there.',
  ENOTFOUND: () => 'DATABASE_URL: its host is not known.',
  EAI_AGAIN: () => 'DATABASE_URL: its host is not known.',
  ETIMEDOUT: () => 'DATABASE_URL: no PostgreSQL server answers there.',
  '28P01': () => 'DATABASE_URL: the PostgreSQL server refuses this user and password.',
  '28000': () => 'DATABASE_URL: the PostgreSQL server refuses this user.',
  '3D000': () => 'DATABASE_URL: there is no such database on that server.',
}

/** Why the server did not start, in words for whoever started it; the stack when it is our own fault. */
export const whyNotStarted = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (known.some((kind) => error instanceof kind)) return error.message
  if (isTold(error) && error.code === 'EACCES')
    return error.syscall === 'listen' ? `PORT=${error.port}: expected a port this user may listen on.` : error.message
  const remedy = isTold(error) ? remedies[error.code] : undefined
  return remedy && isTold(error) ? remedy(error) : (error.stack ?? error.message)
}
