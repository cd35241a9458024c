import type { Logger } from 'pino'
import type { Database } from './database.ts'

/** Who chains the lines of the audit trail: every server has one, and in all of them one works at a time. */
export type Sealer = {
  /** Says that this server has committed a line; it is chained within moments. */
  wake(): void
  /** Chains every line that was committed before the call. */
  sealAll(): Promise<void>
  /** Calls back with how many lines each batch had; returns the way to stop. */
  follow(sealed: (lines: number) => void): () => void
  /** Chains nothing more by itself. */
  stop(): void
}

const [AFTER_OWN_MS, LOOK_MS] = [50, 200]
const AT_MOST = 2000
/** Many lines together cost little more than a few: it rests so many times as long as it worked, and chains more at once. */
const RESTS = 9
/** How long it lets lines wait at the most for that, ms. */
const REST_MS = 300

type Sealed = { clinic: string; lines: number; fault: string | null }

const askFor = async ({ leases }: Database, mayWait: boolean): Promise<Sealed[]> => {
  const client = await leases.chair.connect()
  try {
    return (await client.query<Sealed>('select * from seal_audit($1, $2)', [AT_MOST, mayWait])).rows
  } finally {
    client.release()
  }
}

type Batches = {
  /** Chains one batch and gives how many lines that were. */
  seal(mayWait: boolean): Promise<number>
  /** Says a fault once, until another comes. */
  note(fault: string): void
  follow: Sealer['follow']
}

const batchesOf = (database: Database, log: Logger): Batches => {
  let lastFault = ''
  const followers = new Set<(lines: number) => void>()
  const note = (fault: string) => {
    if (fault !== '' && fault !== lastFault) log.error({ fault }, 'lines of the audit trail cannot be chained')
    lastFault = fault
  }
  const seal = async (mayWait: boolean): Promise<number> => {
    const sealed = await askFor(database, mayWait)
    note(sealed.flatMap(({ clinic, fault }) => (fault === null ? [] : `${clinic}: ${fault}`)).join('\n'))
    const lines = sealed.reduce((sum, each) => sum + each.lines, 0)
    if (lines > 0) for (const told of followers) told(lines)
    return lines
  }
  const follow = (sealed: (lines: number) => void) => {
    followers.add(sealed)
    return () => void followers.delete(sealed)
  }
  return { seal, note, follow }
}

/**
 * Opens the sealer of one server: it works 50 ms after a write of its own, later while there is much to chain, and every
 * 200 ms for servers that were killed before they could. The embedded database has no other server, so there only its own writes wake it.
 */
export const openSealer = (database: Database, log: Logger): Sealer => {
  let timer: NodeJS.Timeout | undefined
  let isDue = false
  let isAtWork = false
  let isStopped = false
  let restsUntil = 0
  const { seal, note, follow } = batchesOf(database, log)
  const isOver = () => isStopped || database.pool.ending
  const plan = (ms: number) => {
    clearTimeout(timer)
    if (!isOver()) timer = setTimeout(() => void work(), ms).unref()
  }
  const soon = () => Math.max(AFTER_OWN_MS, restsUntil - performance.now())
  /** Gives after how long to look again. */
  const look = async (): Promise<number> => {
    const begun = performance.now()
    try {
      if ((await seal(false)) >= AT_MOST) return 0
    } catch (error) {
      if (!isOver()) note(error instanceof Error ? error.message : String(error))
      isDue = true
      return LOOK_MS
    }
    const ended = performance.now()
    restsUntil = ended + Math.min(REST_MS, RESTS * (ended - begun))
    return isDue ? soon() : LOOK_MS
  }
  const work = async () => {
    isAtWork = true
    isDue = false
    const next = await look()
    isAtWork = false
    if (isDue || next === 0 || database.kind === 'postgres') plan(next)
  }
  if (database.kind === 'postgres') plan(LOOK_MS)
  return {
    wake: () => {
      if (isDue) return
      isDue = true
      if (!isAtWork) plan(soon())
    },
    follow,
    sealAll: async () => {
      while ((await seal(true)) > 0);
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
