import { type Actor, actorName } from './actor.ts'
import { type Entry, textAround } from './audit.ts'
import type { Database } from './database.ts'

type Seen = { readonly minute: number; readonly patients: Set<string> }
/** Who reads in how many views at once, at the most, before this server asks the database again. */
const KEPT = 5000
const known = new WeakMap<Database, Map<string, Seen>>()

const seenBy = (database: Database): Map<string, Seen> => {
  const mine = known.get(database) ?? new Map<string, Seen>()
  known.set(database, mine)
  return mine
}

type Looking = { readonly clinicId: string; readonly actor: Actor; readonly requestId: string; readonly now: () => Date }

/** One statement on whatever connection; gives its first row. */
export type Ask = (text: string, values: readonly unknown[]) => Promise<{ noted: boolean } | undefined>

/** What is still to be laid down of a look, and how to say afterwards that it is committed. */
export type Noting = {
  /** Lays the line down; whether there was anybody whose reading had none yet. */
  readonly lay: (ask: Ask) => Promise<boolean>
  /** This server knows from now on; only once it is committed. */
  readonly done: () => void
}

const MINUTE = 60_000
const CALL = 'select note_look($1, $2, $3, $4, $5::uuid[], $6, $7, $8) as noted'

/** The line of a look at these people; null when this server knows that each has one in this minute, by this actor in this view. */
export const notingOf = (database: Database, ctx: Looking, view: string, patients: readonly string[]): Noting | null => {
  const [now, actor] = [ctx.now(), actorName(ctx.actor)]
  const minute = Math.floor(now.getTime() / MINUTE)
  const [all, name] = [seenBy(database), `${ctx.clinicId} ${actor} ${view}`]
  const before = all.get(name)
  const unknown = before?.minute === minute ? patients.filter((id) => !before.patients.has(id)) : patients
  if (unknown.length === 0) return null
  const { pre, post } = textAround({
    at: now.toISOString(),
    clinic: ctx.clinicId,
    request: ctx.requestId,
    actor,
    verb: view,
    outcome: 'read',
    patients: [],
    about: {},
  } satisfies Entry)
  const [head = '', rest = ''] = pre.split('"patients":[]')
  const values = [ctx.clinicId, actor, view, new Date(minute * MINUTE), unknown, `${head}"patients":`, rest, post]
  return {
    lay: async (ask) => (await ask(CALL, values))?.noted === true,
    done: () => {
      const seen = all.get(name)
      if (all.size >= KEPT && !seen) all.clear()
      if (seen?.minute === minute) for (const id of unknown) seen.patients.add(id)
      else all.set(name, { minute, patients: new Set(unknown) })
    },
  }
}
