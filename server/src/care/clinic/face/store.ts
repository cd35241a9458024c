import { isLocale, STAFF } from '@dripline/clinical/words'
import { sql } from 'kysely'
import { json, type Tx } from '../../../platform/database.ts'
import type { Face } from './face.ts'

/** Everything that a version of a clinic's face says, the newest first. */
export const facesOf = ({ db, clinicId }: Tx, most: number) =>
  db
    .selectFrom('clinicFace as face')
    .innerJoin('account', (join) => join.onRef('account.clinicId', '=', 'face.clinicId').onRef('account.id', '=', 'face.savedBy'))
    .where('face.clinicId', '=', clinicId)
    .orderBy('version', 'desc')
    .limit(most)
    .select(['version', 'logoId', 'language', 'frameOrigins', 'savedAt', 'account.name as savedBy'])
    .select(
      sql<Face['accent']>`case when accent_light is null then null
      else jsonb_build_object('light', accent_light, 'dark', accent_dark) end`.as('accent'),
    )
    .select([sql<Face['crisisLines']>`crisis_lines`.as('crisisLines'), sql<Face['policies']>`policies`.as('policies')])
    .execute()

/** Which version holds, held until the step ends, so that versions follow one another; 0 where none was saved. */
export const lockFace = async ({ db, clinicId }: Tx): Promise<number> => {
  await db.selectFrom('clinic').where('id', '=', clinicId).select('id').forUpdate().executeTakeFirstOrThrow()
  const { version } = await db
    .selectFrom('clinicFace')
    .where('clinicId', '=', clinicId)
    .select(sql<number>`coalesce(max(version), 0)::int`.as('version'))
    .executeTakeFirstOrThrow()
  return version
}

type Saved = { version: number; savedBy: string; savedAt: Date }

export const insertFace = async ({ db, clinicId }: Tx, { accent, crisisLines, policies, ...face }: Face & Saved) => {
  await db
    .insertInto('clinicFace')
    .values({
      clinicId,
      ...face,
      frameOrigins: [...face.frameOrigins],
      accentLight: accent?.light ?? null,
      accentDark: accent?.dark ?? null,
      crisisLines: json(crisisLines),
      policies: json(policies),
    })
    .execute()
}

/** The language of those who have said none; the clinic's own row says it to every part of the house. */
export const setLanguage = async ({ db, clinicId }: Tx, language: string) => {
  await db.updateTable('clinic').set({ language }).where('id', '=', clinicId).execute()
}

export const languageOf = async ({ db, clinicId }: Tx) => {
  const { language } = await db.selectFrom('clinic').where('id', '=', clinicId).select('language').executeTakeFirstOrThrow()
  return isLocale(language) ? language : STAFF
}

type Logo = {
  id: string
  digest: string
  png: string
  width: number
  height: number
  plateIn: readonly string[]
  keptBy: string
  keptAt: Date
}

export const insertLogo = async ({ db, clinicId }: Tx, { plateIn, ...logo }: Logo) => {
  await db
    .insertInto('clinicLogo')
    .values({ clinicId, ...logo, plateIn: [...plateIn] })
    .execute()
}

/** A logo as pages show it, without its bytes. */
export const logoById = ({ db, clinicId }: Tx, id: string) =>
  db
    .selectFrom('clinicLogo')
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .select(['id', 'digest', 'width', 'height', 'plateIn'])
    .executeTakeFirst()

/** The bytes of a logo by their own digest, in base64. */
export const logoBytes = async ({ db, clinicId }: Tx, digest: string): Promise<string | null> => {
  const found = await db
    .selectFrom('clinicLogo')
    .where('clinicId', '=', clinicId)
    .where('digest', '=', digest)
    .select('png')
    .executeTakeFirst()
  return found?.png ?? null
}
