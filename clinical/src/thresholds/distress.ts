import { defineThreshold } from '../visit/threshold.ts'
import { saying } from '../words/saying.ts'

const says = {
  stop: 'Asks to stop',
  score: ({ distress }: { distress: number }) => `${distress} of 10`,
} as const
const said = saying(says)

export const distress = defineThreshold({
  id: 'distress',
  title: 'Distress',
  source: 'clinical reference 9.3; our own scale',
  basis: 'proposed',
  unit: '0–10',
  reads: ['distress', 'asksToStop'],
  policy: {
    advise: 'From 5: sit with the person, dim the room, say where they are.',
    call: 'From 7: call the prescriber about slowing down.',
    stop: 'The person asks to stop: stop, at any time, without asking why first.',
  },
  says,
  check: ({ distress, asksToStop }) => {
    if (asksToStop) return { level: 'stop', reading: said('stop') }
    if (distress === undefined) return null
    const reading = said('score', { distress })
    if (distress >= 7) return { level: 'call', reading }
    return distress >= 5 ? { level: 'advise', reading } : null
  },
  examples: [
    [{ now: { distress: 4 } }, null],
    [{ now: { distress: 5 } }, 'advise'],
    [{ now: { distress: 7 } }, 'call'],
    [{ now: { distress: 0, asksToStop: true } }, 'stop'],
  ],
})
