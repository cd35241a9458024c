import { sayDay, sayTime } from './staff-when.ts'

type Last = { value: string; day: string }
type Reading = { how: 'pounds' | 'tenth' | 'tenfold'; kg: string }

const closed = (parts: readonly string[], end = '.') => {
  const [first = '', ...more] = parts
  const text = [first.charAt(0).toUpperCase() + first.slice(1), ...more].join('; ')
  return `${text}${end}`
}

/** The questions that are asked back about values that can be and probably are not. Days are YYYY-MM-DD, instants ISO. */
export const improbableFaults = {
  'weight-unlikely': (p: {
    kg: string
    last?: Last | undefined
    heightCm?: string | undefined
    bodyMass?: string | undefined
    readings: readonly Reading[]
  }) => {
    const parts = [
      ...(p.last ? [`last ${p.last.value} kg on ${sayDay(p.last.day)}`] : []),
      ...(p.bodyMass ? [`at ${p.heightCm} cm that is a body mass index of ${p.bodyMass}`] : []),
      ...p.readings.map(({ how, kg }) => (how === 'pounds' ? `${p.kg} lb would be ${kg} kg` : `was it ${kg} kg?`)),
    ]
    return `${p.kg} kg? ${closed(parts, p.readings.some(isLastAsked) ? '' : '.')}`
  },
  'height-unlikely': (p: {
    cm: string
    last?: string | undefined
    weightKg?: string | undefined
    bodyMass?: string | undefined
  }) =>
    `${p.cm} cm? ${closed([
      ...(p.last ? [`On record ${p.last} cm`] : []),
      ...(p.bodyMass ? [`With ${p.weightKg} kg that is a body mass index of ${p.bodyMass}`] : []),
    ])}`,
  'birth-unlikely': ({ born, years }: { born: string; years: number }) => `Born ${born}? That is ${years} years ago.`,
  'sign-unlikely': ({ sign, value }: { sign: keyof typeof signWords; value: number }) =>
    `${signWords[sign].called} ${value}${signWords[sign].unit}? Check the monitor again.`,
  'pressure-unlikely': ({ systolic, diastolic }: { systolic: number; diastolic: number }) =>
    `${systolic}/${diastolic}? The two numbers are only ${systolic - diastolic} apart.`,
  'call-not-now': ({ start, now, zone }: { start: string; now: string; zone: string }) =>
    `this call is booked for ${sayTime(start, zone, 'public day and time')}. It is ${sayTime(now, zone, 'public day and time')} now. Call all the same?`,
} as const

/** What the signs are called in a question. */
const signWords = {
  systolic: { called: 'Systolic pressure', unit: ' mmHg' },
  diastolic: { called: 'Diastolic pressure', unit: ' mmHg' },
  pulse: { called: 'Pulse', unit: '/min' },
  spo2: { called: 'SpO₂', unit: '%' },
  resp: { called: 'Breaths', unit: '/min' },
} as const

function isLastAsked({ how }: Reading, i: number, all: readonly Reading[]): boolean {
  return i === all.length - 1 && how !== 'pounds'
}
