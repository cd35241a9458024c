import { minutesFrom } from '../chart/latest-facts.ts'
import { quantity } from '../quantity.ts'
import { defineGate, met, notMet, unknown } from '../visit/gate.ts'
import { saying } from '../words/saying.ts'

const says = {
  stopped: ({ minutes }: { minutes: number }) => `the infusion has been stopped for ${quantity(minutes, 'min')}`,
  since: ({ minutes }: { minutes: number }) => quantity(minutes, 'min'),
  more: ({ minutes }: { minutes: number }) => `${quantity(minutes, 'min')} more pass`,
} as const
const said = saying(says)

export const stay = defineGate({
  id: 'stay',
  title: 'Time since stop',
  asks: '30 min after a depression infusion, 60 min after one for pain',
  source: 'clinical reference 9.3, post-infusion stay',
  basis: 'proposed',
  overridable: true,
  says,
  check: ({ visit: { stoppedAt }, order, policy }, asOf) => {
    const least = policy.stayMinutes[order.indication]
    if (stoppedAt === null) return unknown(said('stopped', { minutes: least }), 'wait')
    const minutes = Math.floor(minutesFrom(stoppedAt, asOf))
    const seen = { value: said('since', { minutes }), at: stoppedAt }
    const actFrom = new Date(Date.parse(stoppedAt) + least * 60_000).toISOString()
    return minutes >= least ? met(seen) : notMet(said('more', { minutes: least - minutes }), 'wait', { ...seen, actFrom })
  },
  examples: [
    [{ act: 'discharge' }, 'met'],
    [{ act: 'start' }, 'unknown'],
    [{ act: 'discharge', stoppedMinutesAgo: 30 }, 'met'],
    [{ act: 'discharge', stoppedMinutesAgo: 29.9 }, 'not-met'],
    [{ act: 'discharge', stoppedMinutesAgo: 59, order: { indication: 'pain' } }, 'not-met'],
    [{ act: 'discharge', stoppedMinutesAgo: 60, order: { indication: 'pain' } }, 'met'],
  ],
})
