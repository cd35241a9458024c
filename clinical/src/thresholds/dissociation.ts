import { defineThreshold } from '../visit/threshold.ts'
import { saying } from '../words/saying.ts'

const says = {
  unreassured: 'Cannot be reassured',
  score: ({ dissociation }: { dissociation: number }) => `${dissociation} of 10`,
} as const
const said = saying(says)

export const dissociation = defineThreshold({
  id: 'dissociation',
  title: 'Dissociation',
  source: 'clinical reference 9.3; our own scale',
  basis: 'proposed',
  unit: '0–10',
  reads: ['dissociation', 'distress', 'canBeReassured'],
  policy: {
    advise: 'From 7: stay in sight and speak to the person.',
    call: 'From 7 with distress from 5: call the prescriber.',
    stop: 'The person cannot be reassured: stop the infusion and call the prescriber.',
  },
  says,
  check: ({ dissociation, distress, canBeReassured }) => {
    if (canBeReassured === false) return { level: 'stop', reading: said('unreassured') }
    if (dissociation === undefined || dissociation < 7) return null
    const reading = said('score', { dissociation })
    return distress !== undefined && distress >= 5 ? { level: 'call', reading } : { level: 'advise', reading }
  },
  examples: [
    [{ now: { dissociation: 6, distress: 5 } }, null],
    [{ now: { dissociation: 7 } }, 'advise'],
    [{ now: { dissociation: 7, distress: 4 } }, 'advise'],
    [{ now: { dissociation: 7, distress: 5 } }, 'call'],
    [{ now: { canBeReassured: false } }, 'stop'],
  ],
})
