import { isLocale, type Locale, PSEUDO, type Reader, readerOf, type Tongue } from '@dripline/clinical/words'
import { sql } from 'kysely'
import { type Ctx, groundOf, type Tx } from './context.ts'
import { inTransaction } from './database.ts'
import { Outage } from './outage.ts'

/** The reader of a language; a house that speaks strangely, for tests, speaks so to everybody. */
export const readerIn = (ctx: Ctx, language: Locale): Reader => {
  const { reader } = groundOf(ctx)
  return reader.rewrite ? reader : readerOf(language)
}

/** The language in which a clinic speaks to those who have said none. */
export const ownLanguage = async ({ db, clinicId }: Tx): Promise<Locale> => {
  const { language } = await db.selectFrom('clinic').where('id', '=', clinicId).select('language').executeTakeFirstOrThrow()
  return isLocale(language) ? language : 'en'
}

/** In whose language somebody is written to, as their record says it now; the clinic's own where it says none. */
export const readerFor = async (ctx: Ctx, tx: Tx, personId: string): Promise<Reader> => {
  const { rows } = await sql<{ language: string | null }>`
    select kept.language from person own
      join person kept on kept.clinic_id = own.clinic_id and kept.id = coalesce(own.merged_into, own.id)
      where own.clinic_id = ${tx.clinicId} and own.id = ${personId}`.execute(tx.db)
  const said = rows[0]?.language
  return readerIn(ctx, isLocale(said) ? said : await ownLanguage(tx))
}

/** The language on the record of whoever a link was made for; null where nobody has said it, and where no link is. A page asks it as it is drawn. */
export const languageOfLink = async (ctx: Ctx): Promise<Locale | null> => {
  const { actor, clinicId } = ctx
  if (actor.kind !== 'link') return null
  const { purpose, recordId } = actor
  const ask = ({ db }: Tx) =>
    sql<{ language: string | null }>`select language_of_link(${clinicId}, ${purpose}, ${recordId}) as language`.execute(db)
  try {
    const said = (await inTransaction(groundOf(ctx).database, clinicId, ask, 'public')).rows[0]?.language
    return isLocale(said) ? said : null
  } catch (error) {
    // A page that says that the database is away is said all the same.
    if (error instanceof Outage) return null
    throw error
  }
}

/** The name of a reader's language, as a document says it. */
export const tongueOf = ({ locale, rewrite }: Reader): Tongue => (rewrite ? PSEUDO : locale)
