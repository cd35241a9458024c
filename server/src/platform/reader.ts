import { textsApprovedIn } from '@dripline/clinical'
import { isLocale, type Locale, PSEUDO, type Reader, readerOf, STAFF, type Tongue } from '@dripline/clinical/words'
import { sql } from 'kysely'
import { type Ctx, groundOf, type Tx } from './context.ts'
import { inTransaction } from './database.ts'
import type { Ground } from './ground.ts'
import type { LinkPurpose } from './link.ts'
import { Outage } from './outage.ts'

/** The reader of a language in a clinic: texts about health that its prescriber has not approved in it are in English for them. */
export const readerIn = async ({ reader }: Pick<Ground, 'reader'>, tx: Tx, language: Locale): Promise<Reader> => {
  // A house that speaks strangely, for tests, speaks so to everybody.
  if (reader.rewrite || language === STAFF) return reader.rewrite ? reader : readerOf(language)
  const approved = await tx.db
    .selectFrom('defaultApproval')
    .where('clinicId', '=', tx.clinicId)
    .where('definitionKind', '=', 'text')
    .select(['definitionKind as kind', 'definitionId as id', 'version'])
    .execute()
  return readerOf(language, textsApprovedIn(language, approved))
}

/** The language in which a clinic speaks to those who have said none. */
export const ownLanguage = async ({ db, clinicId }: Tx): Promise<Locale> => {
  const { language } = await db.selectFrom('clinic').where('id', '=', clinicId).select('language').executeTakeFirstOrThrow()
  return isLocale(language) ? language : STAFF
}

/** In whose language somebody is written to, as their record says it now; the clinic's own where it says none. */
export const readerFor = async (ctx: Ctx, tx: Tx, personId: string): Promise<Reader> => {
  const { rows } = await sql<{ language: string | null }>`
    select kept.language from person own
      join person kept on kept.clinic_id = own.clinic_id and kept.id = coalesce(own.merged_into, own.id)
      where own.clinic_id = ${tx.clinicId} and own.id = ${personId}`.execute(tx.db)
  const said = rows[0]?.language
  return readerIn(groundOf(ctx), tx, isLocale(said) ? said : await ownLanguage(tx))
}

/** What a page knows of its reader before anybody has looked: the language of its address, and what the browser kept or likes best. */
export type Known = { readonly addressed: Locale | null; readonly liked: Locale | null }

/**
 * In whose language a page is: its address says it, else the record of whoever its link was made for, else the browser, else the clinic.
 * A page that says that the database is away is said all the same, with no text about health but in English.
 */
export const readerOfPage = async (ground: Ground, ctx: Ctx | undefined, { addressed, liked }: Known): Promise<ReaderOfPage> => {
  if (ground.reader.rewrite) return { to: ground.reader }
  if (!ctx) return { to: readerOf(addressed ?? STAFF) }
  const ask = async (tx: Tx) => {
    const own = await ownLanguage(tx)
    const onRecord = await languageOfLink(ctx, tx)
    const to = await readerIn(ground, tx, addressed ?? onRecord ?? liked ?? own)
    return hasRecord(ctx) ? { to, written: onRecord ?? own } : { to }
  }
  try {
    return await inTransaction(ground.database, ctx.clinicId, ask, 'public')
  } catch (error) {
    if (error instanceof Outage) return { to: readerOf(addressed ?? liked ?? STAFF) }
    throw error
  }
}

/** A page's reader, and, on a page of somebody's own link, in which language they are written to. */
export type ReaderOfPage = { readonly to: Reader; readonly written?: Locale }

const ofPersons: readonly string[] = ['appointment', 'check-in', 'estimate', 'waiting', 'offer'] satisfies LinkPurpose[]
const hasRecord = ({ actor }: Ctx) => actor.kind === 'link' && ofPersons.includes(actor.purpose)

const languageOfLink = async ({ actor, clinicId }: Ctx, { db }: Tx): Promise<Locale | null> => {
  if (actor.kind !== 'link') return null
  const { purpose, recordId } = actor
  const asked = sql<{ language: string | null }>`select language_of_link(${clinicId}, ${purpose}, ${recordId}) as language`
  const said = (await asked.execute(db)).rows[0]?.language
  return isLocale(said) ? said : null
}

/** A reader as a page is told of one: whoever prints for somebody writes in their language. */
export const readerSaid = (to: Reader) => ({ tongue: tongueOf(to), approved: [...(to.approved ?? [])] })

/** The name of a reader's language, as a document says it. */
export const tongueOf = ({ locale, rewrite }: Reader): Tongue => (rewrite ? PSEUDO : locale)
