import { quantity } from '../quantity.ts'
import { defineThreshold } from '../threshold.ts'

export const breaths = defineThreshold({
  id: 'breaths',
  title: 'Breaths',
  source: 'clinical reference 9.3',
  basis: 'proposed',
  unit: '/min',
  reads: ['breaths'],
  policy: {
    advise: 'Under 10 or over 24: count again for a full minute.',
    call: 'Under 8 or over 30: stay with the person and call the prescriber.',
    stop: 'Under 6, or no breath: stop the infusion, open the airway, help to breathe, call for help.',
  },
  check: ({ breaths }) => {
    if (breaths === undefined) return null
    const reading = quantity(breaths, '/min')
    if (breaths < 6) return { level: 'stop', reading }
    if (breaths < 8 || breaths > 30) return { level: 'call', reading }
    return breaths < 10 || breaths > 24 ? { level: 'advise', reading } : null
  },
  examples: [
    [{ now: { breaths: 10 } }, null],
    [{ now: { breaths: 9 } }, 'advise'],
    [{ now: { breaths: 7 } }, 'call'],
    [{ now: { breaths: 6 } }, 'call'],
    [{ now: { breaths: 5 } }, 'stop'],
    [{ now: { breaths: 0 } }, 'stop'],
    [{ now: { breaths: 24 } }, null],
    [{ now: { breaths: 25 } }, 'advise'],
    [{ now: { breaths: 31 } }, 'call'],
  ],
})
