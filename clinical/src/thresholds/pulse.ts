import { quantity } from '../quantity.ts'
import { defineThreshold, held } from '../visit/threshold.ts'
import { saying } from '../words/saying.ts'

const says = {
  arrhythmia: ({ pulse }: { pulse?: number | undefined }) =>
    pulse === undefined ? 'New arrhythmia' : `${quantity(pulse, '/min')}, new arrhythmia`,
  read: ({ pulse }: { pulse: number }) => quantity(pulse, '/min'),
} as const
const said = saying(says)

export const pulse = defineThreshold({
  id: 'pulse',
  title: 'Pulse',
  source: 'clinical reference 9.3; 120 for five minutes after one academic esketamine clinic',
  basis: 'proposed',
  unit: '/min',
  reads: ['pulse', 'newArrhythmia'],
  policy: {
    advise: 'Over 110 or under 50: look at the person and count again.',
    call: 'Over 120 for five minutes, or under 45: call the prescriber.',
    stop: 'Over 140, under 40, or a rhythm that is new: pause the infusion and call the prescriber.',
  },
  says,
  check: (now, history) => {
    const { pulse, newArrhythmia } = now
    if (newArrhythmia) return { level: 'stop', reading: said('arrhythmia', { pulse }) }
    if (pulse === undefined) return null
    const reading = said('read', { pulse })
    if (pulse > 140 || pulse < 40) return { level: 'stop', reading }
    if (pulse < 45 || held('pulse', (value) => value > 120, 5, now, history)) return { level: 'call', reading }
    if (pulse > 120) return { level: 'advise', reading, pending: 'call' }
    return pulse > 110 || pulse < 50 ? { level: 'advise', reading } : null
  },
  examples: [
    [{ now: { pulse: 110 } }, null],
    [{ now: { pulse: 111 } }, 'advise'],
    [{ now: { pulse: 121 } }, 'advise'],
    [{ now: { pulse: 121 }, before: [[4, { pulse: 125 }]] }, 'advise'],
    [
      {
        now: { pulse: 121 },
        before: [
          [2, { pulse: 130 }],
          [5, { pulse: 125 }],
        ],
      },
      'call',
    ],
    [
      {
        now: { pulse: 121 },
        before: [
          [2, { pulse: 120 }],
          [5, { pulse: 125 }],
        ],
      },
      'advise',
    ],
    [{ now: { pulse: 140 } }, 'advise'],
    [{ now: { pulse: 141 } }, 'stop'],
    [{ now: { pulse: 50 } }, null],
    [{ now: { pulse: 49 } }, 'advise'],
    [{ now: { pulse: 44 } }, 'call'],
    [{ now: { pulse: 39 } }, 'stop'],
    [{ now: { pulse: 80, newArrhythmia: true } }, 'stop'],
  ],
})
