import type { Ask, DayZero } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/context.ts'
import { json } from '../../platform/database.ts'
import type { Answer, Assessment, Kind } from './assessment.ts'

type NewAssessment = Ask & { id: string; planId: string; personId: string }

/** Writes an assessment unless the same one is asked already; null then. */
export const insertAssessment = async (ctx: Ctx, tx: Tx, ask: NewAssessment): Promise<string | null> => {
  const made = await tx.db
    .insertInto('assessment')
    .values({
      clinicId: tx.clinicId,
      id: ask.id,
      planId: ask.planId,
      personId: ask.personId,
      kind: ask.kind,
      day: ask.day,
      sessionId: ask.sessionId,
      dueAt: new Date(ask.dueAt),
      closesAt: new Date(ask.closesAt),
      createdAt: ctx.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id ?? null
}

const rows = (tx: Tx) =>
  tx.db
    .selectFrom('assessment')
    .innerJoin('plan', (join) =>
      join.onRef('plan.clinicId', '=', 'assessment.clinicId').onRef('plan.id', '=', 'assessment.planId'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.clinicId', '=', 'assessment.clinicId').onRef('person.id', '=', 'assessment.personId'),
    )
    .leftJoinLateral(
      (given) =>
        given
          .selectFrom('assessmentAnswer')
          .whereRef('assessmentAnswer.clinicId', '=', 'assessment.clinicId')
          .whereRef('assessmentAnswer.assessmentId', '=', 'assessment.id')
          .select([
            sql<unknown[] | null>`json_agg(body order by answered_at, assessment_answer.id)`.as('bodies'),
            sql<Date | null>`min(answered_at)`.as('firstAnsweredAt'),
            sql<Date | null>`max(answered_at)`.as('lastAnsweredAt'),
          ])
          .as('given'),
      (join) => join.onTrue(),
    )
    .where('assessment.clinicId', '=', tx.clinicId)
    .select([
      'assessment.id',
      'assessment.planId',
      'assessment.personId',
      'plan.indication',
      'kind',
      'day',
      'assessment.sessionId',
      'dueAt',
      'closesAt',
      'cancelledAt',
    ])
    .select(['person.zone', 'person.name', 'person.phone', 'bodies', 'firstAnsweredAt', 'lastAnsweredAt'])
    .$narrowType<{ kind: Kind; indication: 'pain' | 'depression' }>()

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
export type AssessmentOf = Assessment & { name: string; phone: string }

/** Parts add up in the order in which they were sent. */
const whole = ({ bodies, ...row }: Row): AssessmentOf => ({
  ...row,
  answer: bodies ? (Object.assign({}, ...bodies) as Answer) : null,
})

export const assessmentOf = async (tx: Tx, id: string): Promise<AssessmentOf | null> => {
  const row = await rows(tx).where('assessment.id', '=', id).executeTakeFirst()
  return row ? whole(row) : null
}

/** What was asked in a course, in the order of the days. */
export const assessmentsOf = async (tx: Tx, planId: string): Promise<AssessmentOf[]> =>
  (await rows(tx).where('assessment.planId', '=', planId).where('cancelledAt', 'is', null).orderBy('dueAt').execute()).map(whole)

/** What was asked of everybody in courses for an indication. */
export const allAssessments = async (tx: Tx): Promise<AssessmentOf[]> =>
  (await rows(tx).where('cancelledAt', 'is', null).orderBy('dueAt').execute()).map(whole)

/** Unanswered, due for some days and not yet over with: somebody calls. Scores that staff enter stand here from their day on. */
export const unanswered = async (tx: Tx, now: Date, askedBefore: Date): Promise<AssessmentOf[]> => {
  const found = await rows(tx)
    .where('cancelledAt', 'is', null)
    .where('firstAnsweredAt', 'is', null)
    .where('kind', '!=', 'daily pain')
    .where((is) => is.or([is('dueAt', '<=', askedBefore), is.and([is('kind', '=', 'phq-9'), is('dueAt', '<=', now)])]))
    .where(sql<boolean>`closes_at + interval '14 days' > ${now}`)
    .orderBy('dueAt')
    .execute()
  return found.map(whole)
}

export const insertAnswer = async (
  ctx: Ctx,
  tx: Tx,
  given: { id: string; assessmentId: string; personId: string; body: Answer; enteredBy: string | null },
) => {
  const { body, ...row } = given
  await tx.db
    .insertInto('assessmentAnswer')
    .values({ clinicId: tx.clinicId, ...row, body: json(body), answeredAt: ctx.now() })
    .execute()
}

/** Takes back everything still to be asked in a course from an instant on. */
export const cancelAssessments = (ctx: Ctx, tx: Tx, planId: string, from: Date) =>
  tx.db
    .updateTable('assessment')
    .set({ cancelledAt: ctx.now() })
    .where('clinicId', '=', tx.clinicId)
    .where('planId', '=', planId)
    .where('dueAt', '>', from)
    .where('cancelledAt', 'is', null)
    .returning('id')
    .execute()

export const dayZeroOfPlan = (tx: Tx, planId: string) =>
  tx.db
    .selectFrom('dayZero')
    .where('clinicId', '=', tx.clinicId)
    .where('planId', '=', planId)
    .select(['onDate', 'cause'])
    .executeTakeFirst()

export const insertDayZero = (ctx: Ctx, tx: Tx, planId: string, { date, cause }: DayZero) =>
  tx.db
    .insertInto('dayZero')
    .values({ clinicId: tx.clinicId, planId, onDate: date, cause, setAt: ctx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** Courses that are still without a day 0: only their questions can change. */
export const coursesToLookAt = async (tx: Tx): Promise<string[]> => {
  const found = await tx.db
    .selectFrom('plan')
    .leftJoin('dayZero', (join) => join.onRef('dayZero.clinicId', '=', 'plan.clinicId').onRef('dayZero.planId', '=', 'plan.id'))
    .where('plan.clinicId', '=', tx.clinicId)
    .where('dayZero.planId', 'is', null)
    .select('plan.id')
    .execute()
  return found.map(({ id }) => id)
}
