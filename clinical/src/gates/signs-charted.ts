import { quantity } from '../quantity.ts'
import { defineVisitGate, met, unknown } from '../visit/gate.ts'
import { latestReadings } from '../visit/infusion-latest.ts'
import { saying } from '../words/saying.ts'

const asked = ['systolic', 'diastolic', 'pulse', 'spo2'] as const
const vitals = (spo2: number | null) => ({ kind: 'vitals', systolic: 120, diastolic: 75, pulse: 70, spo2, resp: 14 }) as const

const says = {
  chart: 'pressure, pulse and SpO₂ are charted',
  charted: ({ systolic, diastolic, pulse, spo2 }: Record<(typeof asked)[number], number | undefined>) =>
    `${systolic}/${diastolic}, pulse ${pulse}, SpO₂ ${spo2} %`,
  'after-end': 'they are charted again, after the end',
  again: ({ minutes }: { minutes: number }) => `they are charted again: a set is good for ${quantity(minutes, 'min')}`,
} as const
const said = saying(says)

export const signsCharted = defineVisitGate({
  id: 'signs-charted',
  title: 'Vital signs, charted',
  asks: 'Pressure, pulse and SpO₂, each as fresh as a pressure must be; after the end, taken after it',
  source: 'our proposal; how long a pressure holds is the clinic’s policy',
  basis: 'proposed',
  overridable: true,
  says,
  check: ({ visit, policy }, asOf) => {
    const latest = latestReadings(visit, asOf)
    const readings = asked.map((sign) => latest[sign])
    const missing = readings.some((reading) => reading === null)
    const oldest = readings.reduce((old, next) => (old && next && old.ageMinutes >= next.ageMinutes ? old : next), readings[0])
    if (missing || !oldest) return unknown(said('chart'), 'vitals')
    const seen = {
      value: said('charted', {
        systolic: latest.systolic?.value,
        diastolic: latest.diastolic?.value,
        pulse: latest.pulse?.value,
        spo2: latest.spo2?.value,
      }),
      at: oldest.at,
      by: oldest.by,
    }
    if (visit.stoppedAt !== null && Date.parse(oldest.at) < Date.parse(visit.stoppedAt))
      return unknown(said('after-end'), 'vitals', seen)
    const holds = policy.signMinutes.pressure
    return oldest.ageMinutes > holds ? unknown(said('again', { minutes: holds }), 'vitals', seen) : met(seen)
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
