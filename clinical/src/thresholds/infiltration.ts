import { defineThreshold } from '../visit/threshold.ts'
import { saying } from '../words/saying.ts'

const says = {
  confirmed: 'Confirmed',
  suspected: 'Suspected',
} as const
const said = saying(says)

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
  says,
  check: ({ infiltration }) => {
    if (infiltration === 'confirmed') return { level: 'stop', reading: said('confirmed') }
    return infiltration === 'suspected' ? { level: 'advise', reading: said('suspected') } : null
  },
  examples: [
    [{ now: { infiltration: 'none' } }, null],
    [{ now: { infiltration: 'suspected' } }, 'advise'],
    [{ now: { infiltration: 'confirmed' } }, 'stop'],
  ],
})
