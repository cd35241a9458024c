import { balanceLedger, type LedgerKind, type LedgerLine } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { LineKind } from './substance-line.ts'

export type NewVial = { number: string; drugId: string; lot: string; mgPerMl: string; volumeMl: string; expiresOn: string }

export const insertVial = async ({ db, clinicId }: Tx, id: string, { expiresOn, ...vial }: NewVial, receivedAt: Date) => {
  await db
    .insertInto('vial')
    .values({ clinicId, id, ...vial, expiresOn: sql`${expiresOn}::date`, receivedAt })
    .execute()
}

/** The highest number a vial was given so far, 0 before the first. */
export const lastVialNumber = async ({ db, clinicId }: Tx): Promise<number> => {
  const row = await db
    .selectFrom('vial')
    .where('clinicId', '=', clinicId)
    .select(sql<string | null>`max(number::int)`.as('last'))
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

export type NewLine = {
  id: string
  kind: LineKind
  vialId: string
  ml: string
  mg: string
  personId: string | null
  sessionId: string | null
  correctsId: string | null
  note: string | null
  enteredBy: string
  witnessId: string | null
  proofId: string | null
  at: Date
  enteredAt: Date
}

export const insertLine = async ({ db, clinicId }: Tx, line: NewLine) => {
  await db
    .insertInto('substanceLine')
    .values({ clinicId, ...line })
    .execute()
}

/** Lines that no later line corrects, as the book stood at an instant of entering. */
export const standingLines = ({ db, clinicId }: Tx, until?: Date) => {
  const known = until === undefined ? sql<boolean>`true` : sql<boolean>`line.entered_at <= ${until}`
  const knownLater = until === undefined ? sql<boolean>`true` : sql<boolean>`later.entered_at <= ${until}`
  return db
    .selectFrom('substanceLine as line')
    .where('line.clinicId', '=', clinicId)
    .where(known)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('substanceLine as later')
            .where('later.clinicId', '=', clinicId)
            .whereRef('later.correctsId', '=', 'line.id')
            .where(knownLater)
            .select('later.id'),
        ),
      ),
    )
}

const isInSafe = sql<boolean>`line.kind in ('received', 'withdrawn', 'returned')`

/** One line of the book with its vial's strength, whether or not it still stands. */
export const lineOf = ({ db, clinicId }: Tx, id: string) =>
  db
    .selectFrom('substanceLine as line')
    .innerJoin('vial', (join) => join.onRef('vial.clinicId', '=', 'line.clinicId').onRef('vial.id', '=', 'line.vialId'))
    .where('line.clinicId', '=', clinicId)
    .where('line.id', '=', id)
    .select(['line.id', 'line.kind', 'vialId', 'ml', 'mg', 'personId', 'sessionId', 'line.at', 'mgPerMl', 'vial.drugId'])
    .select(
      sql<boolean>`exists(select from substance_line later
      where later.clinic_id = ${clinicId} and later.corrects_id = line.id)`.as('isCorrected'),
    )
    .executeTakeFirst()

/** Vials that hold something, or held it at that instant, with what is left in each; mL as exact text. */
export const vialsInSafe = async (tx: Tx, until?: Date) => {
  const rows = await standingLines(tx, until)
    .innerJoin('vial', (join) => join.onRef('vial.clinicId', '=', 'line.clinicId').onRef('vial.id', '=', 'line.vialId'))
    .where(isInSafe)
    .groupBy(['vial.id', 'vial.number', 'drugId', 'drugWord', 'lot', 'mgPerMl', 'volumeMl', 'expiresOn'])
    .having(sql<boolean>`sum(line.ml) <> 0`)
    .orderBy('vial.number')
    .select(['vial.id', 'vial.number', 'drugId', 'drugWord', 'lot', 'mgPerMl', 'volumeMl'])
    .select(sql<string>`vial.expires_on::text`.as('expiresOn'))
    .select(sql<string>`trim_scale(sum(line.ml))::text`.as('ml'))
    .select(sql<Date | null>`min(line.at) filter (where line.kind = 'withdrawn')`.as('openedAt'))
    .execute()
  return rows.map((row) => ({ ...row, isSealed: row.openedAt === null && Number(row.ml) === Number(row.volumeMl) }))
}

/** A vial with what is left in it, whether or not something is. */
export const vialOf = ({ db, clinicId }: Tx, id: string) =>
  db
    .selectFrom('vial')
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .select(['id', 'number', 'drugId', 'drugWord', 'lot', 'mgPerMl', 'volumeMl'])
    .select(sql<string>`expires_on::text`.as('expiresOn'))
    .executeTakeFirst()

/** What stands in the safe of one vial, mL as exact text. */
export const leftIn = async (tx: Tx, vialId: string): Promise<string> => {
  const row = await standingLines(tx)
    .where('line.vialId', '=', vialId)
    .where(isInSafe)
    .select(sql<string>`coalesce(trim_scale(sum(line.ml)), 0)::text`.as('ml'))
    .executeTakeFirstOrThrow()
  return row.ml
}

/** Every line about these vials as the book stood at an instant, and the vials, as the rules read them. */
export const ledgerOf = async ({ db, clinicId }: Tx, vialIds: readonly string[], until: Date) => {
  if (vialIds.length === 0) return balanceLedger([], [])
  const vials = await db
    .selectFrom('vial')
    .where('clinicId', '=', clinicId)
    .where('id', 'in', vialIds)
    .select(['id', 'mgPerMl', 'volumeMl'])
    .select(sql<string>`expires_on::text`.as('expiresOn'))
    .execute()
  const lines = await db
    .selectFrom('substanceLine')
    .where('clinicId', '=', clinicId)
    .where('vialId', 'in', vialIds)
    .where('enteredAt', '<=', until)
    .orderBy('enteredAt')
    .orderBy('id')
    .select(['id', 'kind', 'vialId', 'ml', 'mg', 'sessionId', 'correctsId'])
    .execute()
  const asRead = lines.map((line): LedgerLine => ({ ...line, kind: (line.correctsId ? 'corrected' : line.kind) as LedgerKind }))
  return balanceLedger(vials, asRead)
}

const open = (column: 'ml' | 'mg') => sql<string>`trim_scale(
  sum(case when line.kind = 'withdrawn' then abs(line.${sql.raw(column)}) when line.kind in ('given', 'wasted') then -line.${sql.raw(column)} else 0 end)
)::text`

/** What a session has drawn of a drug from each vial and not yet accounted for, in the order it was drawn. */
export const openOfSession = (tx: Tx, sessionId: string, drugId: string) =>
  standingLines(tx)
    .innerJoin('vial', (join) => join.onRef('vial.clinicId', '=', 'line.clinicId').onRef('vial.id', '=', 'line.vialId'))
    .where('line.sessionId', '=', sessionId)
    .where('vial.drugId', '=', drugId)
    .groupBy(['vialId', 'mgPerMl', 'number'])
    .orderBy(sql`min(line.at)`)
    .orderBy('number')
    .select(['vialId', 'number', 'mgPerMl'])
    .select([open('ml').as('ml'), open('mg').as('mg')])
    .execute()

/** Sessions whose drawn dose is not accounted for yet. */
export const openSessions = (tx: Tx) =>
  standingLines(tx)
    .innerJoin('vial', (join) => join.onRef('vial.clinicId', '=', 'line.clinicId').onRef('vial.id', '=', 'line.vialId'))
    .where('line.sessionId', 'is not', null)
    .groupBy(['line.sessionId', 'line.personId', 'vial.drugId'])
    .having(sql<boolean>`${open('mg')}::numeric <> 0`)
    .orderBy(sql`min(line.at)`)
    .select(['line.sessionId', 'line.personId', 'vial.drugId'])
    .select(open('mg').as('mg'))
    .execute()

/** What stood in the safe of each drug before an instant at which things happened, mL as exact text. */
export const balancesBefore = async (tx: Tx, at: Date): Promise<Map<string, string>> => {
  const rows = await standingLines(tx)
    .innerJoin('vial', (join) => join.onRef('vial.clinicId', '=', 'line.clinicId').onRef('vial.id', '=', 'line.vialId'))
    .where('line.at', '<', at)
    .where(isInSafe)
    .groupBy('vial.drugId')
    .select('vial.drugId')
    .select(sql<string>`trim_scale(sum(line.ml))::text`.as('ml'))
    .execute()
  return new Map(rows.map(({ drugId, ml }) => [drugId, ml]))
}

/** Controlled doses of an emergency whose vial nobody has named yet: the book is short of them. */
export const dosesWithoutVial = async ({ db, clinicId }: Tx) => {
  const rows = await db
    .selectFrom('drugTask as task')
    .innerJoin('sessionEvent as event', (join) =>
      join.onRef('event.clinicId', '=', 'task.clinicId').onRef('event.id', '=', 'task.eventId'),
    )
    .innerJoin('account as owner', (join) =>
      join.onRef('owner.clinicId', '=', 'task.clinicId').onRef('owner.id', '=', 'task.ownerId'),
    )
    .where('task.clinicId', '=', clinicId)
    .where('task.task', '=', 'vial')
    .where('task.closedAt', 'is', null)
    .orderBy('task.openedAt')
    .select(['task.sessionId', 'task.personId', 'task.openedAt', 'owner.name as owner'])
    .select(sql<string>`event.body->'said'->>'drug'`.as('drug'))
    .select(sql<string>`event.body->'said'->>'amount'`.as('mg'))
    .execute()
  return rows
}

/** Every line that happened in a stretch of time, struck ones with what struck them. */
export const linesBetween = ({ db, clinicId }: Tx, start: Date, end: Date) =>
  db
    .selectFrom('substanceLine as line')
    .innerJoin('vial', (join) => join.onRef('vial.clinicId', '=', 'line.clinicId').onRef('vial.id', '=', 'line.vialId'))
    .innerJoin('account as enterer', (join) =>
      join.onRef('enterer.clinicId', '=', 'line.clinicId').onRef('enterer.id', '=', 'line.enteredBy'),
    )
    .leftJoin('account as witness', (join) =>
      join.onRef('witness.clinicId', '=', 'line.clinicId').onRef('witness.id', '=', 'line.witnessId'),
    )
    .leftJoin('substanceLine as later', (join) =>
      join.onRef('later.clinicId', '=', 'line.clinicId').onRef('later.correctsId', '=', 'line.id'),
    )
    .leftJoin('account as corrector', (join) =>
      join.onRef('corrector.clinicId', '=', 'later.clinicId').onRef('corrector.id', '=', 'later.enteredBy'),
    )
    .where('line.clinicId', '=', clinicId)
    .where('line.at', '>=', start)
    .where('line.at', '<', end)
    .orderBy('line.at')
    .orderBy('line.enteredAt')
    .orderBy('vial.number')
    .select(['line.id', 'line.kind', 'line.personId', 'line.sessionId', 'line.note', 'line.at', 'line.enteredAt'])
    .select(['line.correctsId', 'vial.number as vial', 'vial.drugId', 'vial.lot', 'vial.mgPerMl', 'vial.volumeMl'])
    .select(['enterer.name as by', 'witness.name as witness'])
    .select(['later.enteredAt as correctedAt', 'corrector.name as correctedBy', 'later.note as correctionNote'])
    .select(sql<string>`vial.expires_on::text`.as('expiresOn'))
    .select([sql<string>`trim_scale(line.ml)::text`.as('ml'), sql<string>`trim_scale(line.mg)::text`.as('mg')])
    .execute()

export const zoneOf = async ({ db, clinicId }: Tx): Promise<string> =>
  (await db.selectFrom('clinic').where('id', '=', clinicId).select('zone').executeTakeFirstOrThrow()).zone
