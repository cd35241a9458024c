import { quantity } from '../quantity.ts'
import { defineThreshold } from '../visit/threshold.ts'
import { saying } from '../words/saying.ts'

const says = {
  read: ({ spo2 }: { spo2: number }) => quantity(spo2, '%'),
} as const
const said = saying(says)

export const spo2 = defineThreshold({
  id: 'spo2',
  title: 'Oxygen saturation',
  source: 'clinical reference 9.3',
  basis: 'proposed',
  unit: '%',
  reads: ['spo2'],
  policy: {
    advise: 'Under 94: check the probe, wake the person, ask for deep breaths.',
    call: 'Under 92: give oxygen and call the prescriber.',
    stop: 'Under 90: stop the infusion, open the airway, give oxygen, call the prescriber.',
  },
  says,
  check: ({ spo2 }) => {
    if (spo2 === undefined) return null
    const reading = said('read', { spo2 })
    if (spo2 < 90) return { level: 'stop', reading }
    if (spo2 < 92) return { level: 'call', reading }
    return spo2 < 94 ? { level: 'advise', reading } : null
  },
  examples: [
    [{ now: { spo2: 94 } }, null],
    [{ now: { spo2: 93 } }, 'advise'],
    [{ now: { spo2: 92 } }, 'advise'],
    [{ now: { spo2: 91 } }, 'call'],
    [{ now: { spo2: 90 } }, 'call'],
    [{ now: { spo2: 89 } }, 'stop'],
  ],
})
