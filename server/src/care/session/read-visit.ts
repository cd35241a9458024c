import { checksDue, dischargeAt, marksOfVisit, Problem, usualDischarge } from '@dripline/clinical'
import { type Ctx, inClinic } from '../../platform/context.ts'
import { appointmentOf, openChairs } from '../booking/store.ts'
import { personOf } from '../people/store.ts'
import { orderOf } from '../planning/store.ts'
import { drawUpFacts } from './draw-up.ts'
import { duePolicyOf } from './due-policy.ts'
import { namesOf, sessionOf } from './store.ts'

/** Everything the chair's screen shows of one visit; what is due and how late is worked out here, by the server's clock. */
export const readVisit = (ctx: Ctx, sessionId: string) =>
  inClinic(ctx, 'read-visit', async (tx) => {
    const session = await sessionOf(tx, sessionId)
    const order = session && (await orderOf(tx, session))
    const person = session && (await personOf(tx, session.personId))
    if (!session || !order || !person) throw new Problem('not-found', { sessionId })
    const { folded, events, ...row } = session
    const now = ctx.now().toISOString()
    const chair = (await openChairs(tx)).find(({ id }) => id === row.chairId)
    const visit = await appointmentOf(tx, row.appointmentId)
    return {
      ...row,
      now,
      chair: chair?.name ?? '',
      start: visit?.start.toISOString() ?? null,
      person: { name: person.name, dateOfBirth: person.dateOfBirth, sex: person.sex, allergies: person.allergies },
      order,
      events,
      names: await namesOf(tx, events.flatMap(staffIn)),
      due: checksDue(folded, duePolicyOf(order.protocolId), now),
      marks: marksOfVisit(folded),
      discharge: dischargeAt(folded, usualDischarge(order.indication), now),
      facts: drawUpFacts(sessionId, order),
    }
  })

const staffIn = (event: { by: string; witness?: string }) =>
  event.witness === undefined ? [event.by] : [event.by, event.witness]
