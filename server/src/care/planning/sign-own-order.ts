import {
  administrationOf,
  anyProtocolOf,
  anyProtocols,
  type Fault,
  faultSaid,
  isPumped,
  mayGive,
  type OwnCheck,
  Problem,
  type Said,
  shapeOf,
  visitMinutes,
} from '@dripline/clinical'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { bookAppointment } from '../booking/book-appointment.ts'
import { lineForVisit } from '../booking/line-calendar.ts'
import { promiseReminder } from '../booking/reminders.ts'
import { defaultsApproved } from '../clinic/clinical-defaults.ts'
import { zoneOf } from '../clinic/store.ts'
import { acceptPerson } from '../people/accept-person.ts'
import { lockPerson } from '../people/store.ts'
import { dayOfVisit } from './freeze.ts'
import { insertOwnOrder, insertOwnPlan } from './own-order-store.ts'
import type { OwnOrderSent } from './plan.ts'
import { refuseUnscreened } from './refuse-unscreened.ts'

/** Signs an order of an administration with a form of its own, and books its visit. Its fields and its checks are its definition’s. */
export function signOwnOrder(ctx: Ctx, { personId, protocolId, lineId, said: sent, visit, acknowledged }: OwnOrderSent) {
  return inOneStep(ctx, 'sign-own-order', async (tx) => {
    await demandRight(ctx, tx, 'sign-order')
    const { id: signedBy } = staffOf(ctx)
    const person = await lockPerson(tx, personId)
    if (!person) throw new Problem('not-found', { personId })
    if (person.mergedInto) throw new Problem('wrong-state', { personId })
    if (!(await defaultsApproved(tx))) throw new Problem('defaults-not-approved')
    const { protocol, order, administration } = known(protocolId)
    await refuseUnscreened(ctx, tx, personId, administration)
    const said = read(order.fields, sent)
    refuseUnchecked(order.check(said), acknowledged)

    const minutes = order.minutes(said)
    const { start, chairId } = visit
    const isFluid = administration === 'fluid'
    const line = await lineForVisit(ctx, tx, {
      lineId,
      protocolId,
      neededMinutes: visitMinutes({ ...protocol, minutes }),
      isFluid,
    })
    const wanted = { personId, start, ...line, ...(chairId !== undefined && { chairId }) }
    const booked = await bookAppointment(ctx, tx, wanted)
    const [planId, id] = [ctx.newId(), ctx.newId()]
    const { version: protocolVersion, gives } = protocol
    await insertOwnPlan(ctx, tx, { id: planId, personId, administration, protocolId, protocolVersion, sessions: 1, signedBy })
    const place = { planId, personId, appointmentId: booked.id, ...dayOfVisit(start, await zoneOf(tx)) }
    await insertOwnOrder(ctx, tx, { id, ...place, administration, drugId: gives.drug, minutes, said, signedBy })
    await promiseReminder(ctx, tx, booked.id, new Date(booked.start))
    // Whoever signs an order for somebody takes them as a patient.
    await acceptPerson(ctx, tx, personId)
    return { planId, orderId: id, appointmentId: booked.id, personId }
  })
}

const known = (protocolId: string) => {
  const protocol = anyProtocolOf(protocolId)
  const administration = protocol && administrationOf(protocol.gives.by)
  if (!protocol || !administration?.order || isPumped(protocol) || !mayGive(protocol.gives))
    throw new Problem('not-valid', {}, [
      {
        field: 'protocolId',
        code: 'one-of-values',
        params: { values: anyProtocols.filter((each) => !isPumped(each) && mayGive(each.gives)).map(({ id }) => id) },
        value: protocolId,
      },
    ])
  return { protocol, order: administration.order, administration: administration.id }
}

/** What was said, held against the fields; Problem `not-valid` names every field that is not as it must be. */
const read = (fields: Parameters<typeof shapeOf>[0], sent: unknown): Said => {
  const { data, error } = shapeOf(fields).safeParse(sent)
  if (data) return data
  throw new Problem(
    'not-valid',
    {},
    error.issues.map(({ path, message }): Fault => ({ ...faultSaid(message), field: ['said', ...path].join('.') })),
  )
}

const refuseUnchecked = (checks: readonly OwnCheck[], acknowledged: readonly string[]) => {
  const open = checks.filter(({ id, kind, pass }) => !pass && (kind === 'hard' || !acknowledged.includes(id)))
  if (open.length === 0) return
  throw new Problem(
    'dose-not-possible',
    {},
    open.map(
      ({ id, kind, says }): Fault =>
        kind === 'hard' ? { field: id, ...says } : { field: id, code: 'to-be-acknowledged-reason', params: { reason: says } },
    ),
  )
}
