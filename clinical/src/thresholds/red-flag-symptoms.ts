import { defineThreshold, type Symptom, symptoms } from '../visit/threshold.ts'

const redFlags: readonly Symptom[] = ['chest-pain', 'neurological-deficit', 'severe-headache', 'visual-loss']

export const redFlagSymptoms = defineThreshold({
  id: 'red-flag-symptoms',
  title: 'Red-flag symptoms',
  source: 'clinical reference 9.3',
  basis: 'proposed',
  unit: '',
  reads: ['symptoms'],
  policy: { stop: 'Any of them: stop the infusion and follow the emergency script.' },
  check: ({ symptoms: charted = [] }) => {
    const flags = charted.filter((symptom) => redFlags.includes(symptom))
    return flags.length > 0 ? { level: 'stop', reading: flags.map((flag) => symptoms[flag]).join(', ') } : null
  },
  examples: [
    [{ now: { symptoms: [] } }, null],
    [{ now: { symptoms: ['faintness'] } }, null],
    [{ now: { symptoms: ['chest-pain'] } }, 'stop'],
    [{ now: { symptoms: ['visual-loss', 'faintness'] } }, 'stop'],
  ],
})
