import { callOnce } from '../call.ts'
import type { Database } from '../database.ts'
import { inTurns, type Turns } from '../turns.ts'
import type { SignInRow } from './store.ts'

/** In the database's own names; without an id there is no such sign-in. */
type Said = {
  id: string | null
  account_id: string
  name: string
  roles: string[]
  token_hash: string
  issue: number
  issued_at: Date
  last_seen_at: Date
  revoked_at: Date | null
  closed_at: Date | null
  created_at: Date
  method: string
  touched_at: Date | null
  locked_at: Date | null
  is_bare: boolean
  changes: string
}

/** A sign-in, and how many changes of its clinic were committed when it was read: a look need not ask once more. */
export type SignInNow = SignInRow & { readonly changes: bigint }

const asked = new WeakMap<Database, Turns<SignInNow | undefined>>()

const CALL = 'select * from sign_in_now($1, $2)'

const ask = async (database: Database, clinicId: string, signInId: string): Promise<SignInNow | undefined> => {
  const said = await callOnce<Said>(database, 'chair', CALL, [clinicId, signInId])
  if (!said || said.id === null) return undefined
  const { id, name, roles, issue, method } = said
  return {
    id,
    name,
    roles,
    issue,
    method,
    accountId: said.account_id,
    tokenHash: said.token_hash,
    issuedAt: said.issued_at,
    lastSeenAt: said.last_seen_at,
    revokedAt: said.revoked_at,
    closedAt: said.closed_at,
    createdAt: said.created_at,
    touchedAt: said.touched_at,
    lockedAt: said.locked_at,
    isBare: said.is_bare,
    changes: BigInt(said.changes),
  }
}

/**
 * A sign-in with its account as the database has it now, in one round trip; requests of one page that ask at once share it. It is never kept:
 * what was revoked on another server opens nothing here from that commit on.
 */
export const signInNow = (database: Database, clinicId: string, signInId: string): Promise<SignInNow | undefined> => {
  const turns: Turns<SignInNow | undefined> = asked.get(database) ?? new Map()
  asked.set(database, turns)
  return inTurns(turns, `${clinicId} ${signInId}`, () => ask(database, clinicId, signInId))
}
