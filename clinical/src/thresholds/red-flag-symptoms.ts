import { defineThreshold, type Symptom, symptoms } from '../visit/threshold.ts'
import { saying } from '../words/saying.ts'

const redFlags: readonly Symptom[] = ['chest-pain', 'neurological-deficit', 'severe-headache', 'visual-loss']

const says = {
  found: ({ flags }: { flags: readonly Symptom[] }) => flags.map((flag) => symptoms[flag]).join(', '),
} as const
const said = saying(says)

export const redFlagSymptoms = defineThreshold({
  id: 'red-flag-symptoms',
  title: 'Red-flag symptoms',
  source: 'clinical reference 9.3',
  basis: 'proposed',
  unit: '',
  reads: ['symptoms'],
  policy: { stop: 'Any of them: stop the infusion and follow the emergency script.' },
  says,
  check: ({ symptoms: charted = [] }) => {
    const flags = charted.filter((symptom) => redFlags.includes(symptom))
    return flags.length > 0 ? { level: 'stop', reading: said('found', { flags }) } : null
  },
  examples: [
    [{ now: { symptoms: [] } }, null],
    [{ now: { symptoms: ['faintness'] } }, null],
    [{ now: { symptoms: ['chest-pain'] } }, 'stop'],
    [{ now: { symptoms: ['visual-loss', 'faintness'] } }, 'stop'],
  ],
})
