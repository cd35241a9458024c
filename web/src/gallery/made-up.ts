import type { Course } from '../charts/course.ts'
import type { FanPoint } from '../charts/fan.tsx'
import type { SessionRecord } from '../charts/session-record.ts'

/** When the gallery is drawn, always. */
export const now = '2026-11-23T15:40:00Z'
export const zone = 'America/New_York'
const at = (time: string) => `2026-11-23T${time}:00-05:00`
const times = ['08:30', '08:45', '09:00', '09:15', '09:30', '10:00', '10:30']

/** A visit under way: half given, one value past the policy, one score late. */
export const record: SessionRecord = {
  from: at('08:20'),
  to: at('13:20'),
  now,
  zone,
  drugs: [{ at: at('09:20'), name: 'ondansetron', dose: '4 mg IV' }],
  pressures: times.map((time, i) => ({
    at: at(time),
    systolic: 128 + i * 9,
    diastolic: 78 + i * 2,
    ...(i === 2 && { enteredAt: at('09:25') }),
    isPastPolicy: i === 6,
  })),
  pulses: times.map((time, i) => ({ at: at(time), value: 70 + i * 2 })),
  saturations: times.map((time, i) => ({ at: at(time), value: 98 - (i % 3) })),
  gaps: [{ from: at('09:35'), to: at('09:55'), reason: 'probe off' }],
  rates: [
    { from: at('08:45'), to: at('10:00'), rateMgPerHour: 25 },
    { from: at('10:00'), to: null, rateMgPerHour: 20 },
  ],
  ordered: [{ from: now, to: at('13:00'), rateMgPerHour: 20 }],
  orderedWords: 'as ordered, 100 mg in all',
  scores: [
    { label: 'Dissociation', tone: 'burden', values: [{ at: at('09:15'), value: 3 }] },
    { label: 'Pain', tone: 'pain', values: [{ at: at('09:15'), value: 6 }] },
    { label: 'Sedation, RASS', tone: 'plain', isSigned: true, values: [{ at: at('09:15'), value: -1 }] },
  ],
  due: { pressure: [at('10:45'), at('11:00')], scores: [{ at: at('10:15'), isLate: true }, { at: at('11:15') }] },
  policies: [{ panel: 'pressure', value: 180, words: 'call prescriber from 180, twice', side: 'above' }],
}

/** The same before anything was charted. */
export const blankRecord: SessionRecord = {
  ...{ from: at('08:20'), to: at('10:20'), now: null, zone },
  ...{ pressures: [], pulses: [], saturations: [], rates: [] },
  scores: [{ label: 'Pain', tone: 'pain', values: [] }],
}

/** A fan over so many steps, about a curve. */
export const fanOf = (steps: readonly number[], curve: (at: number) => number): FanPoint[] =>
  steps.map((step) => {
    const middle = curve(step)
    return { at: step, p5: middle * 0.6, p25: middle * 0.8, median: middle, p75: middle * 1.2, p95: middle * 1.5 }
  })

export const course: Course = {
  dayZero: '2026-11-02T14:00:00Z',
  counts: 'first',
  zone,
  firstDay: -8,
  lastDay: 100,
  today: 30,
  infusions: [0, 1, 2, 3, 4],
  scores: [
    { day: -5, score: 7 },
    { day: -2, score: 8 },
    { day: 9, score: 4 },
    { day: 16, score: 3 },
    { day: 28, score: 4 },
  ],
}

export const blankCourse: Course = { ...course, infusions: [], scores: [] }
