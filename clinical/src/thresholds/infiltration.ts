import { defineThreshold } from '../visit/threshold.ts'

export const infiltration = defineThreshold({
  id: 'infiltration',
  title: 'Infiltration at the site',
  source: 'clinical reference 9.3',
  basis: 'proposed',
  unit: '',
  reads: ['infiltration'],
  policy: {
    advise: 'Suspected: look at the site, flush, watch it.',
    stop: 'Confirmed: stop, take the line out, and count what was not given.',
  },
  check: ({ infiltration }) => {
    if (infiltration === 'confirmed') return { level: 'stop', reading: 'Confirmed' }
    return infiltration === 'suspected' ? { level: 'advise', reading: 'Suspected' } : null
  },
  examples: [
    [{ now: { infiltration: 'none' } }, null],
    [{ now: { infiltration: 'suspected' } }, 'advise'],
    [{ now: { infiltration: 'confirmed' } }, 'stop'],
  ],
})
