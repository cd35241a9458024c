import pg from 'pg'
import type { Actor } from './actor.ts'

/** Whose connections a step uses: the staff's, the public's or the clockwork's. None of them can use up another's. */
export type Share = 'chair' | 'public' | 'jobs'

/** The share of whoever acts: visitors and holders of a link never stand before somebody at a chair. */
export const shareOf = ({ kind }: Pick<Actor, 'kind'>): Share => {
  if (kind === 'staff') return 'chair'
  return kind === 'system' ? 'jobs' : 'public'
}

export type Bounds = {
  readonly connections: number
  /** All in ms: how long to wait for a connection, for a statement, for a lock, between two statements, for a whole step, for any answer. */
  readonly waitMs: number
  readonly statementMs: number
  readonly lockMs: number
  readonly idleMs: number
  readonly stepMs: number
  readonly answerMs: number
}

/** How many connections each share has and how long anything on them may take. */
export const bounds: Readonly<Record<Share, Bounds>> = {
  chair: { connections: 8, waitMs: 2000, statementMs: 5000, lockMs: 2000, idleMs: 2000, stepMs: 4000, answerMs: 6000 },
  public: { connections: 4, waitMs: 500, statementMs: 2000, lockMs: 1000, idleMs: 2000, stepMs: 4000, answerMs: 3000 },
  jobs: { connections: 2, waitMs: 5000, statementMs: 60_000, lockMs: 5000, idleMs: 10_000, stepMs: 90_000, answerMs: 65_000 },
}

// A process that froze while a large answer was sent to it is seen by this alone: no timeout of a statement or a step ends it.
const UNSEEN_MS = 3000
const ALIVE = { tcp_keepalives_idle: 2, tcp_keepalives_interval: 1, tcp_keepalives_count: 3, tcp_user_timeout: UNSEEN_MS }

const TRANSACTION_TIMEOUT_SINCE = 170_000

/** What an older server does not know, left out: before PostgreSQL 17 nothing bounds a whole step. */
export const sinceSeventeen = async (url: string): Promise<Partial<Bounds>> => {
  const client = new pg.Client(listening(url))
  await client.connect()
  try {
    const { rows } = await client.query('show server_version_num')
    return Number(rows[0]?.server_version_num) < TRANSACTION_TIMEOUT_SINCE ? { stepMs: 0 } : {}
  } finally {
    await client.end()
  }
}

const settingsOf = ({ statementMs, lockMs, idleMs, stepMs }: Bounds) => ({
  statement_timeout: statementMs,
  lock_timeout: lockMs,
  idle_in_transaction_session_timeout: idleMs,
  ...(stepMs > 0 && { transaction_timeout: stepMs }),
  ...ALIVE,
})

/** The address with these settings of a session, which the server keeps to from the first statement on. */
export const withSettings = (url: string, settings: Readonly<Record<string, number>>): string => {
  const address = new URL(url)
  const own = address.searchParams.get('options')
  const ours = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  address.searchParams.set('options', [...(own === null ? [] : [own]), ...ours].join(' '))
  return address.href
}

/** Settings of a connection that only listens: it is never busy, and its silence must be noticed. */
export const listening = (url: string) => ({
  connectionString: withSettings(url, ALIVE),
  connectionTimeoutMillis: bounds.jobs.waitMs,
  query_timeout: bounds.public.answerMs,
  keepAlive: true,
})

/** The connections of one share on a PostgreSQL server. */
export const poolOf = (url: string, own: Bounds): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: withSettings(url, settingsOf(own)),
    max: own.connections,
    connectionTimeoutMillis: own.waitMs,
    // A connection that must be made first is what a busy server has no time for.
    idleTimeoutMillis: 0,
    query_timeout: own.answerMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 2000,
    // What is asked at once goes out at once; whoever waits for each answer notices nothing.
    pipeline: true,
  })
  pool.on('error', () => {})
  return pool
}

/** Makes every connection of a pool before anybody needs one; those that cannot be had now are made when they are needed. */
export const warmed = async (pool: pg.Pool, { connections }: Pick<Bounds, 'connections'>): Promise<void> => {
  const made = await Promise.allSettled(Array.from({ length: connections }, () => pool.connect()))
  for (const each of made) if (each.status === 'fulfilled') each.value.release()
}
