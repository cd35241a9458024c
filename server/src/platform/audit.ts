import { sql } from 'kysely'
import type { Tx } from './database.ts'
import type { KeyOfStep } from './idempotency.ts'

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

const text = (value: unknown) => JSON.stringify(value)
const named = (name: string, value: unknown) => (value === undefined ? '' : `${text(name)}:${text(value)},`)
const aboutOf = (about: Entry['about']) => {
  const names = Object.keys(about).sort()
  return `{${names
    .map((name) => named(name, about[name]))
    .join('')
    .slice(0, -1)}}`
}

/**
 * The line's canonical text around its number, which it gets when it is chained: text before, text after. Names in the order of the
 * alphabet, values as RFC 8785 has them, which for text and whole numbers is how JSON is written here anyway.
 */
export const textAround = ({ at, clinic, request, actor, verb, outcome, patients, about, code, fields }: Entry) => ({
  pre: `{"about":${aboutOf(about)},${named('actor', actor)}${named('at', at)}${named('clinic', clinic)}${named('code', code)}${named(
    'fields',
    fields,
  )}${named('outcome', outcome)}${named('patients', patients)}${named('request', request)}"seq":`,
  post: `,"verb":${text(verb)}}`,
})

/** Lays a line down in the step that causes it; the sealer chains it within moments of the commit. */
export const appendLine = async ({ db, clinicId }: Tx, entry: Entry, isNews: boolean): Promise<void> => {
  await db
    .insertInto('auditPending')
    .values({ clinicId, ...textAround(entry), isNews })
    .execute()
}

/** Ends a step by its key: the answer is kept beside the key and the line laid down, in one statement. */
export const appendLineOfKey = async ({ db, clinicId }: Tx, entry: Entry, { scope, key, answer }: KeyOfStep): Promise<void> => {
  const { pre, post } = textAround(entry)
  await sql`with kept as (
      update idempotency_key set answer = ${answer} where clinic_id = ${clinicId} and scope = ${scope} and key = ${key})
    insert into audit_pending (clinic_id, pre, post, is_news) values (${clinicId}, ${pre}, ${post}, true)`.execute(db)
}

/** Every id that a deed's answer holds under `patientId` or `personId`, however deep. */
const patientsIn = (found: unknown): string[] => {
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
