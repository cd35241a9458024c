import { isBy } from '../chart/latest-facts.ts'
import { defineVisitGate, met, notMet } from '../visit/gate.ts'
import { isSentBack, whySentBack } from '../visit/infusion.ts'
import type { Said } from '../words/said.ts'
import { saying, sayWithin } from '../words/saying.ts'

const says = {
  signed: 'signed',
  'sent-back': ({ why }: { why: readonly Said[] }) => `sent back: ${why.map(sayWithin).join('. ')}`,
  're-sign-or-stand': 'a prescriber re-signs it, or reads why it was sent back and lets it stand',
  closed: 'course closed',
  'new-course': 'a prescriber signs a new course',
  expired: 'expired',
  're-sign': 'a prescriber re-signs it',
  later: 'for a later day',
  date: 'its date is reached',
} as const
const said = saying(says)

export const orderValid = defineVisitGate({
  id: 'order-valid',
  title: 'Order signed and current',
  asks: 'Signed for today, not sent back, course still open',
  source: 'clinical reference 9.5, step 9',
  basis: 'proposed',
  says,
  check: ({ order, visit, planClosedAt }, asOf) => {
    const seen = { value: said('signed'), at: order.signedAt, by: order.signedBy }
    if (visit.sentBack && isSentBack(visit, order)) {
      const { at, by } = visit.sentBack
      return notMet(said('re-sign-or-stand'), 'confirm-order', {
        value: said('sent-back', { why: whySentBack(visit.sentBack) }),
        at,
        by,
      })
    }
    if (planClosedAt !== null && isBy(planClosedAt, asOf))
      return notMet(said('new-course'), 'renew-order', { ...seen, value: said('closed'), at: planClosedAt })
    if (isBy(order.validUntil, asOf))
      return notMet(said('re-sign'), 'renew-order', { ...seen, value: said('expired'), at: order.validUntil })
    return isBy(order.validFrom, asOf)
      ? met(seen)
      : notMet(said('date'), 'wait', { ...seen, value: said('later'), actFrom: order.validFrom })
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
