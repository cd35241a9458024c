import { defineThreshold } from '../threshold.ts'

export const sedation = defineThreshold({
  id: 'sedation',
  title: 'Sedation (RASS)',
  source: 'clinical reference 9.3; scale: Sessler et al. Am J Respir Crit Care Med 2002;166:1338–1344',
  basis: 'proposed',
  unit: 'RASS',
  reads: ['rass'],
  policy: {
    advise: '−2 or +2: stay near and look again within five minutes.',
    call: '−3 or +3: call the prescriber.',
    stop: '−4, −5 or +4: stop the infusion and call the prescriber.',
  },
  check: ({ rass }) => {
    if (rass === undefined) return null
    const reading = `RASS ${rass > 0 ? '+' : ''}${rass}`
    const away = Math.abs(rass)
    if (away >= 4) return { level: 'stop', reading }
    if (away >= 3) return { level: 'call', reading }
    return away >= 2 ? { level: 'advise', reading } : null
  },
  examples: [
    [{ now: { rass: 0 } }, null],
    [{ now: { rass: -1 } }, null],
    [{ now: { rass: 1 } }, null],
    [{ now: { rass: -2 } }, 'advise'],
    [{ now: { rass: 2 } }, 'advise'],
    [{ now: { rass: -3 } }, 'call'],
    [{ now: { rass: 3 } }, 'call'],
    [{ now: { rass: -4 } }, 'stop'],
    [{ now: { rass: -5 } }, 'stop'],
    [{ now: { rass: 4 } }, 'stop'],
  ],
})
