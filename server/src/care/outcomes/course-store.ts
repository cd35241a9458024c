import type { Indication } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Tx } from '../../platform/context.ts'

/** Plans with their person, closure and day 0, oldest first. What was of a merged record is filed under the one that stands. */
export const planRows = (tx: Tx, planIds: readonly string[] | 'all') =>
  tx.db
    .selectFrom('plan')
    .innerJoin('person', (join) => join.onRef('person.clinicId', '=', 'plan.clinicId').onRef('person.id', '=', 'plan.personId'))
    .leftJoin('planClosure', (join) =>
      join.onRef('planClosure.clinicId', '=', 'plan.clinicId').onRef('planClosure.planId', '=', 'plan.id'),
    )
    .leftJoin('dayZero', (join) => join.onRef('dayZero.clinicId', '=', 'plan.clinicId').onRef('dayZero.planId', '=', 'plan.id'))
    .leftJoinLateral(
      (said) =>
        said
          .selectFrom('asking')
          .whereRef('asking.clinicId', '=', 'plan.clinicId')
          .whereRef('asking.planId', '=', 'plan.id')
          .orderBy('place', 'desc')
          .limit(1)
          .select('isWanted')
          .as('said'),
      (join) => join.onTrue(),
    )
    .where('plan.clinicId', '=', tx.clinicId)
    // Only a course of infusions is asked about and judged.
    .where('plan.administration', '=', 'infusion')
    .$if(planIds !== 'all', (query) =>
      query.where('plan.id', 'in', planIds === 'all' || planIds.length === 0 ? [NOBODY] : [...planIds]),
    )
    .orderBy('plan.signedAt')
    .orderBy('plan.id')
    .select(['plan.id as planId', 'plan.indication', 'plan.sessions', 'plan.signedAt', 'planClosure.closedAt', 'isWanted'])
    .select(['person.id as personId', 'person.name', 'person.zone'])
    .select(sql<string | null>`day_zero.on_date::text`.as('dayZero'))
    .$narrowType<{ indication: Indication }>()
    .execute()

export type PlanRow = Awaited<ReturnType<typeof planRows>>[number]

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** When the visits of these plans are, by the orders in force; called-off ones left out. */
export const visitsOf = async (tx: Tx, planIds: readonly string[]) =>
  planIds.length === 0
    ? []
    : tx.db
        .selectFrom('infusionOrder as o')
        .innerJoin('appointment', (join) =>
          join.onRef('appointment.clinicId', '=', 'o.clinicId').onRef('appointment.id', '=', 'o.appointmentId'),
        )
        .where('o.clinicId', '=', tx.clinicId)
        .where('o.planId', 'in', [...planIds])
        .where('appointment.state', '!=', 'cancelled')
        .where(
          sql<boolean>`not exists (select from infusion_order as next where next.clinic_id = o.clinic_id and next.replaces_id = o.id)`,
        )
        .select(['o.planId', 'o.id as orderId', 'o.number', sql<Date>`lower(appointment.during)`.as('start')])
        .execute()

/** First start and last stop of every session of these plans that was started, and whether any such entry was amended. */
export const startsAndStops = async (tx: Tx, planIds: readonly string[]) =>
  planIds.length === 0
    ? []
    : tx.db
        .selectFrom('session')
        .innerJoin('infusionOrder', (join) =>
          join.onRef('infusionOrder.clinicId', '=', 'session.clinicId').onRef('infusionOrder.id', '=', 'session.orderId'),
        )
        // A visit at a time, by its own index: joined as one whole the log is walked from end to end.
        .innerJoinLateral(
          ({ selectFrom }) =>
            selectFrom('sessionEvent as each')
              .whereRef('each.clinicId', '=', 'session.clinicId')
              .whereRef('each.sessionId', '=', 'session.id')
              .where(sql<boolean>`(each.kind in ('started', 'stopped') or each.amends_id is not null and exists (
                select from session_event as amended where amended.clinic_id = each.clinic_id and amended.id = each.amends_id
                  and amended.kind in ('started', 'stopped')))`)
              .select(['each.kind', 'each.at', 'each.amendsId'])
              .as('e'),
          (join) => join.onTrue(),
        )
        .where('session.clinicId', '=', tx.clinicId)
        .where('session.planId', 'in', [...planIds])
        .groupBy(['session.planId', 'session.id', 'infusionOrder.number'])
        .select(['session.planId', 'session.id as sessionId', 'infusionOrder.number'])
        .select([
          sql<Date | null>`min(e.at) filter (where e.kind = 'started')`.as('startedAt'),
          sql<Date | null>`max(e.at) filter (where e.kind = 'stopped')`.as('stoppedAt'),
          sql<boolean>`bool_or(e.amends_id is not null)`.as('isAmended'),
        ])
        .execute()

/** What staff wrote down of scores outside the follow-up, of these persons; what was written of a merged record is filed under theirs. */
export const scoresOnForms = async (tx: Tx, personIds: readonly string[]) =>
  personIds.length === 0
    ? []
    : tx.db
        .selectFrom('answer')
        .where('answer.clinicId', '=', tx.clinicId)
        .where('personId', 'in', [...personIds])
        .where('key', 'in', ['phq9Total', 'painAverage'])
        .where('source', '!=', 'follow-up')
        // One that was given for somebody else stays readable and is no score of theirs.
        .where(
          sql<boolean>`not exists (select from answer_taken_back as back where back.clinic_id = answer.clinic_id and back.answer_id = answer.id)`,
        )
        .orderBy('measuredAt')
        .orderBy('enteredAt')
        .orderBy('answer.id')
        .select(['key', 'value', 'measuredAt', 'personId'])
        .execute()

/** The plans of a person; those of a record merged into theirs are filed under it. */
export const plansOfPerson = async (tx: Tx, personId: string): Promise<string[]> => {
  const found = await tx.db
    .selectFrom('plan')
    .where('plan.clinicId', '=', tx.clinicId)
    .where('personId', '=', personId)
    .select('plan.id')
    .execute()
  return found.map(({ id }) => id)
}
