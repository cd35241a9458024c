import { type Ask, type DayZero, keysOf } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/context.ts'
import { json } from '../../platform/database.ts'
import type { Answer, Assessment, Indication, Kind } from './assessment.ts'

type NewAssessment = Ask & { id: string; planId: string; personId: string }

/** Writes an assessment unless the same one is asked already; null then. */
export const insertAssessment = async (ctx: Ctx, tx: Tx, ask: NewAssessment): Promise<string | null> => {
  const { id, planId, personId, kind, day, sessionId } = ask
  const times = { dueAt: new Date(ask.dueAt), closesAt: new Date(ask.closesAt), createdAt: ctx.now() }
  const made = await tx.db
    .insertInto('assessment')
    .values({ clinicId: tx.clinicId, id, planId, personId, kind, day, sessionId, ...times })
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
          .select(sql<Tap[] | null>`json_agg(json_build_object('at', answered_at, 'body', body) order by place)`.as('taps'))
          .as('given'),
      (join) => join.onTrue(),
    )
    .where('assessment.clinicId', '=', tx.clinicId)
    .select(['assessment.id', 'assessment.planId', 'plan.indication', 'kind', 'day', 'assessment.sessionId'])
    .select([
      'dueAt',
      'closesAt',
      'cancelledAt',
      'person.id as personId',
      'person.zone',
      'person.name',
      'person.phone',
      'person.email',
      'taps',
    ])
    .$narrowType<{ kind: Kind; indication: Indication }>()

type Tap = { at: string; body: Answer }
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
export type AssessmentOf = Assessment & { name: string; phone: string; email: string }

/** Parts add up in the order in which they were sent. */
export const addedUp = (taps: readonly { at: string | number; body: Answer }[]) => {
  const answeredAt: { -readonly [P in keyof Assessment['answeredAt']]: Date } = {}
  for (const { at, body } of taps) {
    const when = new Date(at)
    for (const part of keysOf(body)) answeredAt[part] ??= when
  }
  const [first, last] = [taps[0], taps.at(-1)]
  return {
    answer: taps.length > 1 ? (Object.assign({}, ...taps.map(({ body }) => body)) as Answer) : (first?.body ?? null),
    answeredAt,
    firstAnsweredAt: first ? new Date(first.at) : null,
    lastAnsweredAt: last ? new Date(last.at) : null,
  }
}

const whole = ({ taps, ...row }: Row): AssessmentOf => ({ ...row, ...addedUp(taps ?? []) })

export const assessmentOf = async (tx: Tx, id: string): Promise<AssessmentOf | null> => {
  const row = await rows(tx).where('assessment.id', '=', id).executeTakeFirst()
  return row ? whole(row) : null
}

/** What stands in a course: asked and not taken back, in the order of the days. */
export const assessmentsOf = async (tx: Tx, planId: string): Promise<AssessmentOf[]> =>
  (await assessmentsOfPlans(tx, [planId])).get(planId) ?? []

/** The same for many courses at once, by plan. */
export const assessmentsOfPlans = async (tx: Tx, planIds: readonly string[]): Promise<Map<string, AssessmentOf[]>> => {
  if (planIds.length === 0) return new Map()
  const found = await rows(tx)
    .where('assessment.planId', 'in', [...planIds])
    .where('cancelledAt', 'is', null)
    .orderBy('dueAt')
    .orderBy('assessment.id')
    .execute()
  return Map.groupBy(found.map(whole), ({ planId }) => planId)
}

/** These questions, in the order of the days. */
export const assessmentsById = async (tx: Tx, ids: readonly string[]): Promise<AssessmentOf[]> => {
  if (ids.length === 0) return []
  const found = await rows(tx)
    .where('assessment.id', 'in', [...ids])
    .orderBy('dueAt')
    .orderBy('assessment.id')
    .execute()
  return found.map(whole)
}

/** One more than the last, under the lock that its verb holds. */
const nextPlace = sql<number>`coalesce(max(place), 0) + 1`.as('place')

type NewAnswer = { id: string; assessmentId: string; personId: string; body: Answer; enteredBy: string | null }

export const insertAnswer = async (ctx: Ctx, tx: Tx, { body, ...row }: NewAnswer) => {
  await tx.db
    .insertInto('assessmentAnswer')
    .values(({ selectFrom }) => ({
      clinicId: tx.clinicId,
      ...row,
      body: json(body),
      answeredAt: ctx.now(),
      place: selectFrom('assessmentAnswer')
        .where('clinicId', '=', tx.clinicId)
        .where('assessmentId', '=', row.assessmentId)
        .select(nextPlace),
    }))
    .execute()
}

const cancel = (ctx: Ctx, tx: Tx) =>
  tx.db
    .updateTable('assessment')
    .set({ cancelledAt: ctx.now() })
    .where('clinicId', '=', tx.clinicId)
    .where('cancelledAt', 'is', null)

export const cancelAssessment = (ctx: Ctx, tx: Tx, id: string) => cancel(ctx, tx).where('id', '=', id).execute()

/** Takes back every question of a course that has no answer. */
export const cancelUnanswered = (ctx: Ctx, tx: Tx, planId: string) =>
  cancel(ctx, tx)
    .where('planId', '=', planId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('assessmentAnswer')
            .whereRef('assessmentAnswer.clinicId', '=', 'assessment.clinicId')
            .whereRef('assessmentAnswer.assessmentId', '=', 'assessment.id')
            .select('assessmentAnswer.id'),
        ),
      ),
    )
    .returning('id')
    .execute()

export const insertAsking = (ctx: Ctx, tx: Tx, said: { id: string; planId: string; personId: string; isWanted: boolean }) =>
  tx.db
    .insertInto('asking')
    .values(({ selectFrom }) => ({
      clinicId: tx.clinicId,
      ...said,
      saidAt: ctx.now(),
      place: selectFrom('asking').where('clinicId', '=', tx.clinicId).where('planId', '=', said.planId).select(nextPlace),
    }))
    .execute()

export const insertDayZero = (ctx: Ctx, tx: Tx, planId: string, { date, cause }: DayZero) =>
  tx.db
    .insertInto('dayZero')
    .values({ clinicId: tx.clinicId, planId, onDate: date, cause, setAt: ctx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

const [LONG_AGO_DAYS, DAY_MS] = [40, 24 * 3_600_000]

/** Courses still without a day 0 whose last order is not long past: only their questions can change by themselves. */
export const plansToLookAt = async (tx: Tx, now: Date): Promise<string[]> => {
  const found = await tx.db
    .selectFrom('plan')
    .leftJoin('dayZero', (join) => join.onRef('dayZero.clinicId', '=', 'plan.clinicId').onRef('dayZero.planId', '=', 'plan.id'))
    .where('plan.clinicId', '=', tx.clinicId)
    .where('dayZero.planId', 'is', null)
    .where('plan.administration', '=', 'infusion')
    .where('plan.id', 'in', ({ selectFrom }) =>
      selectFrom('infusionOrder as o')
        .where('o.clinicId', '=', tx.clinicId)
        .where('o.validUntil', '>', new Date(now.getTime() - LONG_AGO_DAYS * DAY_MS))
        .select('o.planId'),
    )
    .orderBy('plan.signedAt')
    .select('plan.id')
    .execute()
  return found.map(({ id }) => id)
}
