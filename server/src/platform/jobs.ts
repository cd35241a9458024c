import { sql } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Database, Tx } from './database.ts'

export type JobName = 'deliver' | 'clockwork'

/** The queue behind one port: a job is enqueued in the transaction that causes it. */
export type Jobs = {
  enqueue(tx: Tx, name: JobName, data: { clinicId: string }): Promise<void>
  /** Says after a step that there is something to do; what nobody was told of is found by the minute's round. However often, it is said once in a while. */
  tell(name: JobName, data: { clinicId: string }): void
  /** Says who does the job, and that it also happens once a minute when `eachMinute`. */
  handle(name: JobName, work: (data: { clinicId?: string }) => Promise<void>, eachMinute?: boolean): Promise<void>
  stop(): Promise<void>
}

const executeOver = ({ leases }: Database) => ({
  executeSql: async (text: string, values: unknown[] = []) => {
    const client = await leases.jobs.connect()
    try {
      return await client.query(text, values)
    } finally {
      client.release()
    }
  },
})

const GRANTS = `grant usage on schema pgboss to app_user, app_server;
  grant select, insert on all tables in schema pgboss to app_user;
  grant select, insert, update, delete on all tables in schema pgboss to app_server;
  grant execute on all functions in schema pgboss to app_user, app_server`

const QUEUES = ['deliver', 'clockwork']

// The queue's tables are its owner's; whoever owns nothing finds them made by `npm run migrate`.
const isOwner = async ({ shares }: Database): Promise<boolean> => {
  const { rows } = await sql<{ owns: boolean }>`select has_schema_privilege('public', 'create') as owns`.execute(shares.jobs)
  return rows[0]?.owns === true
}

const TELL_MS = 300

/** Opens the queue on the same database; workers are more servers with the same DATABASE_URL. */
export const openJobs = async (database: Database, log: Logger): Promise<Jobs> => {
  const over = executeOver(database)
  const owns = await isOwner(database)
  const backend = database.kind === 'embedded' ? 'pglite' : 'postgres'
  const boss = new PgBoss({ db: over, backend, migrate: owns, createSchema: owns })
  boss.on('error', (error) => log.warn({ error: error.message }, 'queue'))
  await boss.start()
  // Two jobs that wait to do the same are one.
  if (owns) for (const name of QUEUES) await boss.createQueue(name, { policy: 'short' })
  if (owns) await over.executeSql(GRANTS)
  const told = new Set<string>()
  const tell: Jobs['tell'] = (name, data) => {
    const key = `${name} ${data.clinicId}`
    if (told.has(key)) return
    // Told once for all who come meanwhile, at its end: then everything they wrote is there.
    const timer = setTimeout(() => {
      told.delete(key)
      boss.send(name, data, { singletonKey: data.clinicId }).catch((error) => log.warn({ error: error.message }, 'queue'))
    }, TELL_MS)
    timer.unref()
    told.add(key)
  }
  return {
    tell,
    enqueue: async (tx, name, data) => {
      await boss.send(name, data, { db: fromKysely(tx.db), singletonKey: data.clinicId })
    },
    handle: async (name, work, eachMinute = false) => {
      await boss.work<{ clinicId?: string }>(name, { pollingIntervalSeconds: 1 }, async (jobs) => {
        for (const { data } of jobs) await work(data ?? {})
      })
      if (eachMinute) await boss.schedule(name, '* * * * *')
    },
    stop: () => boss.stop({ graceful: false, close: false }),
  }
}
