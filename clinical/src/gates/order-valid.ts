import { defineGate, met, notMet } from '../gate.ts'
import { isBy } from '../latest-facts.ts'

export const orderValid = defineGate({
  id: 'order-valid',
  title: 'Order signed and current',
  asks: 'Signed for today, not sent back, course still open',
  source: 'clinical reference 9.5, step 9',
  basis: 'proposed',
  check: ({ order, visit, planClosedAt }, asOf) => {
    const seen = { value: 'signed', at: order.signedAt, by: order.signedBy }
    if (visit.isSentBack) return notMet('a prescriber re-signs it', 'renew-order', { ...seen, value: 'sent back' })
    if (planClosedAt !== null && isBy(planClosedAt, asOf))
      return notMet('a prescriber signs a new course', 'renew-order', { ...seen, value: 'course closed', at: planClosedAt })
    if (isBy(order.validUntil, asOf))
      return notMet('a prescriber re-signs it', 'renew-order', { ...seen, value: 'expired', at: order.validUntil })
    return isBy(order.validFrom, asOf)
      ? met(seen)
      : notMet('its date is reached', 'wait', { ...seen, value: 'for a later day', actFrom: order.validFrom })
  },
  examples: [
    [{}, 'met'],
    [{ log: [[2, { kind: 'sent-back', reason: 'another weight' }]] }, 'not-met'],
    [{ facts: { planClosedAt: '2026-11-20T10:00:00.000Z' } }, 'not-met'],
    [{ order: { validUntil: '2026-11-22T05:00:00.000Z' } }, 'not-met'],
    [{ order: { validFrom: '2026-11-24T05:00:00.000Z' } }, 'not-met'],
  ],
})
