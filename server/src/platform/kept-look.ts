import { actorName } from './actor.ts'
import { callOnce } from './call.ts'
import { type Ctx, groundOf, takeChanges } from './context.ts'
import type { Database, Tx } from './database.ts'
import { notingOf } from './note-look.ts'
import { type Share, shareOf } from './shares.ts'
import type { Shown } from './shown.ts'
import { inOneSnapshot } from './snapshot.ts'
import { inTurns, type Turns } from './turns.ts'
import { type Watch, watchLook } from './watched-look.ts'

/** A look whose facts are kept: `load` reads them and knows neither who asks nor what time it is, `answer` makes of them what is shown. */
export type KeptLook<Facts, Answer> = {
  /** What is looked at, beside the view: two looks of one name have the same facts. */
  readonly of: string
  readonly load: (tx: Tx) => Promise<Facts>
  /** Pure: of the facts, the time and the one who asks. It changes nothing of the facts, others are shown them too. */
  readonly answer: (facts: Facts, at: Ctx) => Shown<Answer>
  /** Answers at one moment under one name are the same one; without a name those to one person are. */
  readonly alike?: string
}

/** How many looks of a view a server keeps the facts of; who was looked at longest ago goes first. */
const KEPT = 300

/** What is answered of the same facts within so many ms is one answer, of the time at which it was made. */
const MOMENT_MS = 200

type Kept<Facts = unknown> = { readonly facts: Facts; readonly changes: bigint; readonly watch: Watch }
type Shelf = { readonly kept: Map<string, Kept>; readonly loading: Map<string, Promise<Kept>> }
type Shelves = { readonly views: Map<string, Shelf>; readonly turns: Turns<bigint> }

const servers = new WeakMap<Database, Shelves>()
const shelvesOf = (database: Database): Shelves => {
  const mine = servers.get(database) ?? { views: new Map(), turns: new Map() }
  servers.set(database, mine)
  return mine
}
const shelfOf = (database: Database, view: string): Shelf => {
  const { views } = shelvesOf(database)
  const mine = views.get(view) ?? { kept: new Map(), loading: new Map() }
  views.set(view, mine)
  return mine
}

// One call for all who ask at once: begun after the last of them came, or it would not know what was committed before they did.
const CHANGES = 'select changes_of($1) as changes'
const changesNow = (database: Database, clinicId: string, share: Share): Promise<bigint> =>
  inTurns(shelvesOf(database).turns, `${share} ${clinicId}`, async () => {
    const row = await callOnce<{ changes: string }>(database, share, CHANGES, [clinicId])
    return BigInt(String(row?.changes))
  })

const changesIn = async (tx: Tx): Promise<bigint> => {
  const { changes } = await tx.db.selectNoFrom(({ fn }) => fn<string>('changes_here', []).as('changes')).executeTakeFirstOrThrow()
  return BigInt(changes)
}

const keep = ({ kept }: Shelf, name: string, found: Kept): void => {
  const before = kept.get(name)
  if (before && before.changes > found.changes) return
  kept.delete(name)
  kept.set(name, found)
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
}

type Wanted<Facts> = {
  readonly clinicId: string
  readonly share: Share
  readonly view: string
  readonly name: string
  readonly load: (tx: Tx) => Promise<Facts>
}

const loadNow = async <Facts>(shelf: Shelf, database: Database, wanted: Wanted<Facts>): Promise<Kept<Facts>> => {
  const { clinicId, share, name, load } = wanted
  const loading = inOneSnapshot(database, clinicId, share, async (tx) => {
    const watch = watchLook()
    const [changes, facts] = await Promise.all([changesIn(tx), load(watch.of(tx))])
    return { changes, facts, watch }
  })
  shelf.loading.set(name, loading)
  try {
    const found = await loading
    keep(shelf, name, found)
    return found
  } finally {
    if (shelf.loading.get(name) === loading) shelf.loading.delete(name)
  }
}

// What is kept under a name was loaded under it, so it has the shape that this look gave it.
const recall = <Facts>({ kept }: Shelf, name: string) => kept.get(name) as Kept<Facts> | undefined
const underWay = <Facts>({ loading }: Shelf, name: string) => loading.get(name) as Promise<Kept<Facts>> | undefined

const factsNow = async <Facts>(ctx: Ctx, database: Database, wanted: Wanted<Facts>): Promise<Kept<Facts>> => {
  const { clinicId, share, view, name } = wanted
  const shelf = shelfOf(database, view)
  const seen = takeChanges(ctx)
  // Whoever finds somebody loading the same waits for it, and then asks whether it is still so.
  await underWay(shelf, name)?.catch(() => {})
  if (!recall(shelf, name)) return await loadNow(shelf, database, wanted)
  const isKnown = (changes: bigint | undefined) => recall(shelf, name)?.changes === changes
  // What was loaded since then may hold more than was seen: then it is asked once more.
  const holds = isKnown(seen) || isKnown(await changesNow(database, clinicId, share))
  const known = recall<Facts>(shelf, name)
  // What is being loaded now was begun after this look came.
  if (!known || !holds) return await (underWay<Facts>(shelf, name) ?? loadNow(shelf, database, wanted))
  shelf.kept.delete(name)
  shelf.kept.set(name, known)
  return known
}

/** When answers were made, by which clock, and each of them by who is shown it. */
type Made = Pick<Ctx, 'now' | 'stamp'> & { readonly clock: Ctx['now']; readonly answers: Map<string, unknown> }
const made = new WeakMap<object, Made>()

const makingNow = (ctx: Ctx, kept: object): Made => {
  const [clock, now, stamp] = [ctx.now, ctx.now(), ctx.stamp()]
  const before = made.get(kept)
  const age = before ? now.getTime() - before.now().getTime() : -1
  if (before?.clock === clock && age >= 0 && age < MOMENT_MS) return before
  const mine = { clock, now: () => now, stamp: () => stamp, answers: new Map() }
  made.set(kept, mine)
  return mine
}

// Many look at once when something is told: who is shown the same at the same moment is given the same.
const answerAt = <Facts, Answer>(ctx: Ctx, kept: Kept<Facts>, view: string, { answer, alike }: KeptLook<Facts, Answer>) => {
  const { now, stamp, answers } = makingNow(ctx, kept)
  const whose = alike ?? actorName(ctx.actor)
  const found =
    (answers.get(whose) as Shown<Answer> | undefined) ?? kept.watch.judge(view, answer(kept.facts, { ...ctx, now, stamp }))
  answers.set(whose, found)
  return found
}

/**
 * A look like `inClinic`, from facts that this server keeps as long as nothing in the clinic has changed: one round trip that asks whether
 * anything has, and its line where this minute has none yet. What another server has committed before is always seen.
 */
export const inKeptLook = async <Facts, Answer>(ctx: Ctx, view: string, look: KeptLook<Facts, Answer>): Promise<Answer> => {
  const { database, sealer } = groundOf(ctx)
  const { clinicId } = ctx
  const share = shareOf(ctx.actor)
  const kept = await factsNow(ctx, database, { clinicId, share, view, name: `${clinicId} ${look.of}`, load: look.load })
  const { patients, answer } = answerAt(ctx, kept, view, look)
  const noting = notingOf(database, ctx, view, patients)
  if (noting) {
    const isNew = await noting.lay(async (text, values) => {
      const row = await callOnce<{ noted: boolean }>(database, share, text, values)
      return row && { noted: row.noted === true }
    })
    noting.done()
    if (isNew) sealer.wake()
  }
  return answer
}
