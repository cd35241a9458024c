import { charting } from '../policies/charting.ts'
import { usual } from '../policy.ts'
import { quantity } from '../quantity.ts'
import { defineThreshold } from '../visit/threshold.ts'
import { saying } from '../words/saying.ts'

const { overdueAdvise, overdueCall, overdueStop } = usual(charting)

const says = {
  since: ({ since, every }: { since: number; every: number }) =>
    `${quantity(since, 'min')} since the last set, due every ${quantity(every, 'min')}`,
} as const
const said = saying(says)

export const vitalsOverdue = defineThreshold({
  id: 'vitals-overdue',
  title: 'Vital signs overdue',
  source: 'clinical reference 9.3, vitals overdue: 1.25, 2 and 3 times the interval',
  basis: 'proposed',
  unit: 'min',
  reads: ['minutesSinceVitals', 'vitalsEveryMinutes'],
  policy: {
    advise: 'A quarter over the interval: chart them now.',
    call: 'Twice the interval: a second nurse goes to the chair.',
    stop: 'Three times the interval: pause the infusion until they are charted.',
  },
  says,
  check: ({ minutesSinceVitals: since, vitalsEveryMinutes: every }) => {
    if (since === undefined || every === undefined) return null
    const reading = said('since', { since: Math.floor(since), every })
    if (since >= overdueStop * every) return { level: 'stop', reading }
    if (since >= overdueCall * every) return { level: 'call', reading }
    return since >= overdueAdvise * every ? { level: 'advise', reading } : null
  },
  examples: [
    [{ now: { minutesSinceVitals: 18.74, vitalsEveryMinutes: 15 } }, null],
    [{ now: { minutesSinceVitals: 18.75, vitalsEveryMinutes: 15 } }, 'advise'],
    [{ now: { minutesSinceVitals: 30, vitalsEveryMinutes: 15 } }, 'call'],
    [{ now: { minutesSinceVitals: 32, vitalsEveryMinutes: 15 } }, 'call'],
    [{ now: { minutesSinceVitals: 45, vitalsEveryMinutes: 15 } }, 'stop'],
  ],
})
