import { quantity } from '../quantity.ts'
import { defineThreshold } from '../visit/threshold.ts'
import { saying } from '../words/saying.ts'

const says = {
  none: 'No waveform',
  read: ({ etco2 }: { etco2: number }) => quantity(etco2, 'mmHg'),
} as const
const said = saying(says)

export const etco2 = defineThreshold({
  id: 'etco2',
  title: 'End-tidal carbon dioxide, where it is measured',
  source: 'clinical reference 9.3',
  basis: 'proposed',
  unit: 'mmHg',
  reads: ['etco2', 'etco2Waveform'],
  policy: {
    advise: 'Over 50, or 10 over baseline: wake the person, check the line.',
    call: 'Over 55: stay with the person and call the prescriber.',
    stop: 'No waveform with the line in place: stop the infusion and look for breathing.',
  },
  says,
  check: ({ etco2, etco2Waveform }, { baseline }) => {
    if (etco2Waveform === 'absent') return { level: 'stop', reading: said('none') }
    if (etco2 === undefined) return null
    const reading = said('read', { etco2 })
    if (etco2 > 55) return { level: 'call', reading }
    return etco2 > 50 || etco2 >= (baseline?.etco2 ?? etco2) + 10 ? { level: 'advise', reading } : null
  },
  examples: [
    [{ now: { etco2: 50 } }, null],
    [{ now: { etco2: 51 } }, 'advise'],
    [{ now: { etco2: 45 }, baseline: { etco2: 35 } }, 'advise'],
    [{ now: { etco2: 44 }, baseline: { etco2: 35 } }, null],
    [{ now: { etco2: 56 } }, 'call'],
    [{ now: { etco2Waveform: 'absent' } }, 'stop'],
  ],
})
