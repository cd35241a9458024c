import { quantity } from '../quantity.ts'
import { defineThreshold } from '../visit/threshold.ts'
import { saying } from '../words/saying.ts'

const says = {
  read: ({ resp }: { resp: number }) => quantity(resp, '/min'),
} as const
const said = saying(says)

export const breathing = defineThreshold({
  id: 'breathing',
  title: 'Breathing',
  source: 'clinical reference 9.3',
  basis: 'proposed',
  unit: '/min',
  reads: ['resp'],
  policy: {
    advise: 'Under 10 or over 24: count again for a full minute.',
    call: 'Under 8 or over 30: stay with the person and call the prescriber.',
    stop: 'Under 6, or no breath: stop the infusion, open the airway, help to breathe, call for help.',
  },
  says,
  check: ({ resp }) => {
    if (resp === undefined) return null
    const reading = said('read', { resp })
    if (resp < 6) return { level: 'stop', reading }
    if (resp < 8 || resp > 30) return { level: 'call', reading }
    return resp < 10 || resp > 24 ? { level: 'advise', reading } : null
  },
  examples: [
    [{ now: { resp: 10 } }, null],
    [{ now: { resp: 9 } }, 'advise'],
    [{ now: { resp: 7 } }, 'call'],
    [{ now: { resp: 6 } }, 'call'],
    [{ now: { resp: 5 } }, 'stop'],
    [{ now: { resp: 0 } }, 'stop'],
    [{ now: { resp: 24 } }, null],
    [{ now: { resp: 25 } }, 'advise'],
    [{ now: { resp: 31 } }, 'call'],
  ],
})
