import { quantity } from '../quantity.ts'
import { defineVisitGate, met, unknown } from '../visit/gate.ts'
import { latestReadings } from '../visit/infusion-latest.ts'

const asked = ['systolic', 'diastolic', 'pulse', 'spo2'] as const
const vitals = (spo2: number | null) => ({ kind: 'vitals', systolic: 120, diastolic: 75, pulse: 70, spo2, resp: 14 }) as const

export const signsCharted = defineVisitGate({
  id: 'signs-charted',
  title: 'Vital signs, charted',
  asks: 'Pressure, pulse and SpO₂, each as fresh as a pressure must be; after the end, taken after it',
  source: 'our proposal; how long a pressure holds is the clinic’s policy',
  basis: 'proposed',
  overridable: true,
  check: ({ visit, policy }, asOf) => {
    const latest = latestReadings(visit, asOf)
    const readings = asked.map((sign) => latest[sign])
    const missing = readings.some((reading) => reading === null)
    const oldest = readings.reduce((old, next) => (old && next && old.ageMinutes >= next.ageMinutes ? old : next), readings[0])
    if (missing || !oldest) return unknown('pressure, pulse and SpO₂ are charted', 'vitals')
    const seen = {
      value: `${latest.systolic?.value}/${latest.diastolic?.value}, pulse ${latest.pulse?.value}, SpO₂ ${latest.spo2?.value} %`,
      at: oldest.at,
      by: oldest.by,
    }
    if (visit.stoppedAt !== null && Date.parse(oldest.at) < Date.parse(visit.stoppedAt))
      return unknown('they are charted again, after the end', 'vitals', seen)
    const holds = policy.signMinutes.pressure
    return oldest.ageMinutes > holds
      ? unknown(`they are charted again: a set is good for ${quantity(holds, 'min')}`, 'vitals', seen)
      : met(seen)
  },
  examples: [
    [{}, 'met'],
    [{ without: ['vitals', 'checked-in'] }, 'unknown'],
    [{ without: ['vitals', 'checked-in'], log: [[2, vitals(null)]] }, 'unknown'],
    [{ without: ['vitals', 'checked-in'], log: [[61, vitals(98)]] }, 'unknown'],
    [{ act: 'discharge' }, 'unknown'],
    [{ act: 'discharge', log: [[5, vitals(98)]] }, 'met'],
  ],
})
