import type { StatementAnswer } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Phase } from './known-form.ts'

/** What one reader said of one statement, as it is counted with everybody's of that week. */
export type Counted = {
  slug: string
  language: string
  articleVersion: string
  statement: string
  statementVersion: string
  phase: Phase
  answer: StatementAnswer
  week: string
}

/** Adds one answer to its count. */
export const countAnswer = async ({ db, clinicId }: Tx, counted: Counted) => {
  await db
    .insertInto('statementCount')
    .values({ clinicId, ...counted, answered: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['clinicId', 'slug', 'language', 'articleVersion', 'statement', 'statementVersion', 'phase', 'answer', 'week'])
        .doUpdateSet({ answered: sql<number>`statement_count.answered + 1` }),
    )
    .execute()
}

/** How often each answer was given to each statement, all weeks, languages and versions of an article together. */
export const countsByStatement = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('statementCount')
    .where('clinicId', '=', clinicId)
    .groupBy(['slug', 'statement', 'statementVersion', 'phase', 'answer'])
    .orderBy('slug')
    .select(['slug', 'statement', 'statementVersion'])
    .select([
      sql<Phase>`phase`.as('phase'),
      sql<StatementAnswer>`answer`.as('answer'),
      sql<number>`sum(answered)::int`.as('answered'),
    ])
    .execute()
