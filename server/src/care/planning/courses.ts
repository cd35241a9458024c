import { anyProtocolOf } from '@dripline/clinical'
import { sql } from 'kysely'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import type { Cell } from '../../platform/csv.ts'
import { shows } from '../../platform/shown.ts'

/** Everybody whose newest decision for an indication is an acceptance on which no plan was signed yet, longest waiting first. */
export const waitingForPlan = (tx: Tx) =>
  tx.db
    .with('newest', (db) =>
      db
        .selectFrom('decision')
        .innerJoin('screening', (join) =>
          join.onRef('screening.clinicId', '=', 'decision.clinicId').onRef('screening.id', '=', 'decision.screeningId'),
        )
        .where('decision.clinicId', '=', tx.clinicId)
        .distinctOn(['decision.personId', 'indication'])
        .orderBy('decision.personId')
        .orderBy('indication')
        .orderBy('decidedAt', 'desc')
        .orderBy('decision.id', 'desc')
        .select(['decision.id', 'decision.personId', 'indication', 'decision', 'decidedAt', 'decidedBy']),
    )
    .selectFrom('newest')
    .innerJoin('person', (join) => join.onRef('person.id', '=', 'newest.personId').on('person.clinicId', '=', tx.clinicId))
    .innerJoin('account', (join) => join.onRef('account.id', '=', 'newest.decidedBy').on('account.clinicId', '=', tx.clinicId))
    .where('decision', '=', 'accept')
    .where('person.mergedInto', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('plan')
            .where('plan.clinicId', '=', tx.clinicId)
            .whereRef('plan.decisionId', '=', 'newest.id')
            .select(sql`1`.as('one')),
        ),
      ),
    )
    .orderBy('decidedAt')
    .select(['newest.personId', 'person.name', 'indication', 'decidedAt', 'account.name as decidedByName'])
    .execute()

/** Every course that is neither closed nor over, with what is booked next and how many visits are still to come. */
export const coursesUnderWay = (tx: Tx, now: Date) =>
  tx.db
    .selectFrom('plan')
    .innerJoin('person', (join) => join.onRef('person.clinicId', '=', 'plan.clinicId').onRef('person.id', '=', 'plan.personId'))
    .innerJoin('infusionOrder as o', (join) => join.onRef('o.clinicId', '=', 'plan.clinicId').onRef('o.planId', '=', 'plan.id'))
    .innerJoin('appointment as visit', (join) =>
      join.onRef('visit.clinicId', '=', 'o.clinicId').onRef('visit.id', '=', 'o.appointmentId'),
    )
    .where('plan.clinicId', '=', tx.clinicId)
    .where('visit.state', '=', 'booked')
    .where('o.validUntil', '>', now)
    .where(
      sql<boolean>`not exists (select from plan_closure as c where c.clinic_id = plan.clinic_id and c.plan_id = plan.id)
        and not exists (select from infusion_order as next where next.clinic_id = o.clinic_id and next.replaces_id = o.id)`,
    )
    .groupBy(['plan.id', 'plan.personId', 'person.name', 'plan.protocolId', 'plan.sessions', 'plan.signedAt'])
    .orderBy(sql`min(lower(visit.during))`)
    .select(['plan.id', 'plan.personId', 'person.name', 'plan.protocolId', 'plan.sessions', 'plan.signedAt'])
    .select([sql<Date>`min(lower(visit.during))`.as('nextAt'), sql<number>`count(*)::int`.as('toCome')])
    .execute()

export const coursesHead = [
  'Name',
  'Course',
  'Signed',
  'Next visit',
  'Still to come',
  'Visits in all',
  'Waiting for a plan since',
]

/** Who waits for a plan and whose course is under way, for a file. */
export function exportCourses(ctx: Ctx): Promise<Cell[][]> {
  return inClinic(ctx, 'export-courses', async (tx) => {
    const [waiting, underWay] = [await waitingForPlan(tx), await coursesUnderWay(tx, ctx.now())]
    return shows(
      [...waiting, ...underWay],
      [
        ...waiting.map(({ name, indication, decidedAt }): Cell[] => [name, indication, null, null, null, null, decidedAt]),
        ...underWay.map(({ name, protocolId, signedAt, nextAt, toCome, sessions }): Cell[] => [
          name,
          anyProtocolOf(protocolId)?.title ?? protocolId,
          signedAt,
          nextAt,
          toCome,
          sessions,
          null,
        ]),
      ],
    )
  })
}
