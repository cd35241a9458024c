import { withSign } from '../quantity.ts'
import { defineThreshold } from '../visit/threshold.ts'
import { saying } from '../words/saying.ts'

const says = {
  rass: ({ rass }: { rass: number }) => `RASS ${withSign(rass)}`,
} as const
const said = saying(says)

export const sedation = defineThreshold({
  id: 'sedation',
  title: 'Sedation (RASS)',
  source: 'clinical reference 9.3; scale: Sessler et al. Am J Respir Crit Care Med 2002;166:1338–1344',
  basis: 'proposed',
  unit: 'RASS',
  reads: ['sedation'],
  policy: {
    advise: '−2 or +2: stay near and look again within five minutes.',
    call: '−3 or +3: call the prescriber.',
    stop: '−4, −5 or +4: stop the infusion and call the prescriber.',
  },
  says,
  check: ({ sedation }) => {
    if (sedation === undefined) return null
    const reading = said('rass', { rass: sedation })
    const away = Math.abs(sedation)
    if (away >= 4) return { level: 'stop', reading }
    if (away >= 3) return { level: 'call', reading }
    return away >= 2 ? { level: 'advise', reading } : null
  },
  examples: [
    [{ now: { sedation: 0 } }, null],
    [{ now: { sedation: -1 } }, null],
    [{ now: { sedation: 1 } }, null],
    [{ now: { sedation: -2 } }, 'advise'],
    [{ now: { sedation: 2 } }, 'advise'],
    [{ now: { sedation: -3 } }, 'call'],
    [{ now: { sedation: 3 } }, 'call'],
    [{ now: { sedation: -4 } }, 'stop'],
    [{ now: { sedation: -5 } }, 'stop'],
    [{ now: { sedation: 4 } }, 'stop'],
  ],
})
