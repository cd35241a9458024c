import { isBy, minutesFrom } from '../chart/latest-facts.ts'
import { defineGate, type GateFacts, met, notMet } from '../visit/gate.ts'
import { saying } from '../words/saying.ts'

const hourMs = 3_600_000

/** From when on this infusion may follow that one (ISO), and since when the hours are counted. */
const after = ({ planId, startedAt, endedAt }: GateFacts['before'][number], { order, policy }: GateFacts, asOf: string) => {
  const isOwnPlan = planId === order.planId
  const least = isOwnPlan ? order.leastHoursBetween : policy.hoursBetweenPlans
  const since = isOwnPlan ? startedAt : (endedAt ?? asOf)
  return { since, least, from: new Date(Date.parse(since) + least * hourMs).toISOString() }
}

const says = {
  first: 'first infusion here',
  ago: ({ hours }: { hours: number }) => `last one ${hours} h ago`,
  pass: ({ hours }: { hours: number }) => `${hours} h pass`,
} as const
const said = saying(says)

export const interval = defineGate({
  id: 'interval',
  title: 'Time since the last infusion',
  asks: 'Under any plan: this plan’s spacing from start to start, 24 h after the end of any other',
  source: 'clinical reference 9.4: 24 h unless the protocol is daily; the spacing of the protocol',
  basis: 'proposed',
  says,
  check: (facts, asOf) => {
    const all = facts.before.filter(({ startedAt }) => isBy(startedAt, asOf)).map((each) => after(each, facts, asOf))
    const latest = all.reduce<(typeof all)[number] | null>(
      (last, next) => (last && isBy(next.from, last.from) ? last : next),
      null,
    )
    if (!latest) return met({ value: said('first') })
    const { since, least, from } = latest
    const seen = { value: said('ago', { hours: Math.floor(minutesFrom(since, asOf) / 60) }), at: since }
    return isBy(from, asOf) ? met(seen) : notMet(said('pass', { hours: least }), 'wait', { ...seen, actFrom: from })
  },
  examples: [
    [{}, 'met'],
    [{ before: [{ hoursAgo: 18, minutes: 240, planId: 'own' }], order: { leastHoursBetween: 18 } }, 'met'],
    [{ before: [{ hoursAgo: 17.9, minutes: 240, planId: 'own' }], order: { leastHoursBetween: 18 } }, 'not-met'],
    [{ before: [{ hoursAgo: 24.5, minutes: 40, planId: 'another' }] }, 'not-met'],
    [{ before: [{ hoursAgo: 24.7, minutes: 40, planId: 'another' }] }, 'met'],
    [{ before: [{ hoursAgo: 30, minutes: null, planId: 'another' }] }, 'not-met'],
    // Two records that turned out to be one person: the nearer one of this plan does not hide the other plan’s.
    [
      {
        before: [
          { hoursAgo: 22, minutes: 40, planId: 'another' },
          { hoursAgo: 20, minutes: 40, planId: 'own' },
        ],
        order: { leastHoursBetween: 18 },
      },
      'not-met',
    ],
  ],
})
