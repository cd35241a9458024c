import { Problem, sayFault } from '@dripline/clinical'
import { type Actor, type Ctx, openContext } from '../platform/context.ts'
import { inTransaction } from '../platform/database.ts'
import type { Ground } from '../platform/ground.ts'
import { idNamed } from '../platform/id.ts'
import { type Chance, chanceFrom } from './seed.ts'

/** One life on the stage: it yields the instant of what it does next, and does it when the play has come so far. */
export type Life = AsyncGenerator<Date, void, void>

/** What a life can do: act as somebody through the server's own verbs, at the time that the play has reached. */
export type Stage = {
  readonly ground: Ground
  readonly clinicId: string
  readonly chance: Chance
  readonly now: () => Date
  /**
   * Does a verb once in all starts: what was already played answers from its idempotency key. `key` names the deed within
   * the play. A refusal is null: people may have done things on stage that the play did not expect, and it goes on.
   */
  act<T>(key: string, actor: Actor, verb: (ctx: Ctx) => Promise<T>): Promise<T | null>
  /**
   * Does a deed whose answer no life needs and whose key is the id of the record it makes, as a browser sends it. The journal does not
   * hold it: what an earlier start has come past is not done again.
   */
  enterRecord(key: string, actor: Actor, verb: (ctx: Ctx) => Promise<unknown>): Promise<void>
  /** Whether the play has come past everything that an earlier start has played. */
  isFresh(): boolean
  /** A context to read with, as somebody, at the play's time. */
  reading(actor: Actor): Ctx
  /** Lets another life enter. */
  enter(life: Life): Promise<void>
}

export type Progress = { readonly at: Date; readonly until: Date; readonly isOver: boolean }

export type Play = {
  readonly progress: () => Progress
  /** The time that an earlier start, or the people in it, came to. */
  readonly reached: Date
  /** Plays up to an instant, giving way to requests after every slice. */
  run(until: Date): Promise<void>
  stop(): void
}

const SLICE_MS = 50
const PREFIX = 'play '

type Waiting = { at: Date; order: number; life: Life }

/** Opens the stage of one clinic; what its journal of idempotency keys already holds is not played again. */
export const openPlay = async (
  ground: Ground,
  clinicId: string,
  seed: number,
  lives: (stage: Stage) => readonly Life[],
): Promise<Play> => {
  await ground.sealer.sealAll()
  const { journal, reached } = await played(ground, clinicId)
  let now = new Date(0)
  let until = now
  let isStopped = false
  let isOver = false
  let order = 0
  const queue: Waiting[] = []

  const wait = async (life: Life) => {
    const next = await life.next()
    if (next.done) return
    const at = next.value < now ? now : next.value
    queue.push({ at, order: order++, life })
    queue.sort((a, b) => b.at.getTime() - a.at.getTime() || b.order - a.order)
  }

  const stage: Stage = {
    ground,
    clinicId,
    chance: chanceFrom(seed),
    now: () => now,
    reading: (actor) => openContext(ground, { clinicId, actor, clock: () => now }),
    enter: wait,
    isFresh: () => now >= reached,
    ...deedsOf(ground, clinicId, journal, { now: () => now, reached }),
  }

  return {
    reached,
    progress: () => ({ at: now, until, isOver }),
    stop: () => {
      isStopped = true
    },
    run: async (end) => {
      until = end
      isOver = false
      if (order === 0) for (const life of lives(stage)) await wait(life)
      let sliceStart = performance.now()
      for (let next = queue.at(-1); next && next.at <= until && !isStopped; next = queue.at(-1)) {
        queue.pop()
        now = next.at
        await wait(next.life)
        if (performance.now() - sliceStart < SLICE_MS) continue
        await new Promise((done) => setImmediate(done))
        sliceStart = performance.now()
      }
      if (isStopped) return
      now = until
      isOver = true
    },
  }
}

type Time = { readonly now: () => Date; readonly reached: Date }

// What was played answers from the journal, what is new is done; a refusal is told to the log, and the play goes on.
const deedsOf = (
  ground: Ground,
  clinicId: string,
  journal: ReadonlyMap<string, string>,
  { now, reached }: Time,
): Pick<Stage, 'act' | 'enterRecord'> => {
  const attempt = async <T>(name: string, key: string, actor: Actor, verb: (ctx: Ctx) => Promise<T>) => {
    // Refused at its time: it must not succeed now, when the world has moved on.
    if (now() < reached) return null
    const idempotency = { key, requestHash: 'play' }
    try {
      return await verb(openContext(ground, { clinicId, actor, clock: now, idempotency }))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const faults = error.faults.map((fault) => `${fault.field}: ${sayFault(fault)}`)
      ground.log.debug({ key: name, code: error.code, faults }, 'refused on stage')
      return null
    }
  }
  return {
    act: async (key, actor, verb) => {
      const done = journal.get(PREFIX + key)
      return done === undefined ? attempt(key, PREFIX + key, actor, verb) : JSON.parse(done)
    },
    enterRecord: async (key, actor, verb) => {
      await attempt(key, idNamed(now(), `${clinicId} ${key}`), actor, verb)
    },
  }
}

type Played = { journal: Map<string, string>; reached: Date }

// People may have gone on after the play stopped: what they did stands, and the play takes up after it. Visitors do not
// count: the public page is open while the play still runs, and their clock is already at its end.
const played = (ground: Ground, clinicId: string): Promise<Played> =>
  inTransaction(ground.database, clinicId, async ({ db }) => {
    const rows = await db
      .selectFrom('idempotencyKey')
      .where('clinicId', '=', clinicId)
      .where('key', 'like', `${PREFIX}%`)
      .select(['key', 'answer'])
      .execute()
    const last = await db
      .selectFrom('auditLine')
      .where('clinicId', '=', clinicId)
      .where('entry', 'not like', '%"actor":"visitor"%')
      .orderBy('seq', 'desc')
      .limit(1)
      .select('entry')
      .executeTakeFirst()
    const reached = last ? new Date(JSON.parse(last.entry).at) : new Date(0)
    return { journal: new Map(rows.map(({ key, answer }) => [key, answer ?? 'null'])), reached }
  })
