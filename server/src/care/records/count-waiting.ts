import { type Ctx, inClinic, staffOf } from '../../platform/context.ts'
import { showsNobody } from '../../platform/shown.ts'
import { alertCounts } from '../alerts/store.ts'
import { waitsForDesk } from '../booking/desk-waits.ts'
import { countUnanswered } from '../outcomes/to-phone.ts'
import { waitingForPlan } from '../planning/courses.ts'

/** How much waits where, for the menu: at the desk, for a plan, to be phoned about answers, and as alerts. */
export function countWaiting(ctx: Ctx) {
  return inClinic(ctx, 'count-waiting', async (tx) =>
    showsNobody({
      desk: new Set((await waitsForDesk(ctx, tx)).map(({ appointmentId }) => appointmentId)).size,
      plans: (await waitingForPlan(tx)).length,
      followUp: await countUnanswered(ctx, tx),
      alerts: (await alertCounts(tx, staffOf(ctx).id)).open,
    }),
  )
}
