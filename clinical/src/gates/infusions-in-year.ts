import { Temporal } from 'temporal-polyfill'
import { isBy } from '../chart/latest-facts.ts'
import { defineGate, met, notMet } from '../visit/gate.ts'
import { saying } from '../words/saying.ts'

const says = {
  count: ({ count }: { count: number }) => (count === 0 ? 'none before this one' : `${count} before this one`),
  review: 'a prescriber reviews the course, acknowledges the number and re-signs the order',
} as const
const said = saying(says)

export const infusionsInYear = defineGate({
  id: 'infusions-in-year',
  title: 'Infusions in twelve months',
  asks: 'Under any plan; from twelve on, a prescriber reviews and acknowledges the number',
  source: 'clinical reference 9.2, S50 (Cohen et al. 2018)',
  basis: 'proposed',
  says,
  check: ({ before, order, policy, zone }, asOf) => {
    const from = Temporal.Instant.from(asOf).toZonedDateTimeISO(zone).subtract({ years: 1 }).toInstant().toString()
    const count = before.filter(({ startedAt }) => isBy(from, startedAt) && isBy(startedAt, asOf)).length
    const seen = { value: said('count', { count }), at: null }
    if (count < policy.infusionsInYear) return met(seen)
    return !order.isManyAcknowledged ? notMet(said('review'), 'renew-order', seen) : met({ ...seen, by: order.signedBy })
  },
  examples: [
    [{}, 'met'],
    [{ before: Array.from({ length: 11 }, (_, i) => ({ hoursAgo: 100 + 30 * i, minutes: 40, planId: 'own' })) }, 'met'],
    [{ before: Array.from({ length: 12 }, (_, i) => ({ hoursAgo: 100 + 30 * i, minutes: 40, planId: 'own' })) }, 'not-met'],
    [
      {
        before: Array.from({ length: 12 }, (_, i) => ({ hoursAgo: 100 + 30 * i, minutes: 40, planId: 'own' })),
        order: { isManyAcknowledged: true },
      },
      'met',
    ],
    [{ before: Array.from({ length: 12 }, (_, i) => ({ hoursAgo: 8700 + 30 * i, minutes: 40, planId: 'own' })) }, 'met'],
  ],
})
