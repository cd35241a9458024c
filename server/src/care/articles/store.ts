import { sql } from 'kysely'
import { json, type Tx } from '../../platform/database.ts'
import type { ArticleEvent } from './article.ts'

const newest = sql<number>`(select max(version) from article_version v where v.clinic_id = article.clinic_id and v.article_id = article.id)`

/** Every article of the clinic with its newest version, the last changed first. */
export const allArticles = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('article')
    .innerJoin('articleVersion as version', (join) =>
      join
        .onRef('version.clinicId', '=', 'article.clinicId')
        .onRef('version.articleId', '=', 'article.id')
        .on('version.version', '=', newest),
    )
    .where('article.clinicId', '=', clinicId)
    .orderBy('version.writtenAt', 'desc')
    .orderBy('article.id')
    .select(['article.id', 'slug', 'language', 'version.version', 'title', 'summary', 'body', 'writtenAt'])
    .execute()

/** The article of that id, held until the step ends, so that its versions follow one another. */
export const lockArticle = ({ db, clinicId }: Tx, id: string) =>
  db
    .selectFrom('article')
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .select(['id', 'slug', 'language'])
    .forUpdate()
    .executeTakeFirst()

export const articleById = ({ db, clinicId }: Tx, id: string) =>
  db
    .selectFrom('article')
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .select(['id', 'slug', 'language'])
    .executeTakeFirst()

export const articleAt = ({ db, clinicId }: Tx, slug: string, language: string) =>
  db
    .selectFrom('article')
    .where('clinicId', '=', clinicId)
    .where('slug', '=', slug)
    .where('language', '=', language)
    .select(['id', 'slug', 'language', 'createdAt'])
    .executeTakeFirst()

/** Every version of an article, newest first, with who wrote it. */
export const versionsOf = ({ db, clinicId }: Tx, articleId: string) =>
  db
    .selectFrom('articleVersion as version')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'version.clinicId').onRef('account.id', '=', 'version.writtenBy'),
    )
    .where('version.clinicId', '=', clinicId)
    .where('articleId', '=', articleId)
    .orderBy('version', 'desc')
    .select(['version', 'version.title', 'summary', 'body', 'writtenAt', 'account.name as writtenBy'])
    .execute()

/** What became of these articles, oldest first, with who did it. */
export const eventsOf = async ({ db, clinicId }: Tx, articleIds: readonly string[]) =>
  articleIds.length === 0
    ? []
    : await db
        .selectFrom('articleEvent as event')
        .innerJoin('account', (join) =>
          join.onRef('account.clinicId', '=', 'event.clinicId').onRef('account.id', '=', 'event.doneBy'),
        )
        .innerJoin('staff', (join) => join.onRef('staff.clinicId', '=', 'event.clinicId').onRef('staff.id', '=', 'event.doneBy'))
        .where('event.clinicId', '=', clinicId)
        .where('articleId', 'in', [...articleIds])
        .orderBy('articleId')
        .orderBy('place')
        .select(['articleId', 'place', 'version', 'reason', 'doneAt', 'account.name as doneBy', 'staff.title as doneAs'])
        .select([sql<ArticleEvent>`kind`.as('kind'), sql<string | null>`review_again_by::text`.as('reviewAgainBy')])
        .select(sql<{ sentence: string; words: string }[] | null>`marks`.as('marks'))
        .execute()

type NewArticle = { id: string; slug: string; language: string; createdBy: string; createdAt: Date }

/** Whether the address was free. */
export const insertArticle = async ({ db, clinicId }: Tx, article: NewArticle): Promise<boolean> => {
  const made = await db
    .insertInto('article')
    .values({ clinicId, ...article })
    .onConflict((conflict) => conflict.columns(['clinicId', 'slug', 'language']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

type NewVersion = {
  articleId: string
  version: number
  title: string
  summary: string
  body: string
  writtenBy: string
  writtenAt: Date
}

export const insertVersion = async ({ db, clinicId }: Tx, version: NewVersion) => {
  await db
    .insertInto('articleVersion')
    .values({ clinicId, ...version })
    .execute()
}

type NewEvent = {
  articleId: string
  place: number
  kind: ArticleEvent
  version: number
  reason?: string
  marks?: readonly object[]
  reviewAgainBy?: string
  doneBy: string
  doneAt: Date
}

export const insertEvent = async ({ db, clinicId }: Tx, { marks, ...event }: NewEvent) => {
  await db
    .insertInto('articleEvent')
    .values({ clinicId, ...event, ...(marks && { marks: json(marks) }) })
    .execute()
}

/** The owners of the clinic whose accounts are open. */
export const ownersOf = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('account')
    .where('clinicId', '=', clinicId)
    .where('closedAt', 'is', null)
    .where(sql<boolean>`'owner' = any(roles)`)
    .orderBy('id')
    .select(['id', 'name', 'email'])
    .execute()

/** Of which days somebody was told by letters of this kind, or will be. */
export const toldReviews = ({ db, clinicId }: Tx, kind: string) =>
  db.selectFrom('message').where('clinicId', '=', clinicId).where('kind', '=', kind).select(['aboutId', 'words']).execute()
