import { type ClockStamp, Problem } from '@dripline/clinical'
import { CompiledQuery, sql } from 'kysely'
import { type Actor, actorName } from './actor.ts'
import { appendLine, appendLineOfKey, type Entry, type Subjects, subjectsIn, textAround } from './audit.ts'
import { problemFrom } from './constraint.ts'
import { inTransaction, type Tx } from './database.ts'
import type { Ground } from './ground.ts'
import { answerOnce, type Idempotency } from './idempotency.ts'
import { deedDone } from './kept.ts'
import { forgetSignIn } from './kept-sign-in.ts'
import { type Noting, notingOf } from './note-look.ts'
import { isGathered, judgeStranger, takeCounted, writeGathered } from './refusals.ts'
import { shareOf } from './shares.ts'
import type { Shown } from './shown.ts'
import { standingOf, type WhyNot } from './standing.ts'
import { watched } from './watched-look.ts'

export type { Actor, Role } from './actor.ts'
export type { Tx } from './database.ts'

/** One request's surroundings: which clinic, who, when. It holds no connection; the two doors below know where one is. */
export type Ctx = {
  readonly clinicId: string
  readonly actor: Actor
  readonly requestId: string
  /** The scheme, host and port under which this clinic's links are written. */
  readonly origin: string
  readonly now: () => Date
  /** The clock's other face: what cannot be set; null where the clock is held. */
  readonly stamp: () => ClockStamp | null
  readonly newId: () => string
  readonly idempotency?: Idempotency
  /** What the browser of a request says it is. */
  readonly device?: string
}

const grounds = new WeakMap<Ctx, Ground>()

type Opening = Omit<Ctx, 'now' | 'stamp' | 'newId' | 'requestId' | 'origin'> & {
  readonly requestId?: string
  readonly origin?: string
  readonly clock?: () => Date
  readonly stamp?: () => ClockStamp | null
  readonly changes?: bigint
}

const seen = new WeakMap<Ctx, bigint>()

/** How many changes of the clinic this request is known to have come after: once, and not after it has written something itself. */
export const takeChanges = (ctx: Ctx): bigint | undefined => {
  const changes = seen.get(ctx)
  seen.delete(ctx)
  return changes
}

/** Opens a context on the ground the server stands on; only the platform, the play and tests call this. */
export const openContext = (
  ground: Ground,
  { clock, stamp = clock ? () => null : ground.stamp, origin = ground.origin, changes, ...opening }: Opening,
): Ctx => {
  const now = clock ?? ground.clock
  const newId = () => ground.newId(now())
  const ctx: Ctx = { requestId: newId(), origin, ...opening, now, stamp, newId }
  grounds.set(ctx, ground)
  if (changes !== undefined) seen.set(ctx, changes)
  return ctx
}

/** What the server stands on, for the platform's own parts. */
export const groundOf = (ctx: Ctx): Ground => {
  const ground = grounds.get(ctx)
  if (!ground) throw new TypeError('This context was not opened by openContext.')
  return ground
}

/** The staff member who acts; anybody else is refused. */
export const staffOf = (ctx: Ctx) => {
  if (ctx.actor.kind !== 'staff') throw new Problem('not-allowed')
  return ctx.actor
}

const saved = new WeakSet<Ctx>()

/** Whether a step of this request has been saved already, whatever becomes of what follows it. */
export const hasSaved = (ctx: Ctx): boolean => saved.has(ctx)

/** A write: one transaction, its audit line inside it, a refusal's line after it; a repeated key gives the first answer. */
export const inOneStep = async <T>(ctx: Ctx, verb: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const { database } = groundOf(ctx)
  const step = (tx: Tx) => {
    const asked = { author: actorName(ctx.actor), verb, sent: ctx.idempotency, now: ctx.now() }
    return answerOnce(
      tx,
      asked,
      () => work(tx),
      (found, key) => {
        const line = entry(ctx, verb, 'done', subjectsIn(found))
        return key ? appendLineOfKey(tx, line, key) : appendLine(tx, line, true)
      },
    )
  }
  return written(ctx, verb, () => inTransaction(database, ctx.clinicId, step, shareOf(ctx.actor), standingOf(ctx.actor)))
}

// Who does not stand any more, or not as they did, is looked up anew when they ask again.
const whileStanding = async <T>(ctx: Ctx, deed: () => Promise<T>): Promise<T> => {
  try {
    return await deed()
  } catch (error) {
    if (error instanceof Problem && ctx.actor.kind === 'staff' && falls.includes(error.code))
      forgetSignIn(groundOf(ctx).database, ctx.actor.signInId)
    throw error
  }
}
const falls: readonly string[] = ['not-signed-in', 'locked', 'not-allowed'] satisfies WhyNot[]

const written = async <T>(ctx: Ctx, verb: string, deed: () => Promise<T>): Promise<T> => {
  try {
    const answer = await whileStanding(ctx, deed)
    saved.add(ctx)
    seen.delete(ctx)
    const { database, sealer } = groundOf(ctx)
    deedDone(database, ctx.clinicId, verb)
    sealer.wake()
    return answer
  } catch (caught) {
    const error = problemFrom(caught)
    if (error instanceof Problem) await recordRefusal(ctx, verb, error)
    throw error
  }
}

/** What a write by one call has at hand: the deed with its line and key for an answer, and the call, which gives one row. */
export type Calling = {
  readonly deedOf: (answer: unknown) => string
  readonly lineOf: (answer: unknown) => { pre: string; post: string }
  readonly call: <Row>(text: string, values: readonly unknown[]) => Promise<Row>
}

/** A write by one call of a function of the database, which keeps clinic, lock, key, counter, deed and line by itself; a refusal's line comes after it. */
export const inOneCall = <T>(ctx: Ctx, verb: string, deed: (calling: Calling) => Promise<T>): Promise<T> => {
  const { database } = groundOf(ctx)
  const lineOf = (answer: unknown) => textAround(entry(ctx, verb, 'done', subjectsIn(answer)))
  const deedOf = (answer: unknown) => JSON.stringify({ ...lineOf(answer), ...askedBy(ctx, verb), answer: JSON.stringify(answer) })
  const call = async <Row>(text: string, values: readonly unknown[]) => {
    const client = await database.leases[shareOf(ctx.actor)].connect()
    try {
      const { rows } = await client.query<Row>(text, [...values])
      const [row] = rows
      if (!row) throw new TypeError('A function of the database gave no row.')
      return row
    } finally {
      client.release()
    }
  }
  return written(ctx, verb, () => deed({ lineOf, deedOf, call }))
}

/** Who asks for a deed, by which key, as a function of the database takes it. */
const askedBy = ({ actor, idempotency, now }: Ctx, verb: string) => ({
  ...standingOf(actor),
  scope: `${actorName(actor)} ${verb}`,
  at: now(),
  ...(idempotency && { key: idempotency.key, hash: idempotency.requestHash, ...idempotency.from }),
})

/** A look: read only, with a line that names every patient whose record it shows. Whom it shows the look says itself. */
export const inClinic = async <T>(ctx: Ctx, view: string, look: (tx: Tx) => Promise<Shown<T>>): Promise<T> => {
  const { database, sealer } = groundOf(ctx)
  const read = async (tx: Tx) => {
    const { patients, answer: found } = await watched(view, { ...tx, isLook: true }, look)
    return { found, ...(await noted(tx, notingOf(database, ctx, view, patients))) }
  }
  const { actor, clinicId } = ctx
  const inside = () => inTransaction(database, clinicId, read, shareOf(actor), standingOf(actor))
  const { found, noting, isNew } = await whileStanding(ctx, inside)
  noting?.done()
  if (isNew) sealer.wake()
  return found
}

const noted = async ({ db }: Tx, noting: Noting | null) => ({
  noting,
  isNew: await noting?.lay(
    async (text, values) => (await db.executeQuery<{ noted: boolean }>(CompiledQuery.raw(text, [...values]))).rows[0],
  ),
})

const asRole = (tx: Tx, role: 'app_person' | 'app_user', personId: string) =>
  sql`select set_config('role', ${role}, true), set_config('app.person_id', ${personId}, true)`.execute(tx.db)

/**
 * A look at one person's own record, with its line: rows of anybody else do not exist for it, and nothing can be written. A patient has
 * only their own.
 */
export const inPerson = async <T>(ctx: Ctx, personId: string, view: string, look: (tx: Tx) => Promise<T>): Promise<T> => {
  const { actor, clinicId } = ctx
  const { database, sealer } = groundOf(ctx)
  if (actor.kind === 'patient' && actor.personId !== personId) {
    const problem = new Problem('not-allowed')
    await recordRefusal(ctx, view, problem)
    throw problem
  }
  const read = async (tx: Tx) => {
    await asRole(tx, 'app_person', personId)
    const found = await look(tx)
    await asRole(tx, 'app_user', '')
    return { found, ...(await noted(tx, notingOf(database, ctx, view, [personId]))) }
  }
  const inside = () => inTransaction(database, clinicId, read, shareOf(actor), standingOf(actor))
  const { found, noting, isNew } = await whileStanding(ctx, inside)
  noting?.done()
  if (isNew) sealer.wake()
  return found
}

const recorded = new WeakSet<Problem>()

/**
 * Writes the line of a refusal that no step has written: a route that somebody's role may not use, a link that does not open. What strangers
 * are refused is counted instead, in one line a minute, unless it speaks of somebody who tries doors. Of one refusal only the first counts.
 */
export const recordRefusal = async (ctx: Ctx, verb: string, problem: Problem): Promise<void> => {
  if (recorded.has(problem)) return
  recorded.add(problem)
  const { database, sealer, log } = groundOf(ctx)
  const refused = {
    ...entry(ctx, verb, 'refused', { patients: [], about: problem.about }),
    code: problem.code,
    fields: problem.faults.map(({ field }) => field),
  }
  const isStranger = ctx.actor.kind === 'visitor'
  const { hasLine, counted } = isStranger
    ? judgeStranger(database, ctx.clinicId, problem.code, ctx.now())
    : { hasLine: true, counted: null }
  const lines = [...(counted ? [countedLine(ctx, counted)] : []), ...(hasLine ? [refused] : [])]
  if (lines.length === 0) return
  const write = async (all: readonly Entry[]) => {
    const append = async (tx: Tx) => {
      for (const line of all) await appendLine(tx, line, false)
    }
    await inTransaction(database, ctx.clinicId, append, shareOf(ctx.actor))
    sealer.wake()
  }
  const together = (all: readonly Entry[]) =>
    write(all).catch((error) => log.warn({ error: String(error) }, `${all.length} refusals have no line`))
  const own = lines.filter((line) => !(isStranger && isGathered(database, line, problem.code, together)))
  if (own.length > 0) await write(own)
}

const countedLine = (ctx: Ctx, about: Entry['about']): Entry => ({
  ...entry(ctx, 'count-refusals', 'refused', { patients: [], about }),
  actor: 'system:refusals',
})

/** Writes what strangers were refused and what no line says yet: what is gathered, and what was counted. */
export const recordCounted = async (ground: Ground): Promise<void> => {
  await writeGathered(ground.database)
  for (const [clinicId, counted] of takeCounted(ground.database)) {
    const ctx = openContext(ground, { clinicId, actor: { kind: 'system', name: 'refusals' } })
    await inTransaction(ground.database, clinicId, (tx) => appendLine(tx, countedLine(ctx, counted), false), 'jobs')
  }
}

const entry = (ctx: Ctx, verb: string, outcome: Entry['outcome'], { patients, about }: Subjects): Entry => ({
  at: ctx.now().toISOString(),
  clinic: ctx.clinicId,
  request: ctx.requestId,
  actor: actorName(ctx.actor),
  verb,
  outcome,
  patients,
  about,
})

/** Takes the advisory locks of several resources, in one order for everybody, so that a rush cannot deadlock. */
export const lockInOrder = async (tx: Tx, resources: readonly string[]): Promise<void> => {
  for (const resource of [...new Set(resources)].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.clinicId} ${resource}`}, 0))`.execute(tx.db)
}
