import type { KyselyPlugin, QueryId, RootOperationNode } from 'kysely'
import type { Tx } from './database.ts'
import type { Shown } from './shown.ts'

/** Tables whose rows are somebody's record. */
export const ownedTables: readonly string[] = [
  'alert',
  'answer',
  'appointment',
  'asking',
  'assessment',
  'assessment_answer',
  'call',
  'consent',
  'consent_withdrawal',
  'course_mark',
  'course_outcome',
  'decision',
  'drug_task',
  'estimate',
  'held_answer',
  'infusion_order',
  'letter_choice',
  'open_visit',
  'person',
  'person_allergy',
  'person_change',
  'person_medicine',
  'person_note',
  'person_problem',
  'person_word',
  'plan',
  'plan_closure',
  'screening',
  'session',
  'session_event',
  'substance_line',
  'waiting',
]
const owned = new Set(ownedTables)

/** Under which names a row says whose it is; `whose` is the record that an older one was made part of. */
const WHOSE = ['whose', 'personId', 'patientId', 'person_id', 'patient_id']
/** Under which names a row holds what tells one person's record from another's. */
const MARKS = [...WHOSE, 'name', 'email', 'phone', 'text', 'note', 'reason']
const OWN_IDS = /^(id|(session|plan|order|appointment|assessment|screening|consent|entry|alert|event)_?[iI]d)$/
/** A shorter word may stand in an answer by chance. */
const LEAST_LETTERS = 5

type Read = { readonly table: string; readonly whose: string | null; readonly marks: readonly string[]; readonly row: object }

/** What a look has read of anybody's record, while it is watched. */
export type Watch = { readonly of: (tx: Tx) => Tx; readonly judge: <T>(view: string, shown: Shown<T>) => Shown<T> }

const tableIn = (node: RootOperationNode): string | undefined => {
  const found: string[] = []
  const walk = (part: unknown): void => {
    if (part === null || typeof part !== 'object') return
    const { kind, table, sqlFragments, ...rest } = part as Record<string, unknown>
    if (kind === 'TableNode') found.push(String((table as { identifier?: { name?: string } }).identifier?.name))
    if (kind === 'RawNode')
      for (const [, name] of String(sqlFragments).matchAll(/\b(?:from|join)\s+"?(\w+)/g)) found.push(name ?? '')
    for (const inner of Object.values(kind === 'TableNode' ? rest : { table, ...rest })) walk(inner)
  }
  walk(node)
  return found.find((name) => owned.has(name))
}

/** Tables whose rows are mostly nobody's, and whose sums are of vials: only a row of theirs that says whose it is, is somebody's. */
const mostlyNobodys = new Set(['substance_line'])

// A row that says that it is nobody's, a delivery into the safe, is nobody's.
const isNobodys = (table: string, row: Record<string, unknown>) =>
  WHOSE.every((name) => row[name] == null) && (mostlyNobodys.has(table) || WHOSE.some((name) => name in row))

const asRead = (table: string, row: Record<string, unknown>): Read => {
  const whose = WHOSE.map((name) => row[name]).find((value) => typeof value === 'string')
  const marks = Object.entries(row).flatMap(([name, value]) =>
    typeof value === 'string' && value.length >= LEAST_LETTERS && (MARKS.includes(name) || OWN_IDS.test(name)) ? [value] : [],
  )
  return { table, whose: typeof whose === 'string' ? whose : null, marks, row }
}

const watch = (): Watch => {
  const tables = new WeakMap<QueryId, string>()
  const read: Read[] = []
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      const table = tableIn(node)
      if (table !== undefined) tables.set(queryId, table)
      return node
    },
    transformResult: async ({ result, queryId }) => {
      const table = tables.get(queryId)
      if (table !== undefined) for (const row of result.rows) if (!isNobodys(table, row)) read.push(asRead(table, row))
      return result
    },
  }
  return {
    of: (tx) => ({ ...tx, db: tx.db.withPlugin(plugin) }),
    judge: (view, shown) => {
      const forgotten = forgottenIn(read, shown)
      if (forgotten)
        throw new TypeError(
          `The look “${view}” shows rows of ${forgotten.table} and does not say whose: ${forgotten.whose ?? 'it names nobody'}.`,
        )
      return shown
    },
  }
}

// Somebody whom the look does not name, of whom something that was read stands in its answer.
const forgottenIn = <T>(read: readonly Read[], { patients, answer }: Shown<T>): Read | undefined => {
  const said = new Set(patients)
  const unsaid = read.filter(({ whose }) => (whose === null ? said.size === 0 : !said.has(whose)))
  if (unsaid.length === 0) return undefined
  const text = JSON.stringify(answer) ?? ''
  // What stands anywhere in the record of somebody who is named tells nobody apart: one phone in a family, a name of before.
  const theirs = JSON.stringify(read.flatMap(({ whose, row }) => (whose !== null && said.has(whose) ? [row] : [])))
  return unsaid.find(({ marks }) => marks.some((mark) => text.includes(mark) && !theirs.includes(mark)))
}

const unwatched: Watch = { of: (tx) => tx, judge: (_, shown) => shown }

/**
 * Watches a look in every test and story (NODE_ENV=test), never where people work: what it reads of anybody's record and then shows it must have said, or it fails. Statements
 * and their rows are looked at, never the names of what is answered, so an answer of any shape is held.
 */
export const watchLook = (): Watch => (process.env.NODE_ENV === 'test' ? watch() : unwatched)

/** Does one look and watches it. */
export const watched = async <T>(view: string, tx: Tx, look: (tx: Tx) => Promise<Shown<T>>): Promise<Shown<T>> => {
  const { of, judge } = watchLook()
  return judge(view, await look(of(tx)))
}
