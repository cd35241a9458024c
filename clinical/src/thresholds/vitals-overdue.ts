import { overdue } from '../due.ts'
import { quantity } from '../quantity.ts'
import { defineThreshold } from '../threshold.ts'

export const vitalsOverdue = defineThreshold({
  id: 'vitals-overdue',
  title: 'Vital signs overdue',
  source: `${overdue.source}: 1.25, 2 and 3 times the interval`,
  basis: 'proposed',
  unit: 'min',
  reads: ['minutesSinceVitals', 'vitalsEveryMinutes'],
  policy: {
    advise: 'A quarter over the interval: chart them now.',
    call: 'Twice the interval: somebody else goes to the chair.',
    stop: 'Three times the interval: pause the infusion until they are charted.',
  },
  check: ({ minutesSinceVitals: since, vitalsEveryMinutes: every }) => {
    if (since === undefined || every === undefined) return null
    const reading = `${quantity(Math.floor(since), 'min')} since the last set, due every ${quantity(every, 'min')}`
    if (since >= overdue.stop * every) return { level: 'stop', reading }
    if (since >= overdue.call * every) return { level: 'call', reading }
    return since >= overdue.advise * every ? { level: 'advise', reading } : null
  },
  examples: [
    [{ now: { minutesSinceVitals: 18.74, vitalsEveryMinutes: 15 } }, null],
    [{ now: { minutesSinceVitals: 18.75, vitalsEveryMinutes: 15 } }, 'advise'],
    [{ now: { minutesSinceVitals: 30, vitalsEveryMinutes: 15 } }, 'call'],
    [{ now: { minutesSinceVitals: 32, vitalsEveryMinutes: 15 } }, 'call'],
    [{ now: { minutesSinceVitals: 45, vitalsEveryMinutes: 15 } }, 'stop'],
  ],
})
