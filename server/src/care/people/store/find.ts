import { isOneSlip, type SearchToken } from '@dripline/clinical'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

const letters = { name: 'n', email: 'e', phone: 'p', born: 'b' } as const
const LAST = '\u{10FFFF}'

/** The words of a text as they are kept of a name: without marks, case and apostrophes. */
const foldedWords = async ({ db }: Tx, text: string): Promise<string[]> => {
  const { rows } = await sql<{ words: string[] }>`select fold_words(${text}) as words`.execute(db)
  return rows[0]?.words ?? []
}

const SLIP_LEAST = 4
const slipsOf = (word: string) =>
  word.length < SLIP_LEAST
    ? []
    : [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))].map((slip) => `s ${slip}`)

/** A token with its names folded: O'Brien may be one word or two, and each of them has to be found. */
type Folded = { kind: keyof typeof letters; text: string }[]
const folded = async (tx: Tx, tokens: readonly SearchToken[]): Promise<Folded[]> => {
  const found = await Promise.all(
    tokens.map(async (token): Promise<Folded[]> => {
      if (token[0]?.kind !== 'name') return [[...token]]
      const words = await foldedWords(tx, token[0].text)
      const whole = words.toSorted((a, b) => b.length - a.length)[0]
      return whole ? [[{ kind: 'name', text: whole }]] : []
    }),
  )
  return found.flat()
}

// One walk down the index for each: any other condition would not be used below row level security. `is_sure`: not only a slip away.
const foundBy = (clinicId: string, token: Folded) => {
  const walks = token.flatMap(({ kind, text }) => {
    const [word, slips] = [`${letters[kind]} ${text}`, kind === 'name' ? slipsOf(text) : []]
    const beginning = sql`select person_id, true as is_sure from person_word
      where clinic_id = ${clinicId} and word >= ${word} and word < ${word + LAST}`
    if (slips.length === 0) return [beginning]
    return [
      beginning,
      sql`select person_id, false from person_word where clinic_id = ${clinicId} and word in (${sql.join(slips)})`,
    ]
  })
  return sql`select person_id, bool_or(is_sure) as is_sure from (${sql.join(walks, sql` union all `)}) as each group by person_id`
}

const MOST = 200

export type Found = {
  personId: string
  name: string
  dateOfBirth: string | null
  phone: string
  email: string
  state: string
  acceptedAt: Date | null
  createdAt: Date
}
type Near = Found & { isSure: boolean; own: string[] | null }

/**
 * Everybody for whom every token stands on record, whole words before beginnings, as the record that lists show; where there is nobody, those
 * whose names are nearly so (`isNear`).
 */
export const findAll = async (tx: Tx, tokens: readonly SearchToken[]): Promise<{ found: Found[]; isNear: boolean }> => {
  const all = await folded(tx, tokens)
  if (all.length === 0) return { found: [], isNear: false }
  const { rows } = await findQuery(tx, all).execute(tx.db)
  const sure = rows.filter(({ isSure }) => isSure)
  const found = sure.length > 0 ? sure : rows.filter(({ own }) => isNearTo(all, own ?? []))
  return { found: found.map(({ isSure: _, own: __, ...person }) => person), isNear: sure.length === 0 && found.length > 0 }
}

// Words that share a shorter one can be two slips apart: those are let go here.
const isNearTo = (tokens: readonly Folded[], own: readonly string[]): boolean => {
  const names = tokens.flatMap((token) => token.filter(({ kind }) => kind === 'name'))
  return names.every(({ text }) => own.some((word) => word.startsWith(text) || isOneSlip(word, text)))
}

// One at a time and by its key: joined as a whole, the planner would rather read every record of the clinic.
const shownOf = (clinicId: string, found: RawBuilder<unknown>) => sql`
    join lateral (select p.id, coalesce(p.merged_into, p.id) as into_id from person as p
      where p.clinic_id = ${clinicId} and p.id = ${found} limit 1) as own on true
    join lateral (select p.id, p.name from person as p where p.clinic_id = ${clinicId} and p.id = own.into_id limit 1) as shown on true`

const findQuery = ({ clinicId }: Tx, tokens: readonly Folded[]) => {
  const parts = tokens.map((token, i) => sql`${sql.ref(`t${i}`)} as (${foundBy(clinicId, token)})`)
  const joins = tokens.slice(1).map((_, i) => sql`join ${sql.table(`t${i + 1}`)} using (person_id)`)
  const isSure = sql.join(
    tokens.map((_, i) => sql`${sql.table(`t${i}`)}.is_sure`),
    sql` and `,
  )
  const names = tokens.flatMap((token) => token.flatMap(({ kind, text }) => (kind === 'name' ? [`n ${text}`] : [])))
  return sql<Near>`with ${sql.join(parts)}, those as materialized (
      select shown.id, bool_or(${isSure}) as is_sure, count(whole.word) as wholes, shown.name from t0 ${sql.join(joins, sql` `)}
      ${shownOf(clinicId, sql`person_id`)}
      left join person_word as whole on whole.clinic_id = ${clinicId} and whole.person_id = own.id
        and whole.word in (${sql.join(['', ...names])})
      group by shown.id, shown.name order by is_sure desc, wholes desc, shown.name, shown.id limit ${MOST})
    select p.id as person_id, p.name, p.date_of_birth::text as date_of_birth, p.phone, p.email, p.state, p.accepted_at, p.created_at,
      those.is_sure, case when not those.is_sure then array(select unnest(fold_words(m.name)) from person as m
        where m.clinic_id = ${clinicId} and m.id = any(array(select those.id union all
          select m.id from person as m where m.clinic_id = ${clinicId} and m.merged_into = those.id))) end as own
    from those join lateral (select * from person as p where p.clinic_id = ${clinicId} and p.id = those.id limit 1) as p on true
    order by those.is_sure desc, those.wholes desc, p.name, p.id`
}

/** The plan of a search as this role would run it, for tests and for whoever wonders. */
export const explainFind = async (tx: Tx, tokens: readonly SearchToken[]): Promise<string> => {
  const { rows } = await sql<Record<string, string>>`explain (costs off) ${findQuery(tx, await folded(tx, tokens))}`.execute(
    tx.db,
  )
  return rows.map((row) => Object.values(row)[0]).join('\n')
}

export type Sought = {
  name: string
  email?: string | undefined
  phone?: string | undefined
  dateOfBirth?: string | null | undefined
}

/** Somebody who shares words with whoever is sought: which, the words of their own name, and those of the name that is sought. */
export type Likely = Found & { shared: string[]; own: string[]; sought: string[] }

/** Records that share a phone, an e-mail, a birth date or most of a name with these words. */
export const likeWords = (tx: Tx, { name, email, phone, dateOfBirth }: Sought): Promise<Likely[]> =>
  likely(
    tx,
    sql`select ${name}::text as name, ${email ?? ''}::text as email, ${phone ?? ''}::text as phone, ${dateOfBirth ?? ''}::text as born`,
    NOBODY,
  )

/** The same of a record and all others; nobody is like one that was merged. */
export const likePerson = (tx: Tx, personId: string): Promise<Likely[]> =>
  likely(
    tx,
    sql`select name, email, phone, coalesce(date_of_birth::text, '') as born from person
      where clinic_id = ${tx.clinicId} and id = ${personId} and merged_into is null`,
    personId,
  )

const likely = async ({ db, clinicId }: Tx, mine: RawBuilder<unknown>, notId: string): Promise<Likely[]> => {
  // Word by word along the index, which a plan for all words at once would not use.
  const { rows } = await sql<Likely>`with mine as materialized (${mine}), sought as materialized (
      select 'p ' || fold_phone(phone) as word from mine union select 'e ' || lower(email) from mine union select 'b ' || born from mine
      union select 'n ' || part from mine, unnest(fold_words(name)) as part
      union select 's ' || slip from mine, unnest(fold_words(name)) as part, slips(part) as slip where length(part) >= ${SLIP_LEAST}),
    shared as materialized (select distinct shown.id, sought.word from sought
      join lateral (select w.person_id from person_word as w where w.clinic_id = ${clinicId} and w.word = sought.word offset 0) as found on true
      ${shownOf(clinicId, sql`found.person_id`)}
      where length(sought.word) > 4 and shown.id <> ${notId})
    select p.id as person_id, p.name, p.date_of_birth::text as date_of_birth, p.phone, p.email, p.state, p.accepted_at, p.created_at,
      array(select word from shared where shared.id = p.id) as shared, fold_words(p.name) as own,
      (select fold_words(name) from mine) as sought
    from (select distinct id from shared) as those
    join lateral (select * from person as p where p.clinic_id = ${clinicId} and p.id = those.id limit 1) as p on true order by p.name, p.id`.execute(
    db,
  )
  return rows
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
