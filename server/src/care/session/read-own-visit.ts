import { administrationOf, nextOfVisit, Problem } from '@dripline/clinical'
import { type Ctx, inClinic } from '../../platform/context.ts'
import { shows } from '../../platform/shown.ts'
import { allergyWords } from '../people/chart-list.ts'
import { isForPump } from '../planning/store.ts'
import { followedOf } from './append-event.ts'
import { anyFactsFrom, gateRowsOf, headFacts } from './facts-of.ts'
import { ownGatesNow } from './gates-now.ts'
import { nowIn } from './now-in.ts'
import { dueOf, marksWithAnswers } from './open-marks.ts'
import { policiesOfVisit } from './policies-of-visit.ts'
import { allNames, sessionOf } from './store.ts'

/** Everything the screen of a visit shows whose acts are its administration's own: what is next, the gates before it, the log, what went in. */
export function readOwnVisit(ctx: Ctx, sessionId: string) {
  return inClinic(ctx, 'read-own-visit', async (tx) => {
    const session = await sessionOf(tx, sessionId)
    if (!session) throw new Problem('not-found', { sessionId })
    const rows = await gateRowsOf(tx, session)
    const order = followedOf(rows.orders, session)
    const { person } = rows.chart
    if (!order || !person) throw new Problem('not-found', { sessionId })
    if (isForPump(order)) throw new Problem('wrong-state', { sessionId })
    const { folded, events, personId } = session
    const now = nowIn(ctx, session)
    const { act, gates } = ownGatesNow(anyFactsFrom(rows, { session, order }), now)
    const due = dueOf(folded, order.protocolId, now, policiesOfVisit(rows.set, folded))
    return shows([personId], {
      sessionId,
      personId,
      now,
      state: folded.state,
      gives: folded.gives,
      startedAt: folded.startedAt,
      stoppedAt: folded.stoppedAt,
      given: administrationOf(folded.gives.by)?.given(folded, now) ?? null,
      person: { name: person.name, dateOfBirth: person.dateOfBirth, allergies: allergyWords(rows.chart.allergies) },
      order,
      next: nextOfVisit({ visit: folded, order: headFacts(order), gates: act === null ? null : gates, due }, now),
      act,
      gates,
      due,
      marks: marksWithAnswers(folded, null),
      events,
      names: Object.fromEntries(await allNames(tx)),
    })
  })
}
