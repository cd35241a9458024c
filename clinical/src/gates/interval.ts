import { defineGate, type GateFacts, met, notMet } from '../gate.ts'
import { isBy, minutesFrom } from '../latest-facts.ts'

const hourMs = 3_600_000

const lastBefore = ({ before }: Pick<GateFacts, 'before'>, asOf: string) =>
  before
    .filter(({ startedAt }) => isBy(startedAt, asOf))
    .reduce<GateFacts['before'][number] | null>(
      (last, next) => (last === null || isBy(last.startedAt, next.startedAt) ? next : last),
      null,
    )

export const interval = defineGate({
  id: 'interval',
  title: 'Time since the last infusion',
  asks: 'Under any plan: this plan’s spacing from start to start, 24 h after the end of any other',
  source: 'clinical reference 9.4: 24 h unless the protocol is daily; the spacing of the protocol',
  basis: 'proposed',
  check: (facts, asOf) => {
    const last = lastBefore(facts, asOf)
    if (!last) return met({ value: 'first infusion here' })
    const isOwnPlan = last.planId === facts.order.planId
    const least = isOwnPlan ? facts.order.leastHoursBetween : facts.policy.hoursBetweenPlans
    const since = isOwnPlan ? last.startedAt : (last.endedAt ?? asOf)
    const from = new Date(Date.parse(since) + least * hourMs).toISOString()
    const seen = { value: `last one ${Math.floor(minutesFrom(since, asOf) / 60)} h ago`, at: since }
    return isBy(from, asOf) ? met(seen) : notMet(`${least} h pass`, 'wait', { ...seen, actFrom: from })
  },
  examples: [
    [{}, 'met'],
    [{ before: [{ hoursAgo: 18, minutes: 240, planId: 'own' }], order: { leastHoursBetween: 18 } }, 'met'],
    [{ before: [{ hoursAgo: 17.9, minutes: 240, planId: 'own' }], order: { leastHoursBetween: 18 } }, 'not-met'],
    [{ before: [{ hoursAgo: 24.5, minutes: 40, planId: 'another' }] }, 'not-met'],
    [{ before: [{ hoursAgo: 24.7, minutes: 40, planId: 'another' }] }, 'met'],
    [{ before: [{ hoursAgo: 30, minutes: null, planId: 'another' }] }, 'not-met'],
  ],
})
