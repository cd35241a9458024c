import { quantity } from '../quantity.ts'
import { defineThreshold, hasSymptoms, held } from '../visit/threshold.ts'
import { saying } from '../words/saying.ts'

const says = {
  read: ({ diastolic }: { diastolic: number }) => quantity(diastolic, 'mmHg'),
} as const
const said = saying(says)

export const diastolic = defineThreshold({
  id: 'diastolic',
  title: 'Diastolic blood pressure',
  source: 'clinical reference 9.3; 110 twice and 120 once after one academic esketamine clinic',
  basis: 'proposed',
  unit: 'mmHg',
  reads: ['diastolic', 'symptoms'],
  policy: {
    advise: 'From 100: measure again within five minutes.',
    call: 'From 110 on two readings at least two minutes apart: call the prescriber.',
    stop: 'From 120 once, or from 110 with symptoms: pause the infusion and call the prescriber.',
  },
  says,
  check: (now, history) => {
    const { diastolic } = now
    if (diastolic === undefined) return null
    const reading = said('read', { diastolic })
    if (diastolic >= 120 || (diastolic >= 110 && hasSymptoms(now))) return { level: 'stop', reading }
    if (held('diastolic', (value) => value >= 110, 2, now, history)) return { level: 'call', reading }
    if (diastolic >= 110) return { level: 'advise', reading, pending: 'call' }
    return diastolic >= 100 ? { level: 'advise', reading } : null
  },
  examples: [
    [{ now: { diastolic: 99 } }, null],
    [{ now: { diastolic: 100 } }, 'advise'],
    [{ now: { diastolic: 110 } }, 'advise'],
    [{ now: { diastolic: 110 }, before: [[5, { diastolic: 110 }]] }, 'call'],
    [{ now: { diastolic: 110 }, before: [[5, { diastolic: 109 }]] }, 'advise'],
    [{ now: { diastolic: 110, symptoms: ['chest-pain'] } }, 'stop'],
    [{ now: { diastolic: 120 } }, 'stop'],
  ],
})
