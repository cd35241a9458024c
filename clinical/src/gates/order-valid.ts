import { isBy } from '../chart/latest-facts.ts'
import { defineVisitGate, met, notMet } from '../visit/gate.ts'
import { isSentBack } from '../visit/infusion.ts'

export const orderValid = defineVisitGate({
  id: 'order-valid',
  title: 'Order signed and current',
  asks: 'Signed for today, not sent back, course still open',
  source: 'clinical reference 9.5, step 9',
  basis: 'proposed',
  check: ({ order, visit, planClosedAt }, asOf) => {
    const seen = { value: 'signed', at: order.signedAt, by: order.signedBy }
    if (visit.sentBack && isSentBack(visit, order)) {
      const { reason, at, by } = visit.sentBack
      const clears = 'a prescriber re-signs it, or reads why it was sent back and lets it stand'
      return notMet(clears, 'confirm-order', { value: `sent back: ${reason}`, at, by })
    }
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
    // Checking in again changes nothing that a prescriber was asked.
    [{ log: [[30, { kind: 'sent-back', reason: 'another weight', orderId: 'order' }]] }, 'not-met'],
    [{ log: [[30, { kind: 'sent-back', reason: 'another weight', orderId: 'the one before' }]] }, 'met'],
    [
      {
        log: [
          [31, { kind: 'sent-back', reason: 'another weight', orderId: 'order' }],
          [29, { kind: 'order-stands', reason: 'measured again: 72 kg', orderId: 'order' }],
        ],
      },
      'met',
    ],
    [{ facts: { planClosedAt: '2026-11-20T10:00:00.000Z' } }, 'not-met'],
    [{ order: { validUntil: '2026-11-22T05:00:00.000Z' } }, 'not-met'],
    [{ order: { validFrom: '2026-11-24T05:00:00.000Z' } }, 'not-met'],
  ],
})
