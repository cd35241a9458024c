import { carryOn, type KeptVisit, keepVisit, type SessionEvent } from '@dripline/clinical'
import type { Database } from '../../platform/database.ts'
import type { Session, SessionRow } from './session.ts'

/** How many visits a server keeps; who was looked at longest ago goes first. */
const KEPT = 1000

export type Known = { readonly row: SessionRow; readonly seq: number; readonly kept: KeptVisit }

const servers = new WeakMap<Database, Map<string, Known>>()

const visitsOf = (database: Database): Map<string, Known> => {
  const known = servers.get(database) ?? new Map<string, Known>()
  servers.set(database, known)
  return known
}

const nameOf = (clinicId: string, sessionId: string) => `${clinicId} ${sessionId}`

/** A visit as this server keeps it, as of the counter of its log; undefined where it keeps none. */
export const recall = (database: Database, clinicId: string, sessionId: string): Known | undefined => {
  const [visits, name] = [visitsOf(database), nameOf(clinicId, sessionId)]
  const known = visits.get(name)
  if (known) {
    visits.delete(name)
    visits.set(name, known)
  }
  return known
}

/** The visits of a clinic that this server keeps and for which this holds. */
export const keptWhere = (database: Database, clinicId: string, is: (known: Known) => boolean): Known[] =>
  [...visitsOf(database)].flatMap(([name, known]) => (name.startsWith(clinicId) && is(known) ? [known] : []))

/** Keeps a visit; only what the database has said is committed, and never an older one over a newer. */
export const keepKnown = (database: Database, clinicId: string, known: Known): void => {
  const [visits, name] = [visitsOf(database), nameOf(clinicId, known.row.id)]
  if ((visits.get(name)?.seq ?? -1) > known.seq) return
  visits.delete(name)
  visits.set(name, known)
  for (const oldest of visits.keys()) {
    if (visits.size <= KEPT) break
    visits.delete(oldest)
  }
}

/** A visit carried on by what was written since, in the log's own order; from nothing it is folded once. */
export const goOn = (known: Known | undefined, row: SessionRow, since: readonly SessionEvent[]): Known => ({
  row,
  seq: since.at(-1)?.seq ?? known?.seq ?? 0,
  kept: known ? since.reduce(carryOn, known.kept) : keepVisit(since),
})

/** A kept visit for one step, which may add to it and spoils nothing for others. */
export const sessionFrom = ({ row, kept }: Known): Session => ({ ...row, events: [...kept.events], folded: kept.folded, kept })

const turns = new WeakMap<Database, Map<string, Promise<unknown>>>()

/** One step at a time on a visit inside this process, so that its own hands do not make one another late. */
export const inTurn = async <T>(database: Database, clinicId: string, sessionId: string, step: () => Promise<T>): Promise<T> => {
  const waiting = turns.get(database) ?? new Map<string, Promise<unknown>>()
  turns.set(database, waiting)
  const name = nameOf(clinicId, sessionId)
  const mine = (waiting.get(name) ?? Promise.resolve()).then(step, step)
  waiting.set(name, mine)
  try {
    return await mine
  } finally {
    if (waiting.get(name) === mine) waiting.delete(name)
  }
}
