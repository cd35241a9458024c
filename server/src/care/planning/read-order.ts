import { Problem } from '@dripline/clinical'
import { type Ctx, inClinic } from '../../platform/context.ts'
import { shows } from '../../platform/shown.ts'
import { staffMember } from '../clinic/store.ts'
import { personOf } from '../people/store.ts'
import { anyOrderById, isForPump } from './store.ts'

/** One order of an administration with a form of its own, to be read and printed; null in its place for one of a pump, which stands in its plan. */
export function readOrder(ctx: Ctx, orderId: string) {
  return inClinic(ctx, 'read-order', async (tx) => {
    const order = await anyOrderById(tx, orderId)
    const person = order && (await personOf(tx, order.personId))
    if (!order || !person) throw new Problem('not-found', { orderId })
    const { name, dateOfBirth } = person
    return shows([person.id], {
      person: { name, dateOfBirth },
      order: isForPump(order) ? null : order,
      signedByName: (await staffMember(tx, order.signedBy))?.name ?? null,
    })
  })
}
