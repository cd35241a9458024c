import { quantity } from '../quantity.ts'
import { defineThreshold, hasSymptoms, held, risenBy } from '../visit/threshold.ts'
import { saying } from '../words/saying.ts'

const says = {
  read: ({ systolic }: { systolic: number }) => quantity(systolic, 'mmHg'),
} as const
const said = saying(says)

export const systolic = defineThreshold({
  id: 'systolic',
  title: 'Systolic blood pressure',
  source: 'clinical reference 9.3; 180 twice and 200 once after one academic esketamine clinic',
  basis: 'proposed',
  unit: 'mmHg',
  reads: ['systolic', 'symptoms'],
  policy: {
    advise: 'From 160, a fifth over baseline, or under 100: measure again within five minutes.',
    call: 'From 180 on two readings at least two minutes apart, three tenths over baseline, or under 90 twice: call the prescriber.',
    stop: 'From 200 once, from 180 with symptoms, under 80, or under 100 with symptoms: pause the infusion and call the prescriber.',
  },
  says,
  check: (now, history) => {
    const { systolic } = now
    if (systolic === undefined) return null
    const reading = said('read', { systolic })
    const isStop = systolic >= 200 || systolic < 80 || (hasSymptoms(now) && (systolic >= 180 || systolic < 100))
    if (isStop) return { level: 'stop', reading }
    const isCall =
      held('systolic', (value) => value >= 180, 2, now, history) ||
      held('systolic', (value) => value < 90, 2, now, history) ||
      risenBy(30, systolic, history.baseline?.systolic)
    if (isCall) return { level: 'call', reading }
    if (systolic >= 180 || systolic < 90) return { level: 'advise', reading, pending: 'call' }
    return systolic >= 160 || systolic < 100 || risenBy(20, systolic, history.baseline?.systolic)
      ? { level: 'advise', reading }
      : null
  },
  examples: [
    [{ now: { systolic: 159 } }, null],
    [{ now: { systolic: 160 } }, 'advise'],
    [{ now: { systolic: 143 }, baseline: { systolic: 120 } }, null],
    [{ now: { systolic: 144 }, baseline: { systolic: 120 } }, 'advise'],
    [{ now: { systolic: 156 }, baseline: { systolic: 120 } }, 'call'],
    [{ now: { systolic: 182 }, baseline: { systolic: 142 } }, 'advise'],
    [{ now: { systolic: 184 }, before: [[5, { systolic: 182 }]], baseline: { systolic: 142 } }, 'call'],
    [{ now: { systolic: 184 }, before: [[1, { systolic: 182 }]] }, 'advise'],
    [
      {
        now: { systolic: 184 },
        before: [
          [3, { systolic: 170 }],
          [8, { systolic: 190 }],
        ],
      },
      'advise',
    ],
    [{ now: { systolic: 180, symptoms: ['severe-headache'] } }, 'stop'],
    [{ now: { systolic: 199 } }, 'advise'],
    [{ now: { systolic: 200 } }, 'stop'],
    [{ now: { systolic: 100 } }, null],
    [{ now: { systolic: 99 } }, 'advise'],
    [{ now: { systolic: 99, symptoms: ['faintness'] } }, 'stop'],
    [{ now: { systolic: 89 }, before: [[3, { systolic: 88 }]] }, 'call'],
    [{ now: { systolic: 80 } }, 'advise'],
    [{ now: { systolic: 79 } }, 'stop'],
  ],
})
