import type { Act, AllVitals, Doing, Who } from './acts.ts'
import { type Opening, orderOf } from './opening.ts'

const calm: AllVitals = { systolic: 122, diastolic: 76, pulse: 72, spo2: 98, resp: 14 }
const score: Doing = { do: 'scores', scores: { dissociation: 0, distress: 0, pain: 2, sedation: 0 } }

const by = (who: Who, after: number, doing: Doing): Act => ({ who, after, ...doing })
const nurse = (after: number, doing: Doing) => by('nurse', after, doing)

const toCleared: readonly Act[] = [
  nurse(1, { do: 'answer', key: 'safetyQuestion', value: 'no' }),
  nurse(1, { do: 'check-in', weightKg: 72, vitals: calm, areTwo: true, hasEscort: true }),
  nurse(1, score),
]

const toRunning = (indication: Opening['indication']): Act[] => {
  const { mg, ml, rate } = orderOf[indication]
  const read = { do: 'read', vial: 0, mg, ml, rate } as const
  return [
    nurse(2, read),
    by('second nurse', 1, read),
    nurse(1, { do: 'draw-up' }),
    nurse(2, { do: 'start' }),
    nurse(5, { do: 'vitals', vitals: calm }),
  ]
}

const toStopped: readonly Act[] = [nurse(8, { do: 'stop' }), nurse(1, { do: 'recovering' })]

const toWasted: readonly Act[] = [
  nurse(1, { do: 'read-pump', offMl: 0 }),
  nurse(1, { do: 'read-waste', offMl: 0 }),
  by('second nurse', 1, { do: 'read-waste', offMl: 0 }),
  nurse(1, { do: 'waste' }),
  nurse(20, { do: 'vitals', vitals: calm }),
]

/** The acts that bring a visit as far as a sequence begins, without a hitch. */
export const prefixOf = ({ from, indication }: Opening): readonly Act[] => {
  if (from === 'the door') return []
  if (from === 'cleared') return toCleared
  const running = [...toCleared, ...toRunning(indication)]
  if (from === 'running') return running
  return from === 'stopped' ? [...running, ...toStopped] : [...running, ...toStopped, ...toWasted]
}
