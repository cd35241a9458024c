import { defineThreshold } from '../visit/threshold.ts'
import { saying } from '../words/saying.ts'

const says = {
  aspiration: 'Possible aspiration',
  vomited: ({ times }: { times: number }) => `Vomited ${times} times`,
  score: ({ nausea }: { nausea: number }) => `${nausea} of 10`,
} as const
const said = saying(says)

export const nausea = defineThreshold({
  id: 'nausea',
  title: 'Nausea and vomiting',
  source: 'clinical reference 9.3',
  basis: 'proposed',
  unit: '0–10',
  reads: ['nausea', 'vomitedTimes', 'aspirationConcern'],
  policy: {
    advise: 'From 4: offer what the order lists against nausea; head up.',
    call: 'Vomited twice: call the prescriber.',
    stop: 'Something may have gone into the lungs: stop the infusion, turn the person, call the prescriber.',
  },
  says,
  check: ({ nausea, vomitedTimes, aspirationConcern }) => {
    if (aspirationConcern) return { level: 'stop', reading: said('aspiration') }
    if (vomitedTimes !== undefined && vomitedTimes >= 2)
      return { level: 'call', reading: said('vomited', { times: vomitedTimes }) }
    return nausea !== undefined && nausea >= 4 ? { level: 'advise', reading: said('score', { nausea }) } : null
  },
  examples: [
    [{ now: { nausea: 3, vomitedTimes: 1 } }, null],
    [{ now: { nausea: 4 } }, 'advise'],
    [{ now: { vomitedTimes: 2 } }, 'call'],
    [{ now: { nausea: 2, aspirationConcern: true } }, 'stop'],
  ],
})
