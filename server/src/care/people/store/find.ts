import { isOneSlip, type SearchToken } from '@dripline/clinical'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

const letters = { name: 'n', email: 'e', phone: 'p', born: 'b' } as const
const LAST = '\u{10FFFF}'

/** The words of a text as they are kept of a name: without marks, case and apostrophes. */
export const foldedWords = async ({ db }: Tx, text: string): Promise<string[]> => {
  const { rows } = await sql<{ words: string[] }>`select fold_words(${text}) as words`.execute(db)
  return rows[0]?.words ?? []
}

type Ids = RawBuilder<{ personId: string }>

// One walk down the index for each: any other condition would not be used below row level security.
const beginning = (clinicId: string, word: string): Ids =>
  sql`select person_id from person_word where clinic_id = ${clinicId} and word >= ${word} and word < ${word + LAST}`
const being = (clinicId: string, words: readonly string[]): Ids =>
  sql`select person_id from person_word where clinic_id = ${clinicId} and word in (${sql.join([...words])})`

const SLIP_LEAST = 4
const slipsOf = (word: string) =>
  word.length < SLIP_LEAST
    ? []
    : [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))].map((slip) => `s ${slip}`)

/** A token with its names folded: O'Brien may be one word or two, and each of them has to be found. */
type Folded = { kind: keyof typeof letters; text: string }[]
const folded = async (tx: Tx, tokens: readonly SearchToken[]): Promise<Folded[]> => {
  const found: Folded[] = []
  for (const token of tokens)
    if (token[0]?.kind === 'name') {
      const words = await foldedWords(tx, token[0].text)
      const whole = words.toSorted((a, b) => b.length - a.length)[0]
      if (whole) found.push([{ kind: 'name', text: whole }])
    } else found.push([...token])
  return found
}

const idsOf = (clinicId: string, token: Folded, withSlips: boolean): Ids =>
  sql.join(
    token.flatMap(({ kind, text }) => {
      const slips = withSlips && kind === 'name' ? slipsOf(text) : []
      return [beginning(clinicId, `${letters[kind]} ${text}`), ...(slips.length > 0 ? [being(clinicId, slips)] : [])]
    }),
    sql` union `,
  )

const MOST = 200

/** Everybody for whom every token stands on record, whole words before beginnings, as the record that lists show; `withSlips` lets names be nearly so. */
export const findIds = async (tx: Tx, tokens: readonly SearchToken[], withSlips = false): Promise<string[]> => {
  const all = await folded(tx, tokens)
  if (all.length === 0) return []
  const { rows } = await findQuery(tx, all, withSlips).execute(tx.db)
  const ids = rows.map(({ personId }) => personId)
  return withSlips ? reallyNear(tx, all, ids) : ids
}

// One at a time and by its key: joined as a whole, the planner would rather read every record of the clinic.
const shownOf = (clinicId: string, found: RawBuilder<unknown>) => sql`
    join lateral (select p.id, coalesce(p.merged_into, p.id) as into_id from person as p
      where p.clinic_id = ${clinicId} and p.id = ${found} limit 1) as own on true
    join lateral (select p.id, p.name from person as p where p.clinic_id = ${clinicId} and p.id = own.into_id limit 1) as shown on true`

const findQuery = ({ clinicId }: Tx, tokens: readonly Folded[], withSlips: boolean) => {
  const parts = tokens.map((token, i) => sql`${sql.ref(`t${i}`)} as (${idsOf(clinicId, token, withSlips)})`)
  const joins = tokens.slice(1).map((_, i) => sql`join ${sql.table(`t${i + 1}`)} using (person_id)`)
  const names = tokens.flatMap((token) => token.flatMap(({ kind, text }) => (kind === 'name' ? [`n ${text}`] : [])))
  return sql<{ personId: string; name: string }>`with ${sql.join(parts)}
    select shown.id as person_id, shown.name from t0 ${sql.join(joins, sql` `)}
    ${shownOf(clinicId, sql`person_id`)}
    left join person_word as whole on whole.clinic_id = ${clinicId} and whole.person_id = own.id
      and whole.word in (${sql.join(['', ...names])})
    group by shown.id, shown.name order by count(whole.word) desc, shown.name, shown.id limit ${MOST}`
}

// Words that share a shorter one can be two slips apart: those are let go here.
const reallyNear = async (tx: Tx, tokens: readonly Folded[], ids: readonly string[]): Promise<string[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<{ shownId: string; word: string }>`
    select coalesce(person.merged_into, person.id) as shown_id, substr(word, 3) as word
    from person join person_word on person_word.clinic_id = person.clinic_id and person_word.person_id = person.id
    where person.clinic_id = ${tx.clinicId} and coalesce(person.merged_into, person.id) in (${sql.join([...ids])})
    and word >= 'n ' and word < ${`n ${LAST}`}`.execute(tx.db)
  const words = Map.groupBy(rows, ({ shownId }) => shownId)
  const names = tokens.flatMap((token) => token.filter(({ kind }) => kind === 'name'))
  return ids.filter((id) =>
    names.every(({ text }) => (words.get(id) ?? []).some(({ word }) => word.startsWith(text) || isOneSlip(word, text))),
  )
}

/** The plan of a search as this role would run it, for tests and for whoever wonders. */
export const explainFind = async (tx: Tx, tokens: readonly SearchToken[], withSlips: boolean): Promise<string> => {
  const { rows } = await sql<
    Record<string, string>
  >`explain (costs off) ${findQuery(tx, await folded(tx, tokens), withSlips)}`.execute(tx.db)
  return rows.map((row) => Object.values(row)[0]).join('\n')
}

export type Likely = { personId: string; word: string }
type Sought = { name: string; email?: string | undefined; phone?: string | undefined; dateOfBirth?: string | null | undefined }

/** Records that share a phone, an e-mail, a birth date or most of a name with these words; the same record once for each. */
export const sharedWords = async (tx: Tx, { name, email, phone, dateOfBirth }: Sought, notId?: string): Promise<Likely[]> => {
  const names = await foldedWords(tx, name)
  const slips = names.flatMap((word) => (word.length < SLIP_LEAST ? [] : slipsOf(word)))
  const { rows } = await sql<Likely>`
    with sought as (select 'p ' || fold_phone(${phone ?? ''}) as word union select 'e ' || lower(${email ?? ''})
      union select 'b ' || ${dateOfBirth ?? ''}
      ${sql.join(
        [...names.map((word) => `n ${word}`), ...slips].map((word) => sql`union select ${word}`),
        sql` `,
      )})
    select distinct shown.id as person_id, word from sought join person_word using (word)
    ${shownOf(tx.clinicId, sql`person_word.person_id`)}
    where person_word.clinic_id = ${tx.clinicId} and length(word) > 4 and shown.id <> ${notId ?? NOBODY}`.execute(tx.db)
  return rows
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
