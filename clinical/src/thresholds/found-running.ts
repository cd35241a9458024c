import { defineThreshold } from '../visit/threshold.ts'
import { saying } from '../words/saying.ts'

const says = {
  found: 'found running',
} as const
const said = saying(says)

export const foundRunning = defineThreshold({
  id: 'found-running',
  title: 'Pump running before a start',
  source: 'clinical reference 9.5, steps 12 to 15: checked by two, then started',
  basis: 'proposed',
  unit: '',
  reads: ['foundRunning'],
  policy: { stop: 'The pump was found running without a start: pause it, check the start criteria, and call the prescriber.' },
  says,
  check: ({ foundRunning }) => (foundRunning ? { level: 'stop', reading: said('found') } : null),
  examples: [
    [{ now: { foundRunning: true } }, 'stop'],
    [{ now: { foundRunning: false } }, null],
  ],
})
