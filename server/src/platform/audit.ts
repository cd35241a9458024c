import { sql } from 'kysely'
import { canonical } from './canonical.ts'
import type { Tx } from './database.ts'
import { sha256 } from './keys.ts'

/** One line of the trail: ids, field names and codes, never a name or a patient's words. */
export type Entry = {
  readonly at: string
  readonly clinic: string
  readonly request: string
  readonly actor: string
  readonly verb: string
  readonly outcome: 'done' | 'read' | 'refused'
  readonly patients: readonly string[]
  readonly about: Readonly<Record<string, string | number>>
  readonly code?: string
  readonly fields?: readonly string[]
}

export type Subjects = Pick<Entry, 'patients' | 'about'>

export const NEWS = 'dripline_news'

/** Hash of a line: SHA-256 over the hash before it and its canonical text. */
export const chained = (before: string, text: string) => sha256(`${before}\n${text}`)

/** Appends a line to the clinic's chain; the head row is locked last in a step, so steps overlap as long as they can. */
export const appendLine = async (tx: Tx, entry: Entry, isNews: boolean): Promise<void> => {
  const head = await tx.db
    .selectFrom('auditHead')
    .where('clinicId', '=', tx.clinicId)
    .select(['seq', 'hash'])
    .forUpdate()
    .executeTakeFirstOrThrow()
  const seq = Number(head.seq) + 1
  const text = canonical({ seq, ...entry })
  const hash = chained(head.hash, text)
  const news = isNews
    ? sql`, news as (select pg_notify(${NEWS}, ${`${tx.clinicId} ${seq}`})) select count(*) from news`
    : sql` select 1`
  await sql`with line as (insert into audit_line (clinic_id, seq, entry, hash) values (${tx.clinicId}, ${seq}, ${text}, ${hash})),
    head as (update audit_head set seq = ${seq}, hash = ${hash} where clinic_id = ${tx.clinicId})${news}`.execute(tx.db)
}

/** Of these patients, the ones whose reading by this actor in this view has no line yet in this minute. */
export const unreadThisMinute = async (
  tx: Tx,
  actor: string,
  view: string,
  now: Date,
  patients: readonly string[],
): Promise<string[]> => {
  if (patients.length === 0) return []
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000)
  const fresh = await tx.db
    .insertInto('auditRead')
    .values([...patients].sort().map((patientId) => ({ clinicId: tx.clinicId, actor, view, minute, patientId })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('patientId')
    .execute()
  return fresh.map(({ patientId }) => patientId).sort()
}

/** Every id that stands under `patientId` or `personId`, however deep. */
export const patientsIn = (found: unknown): string[] => {
  const ids = new Set<string>()
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== 'object' || value instanceof Date) return
    for (const [key, inner] of Object.entries(value)) {
      if ((key === 'patientId' || key === 'personId') && typeof inner === 'string') ids.add(inner)
      else walk(inner)
    }
  }
  walk(found)
  return [...ids].sort()
}

/** What a written record is about: its own ids, and its patients. */
export const subjectsIn = (answer: unknown): Subjects => {
  const own = answer !== null && typeof answer === 'object' && !Array.isArray(answer) ? Object.entries(answer) : []
  const about = own.filter(
    (pair): pair is [string, string] => (pair[0] === 'id' || pair[0].endsWith('Id')) && typeof pair[1] === 'string',
  )
  return { patients: patientsIn(answer), about: Object.fromEntries(about) }
}
