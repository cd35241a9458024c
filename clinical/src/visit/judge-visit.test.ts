import { expect, test } from 'vitest'
import { foldSession } from './infusion.ts'
import type { EventBody, SessionEvent } from './infusion-events.ts'
import { marksOfVisit } from './judge-visit.ts'

const stamped = (minute: number, body: EventBody): SessionEvent => {
  const at = new Date(Date.parse('2026-11-22T15:00:00Z') + minute * 60_000).toISOString()
  return { ...body, id: `event-${minute}`, at, enteredAt: at, by: 'nurse' }
}
const vitals = (minute: number, systolic: number, diastolic: number) =>
  stamped(minute, { kind: 'vitals', systolic, diastolic, pulse: null, spo2: null, resp: null })

/** Folding decides elsewhere which entries count; here only their charted values matter. */
const visit = (events: SessionEvent[]) => {
  const checkIn = events.find((event) => event.kind === 'checked-in') ?? null
  return marksOfVisit({
    ...foldSession([]),
    entries: events.map((event) => ({ event, earlier: [], isLate: false })),
    checkIn,
  })
}

const checkedIn = stamped(0, {
  kind: 'checked-in',
  identifiers: ['name', 'date of birth'],
  escort: null,
  weightKg: '72',
  vitals: { systolic: 142, diastolic: 88, pulse: 70, spo2: 98, resp: 14 },
})

test('a second high pressure in a visit calls, and each mark names its entry', () => {
  const marks = visit([checkedIn, vitals(20, 182, 96), vitals(25, 184, 98)])
  expect(marks.map(({ eventId, threshold, level }) => [eventId, threshold, level])).toEqual([
    ['event-20', 'systolic', 'advise'],
    ['event-25', 'systolic', 'call'],
  ])
})

test('a rise is measured from the check-in', () => {
  const low = { ...checkedIn, vitals: { systolic: 110, diastolic: 70, pulse: 70, spo2: 98, resp: 14 } } as SessionEvent
  expect(visit([low, vitals(20, 132, 80)]).map(({ level }) => level)).toEqual(['advise'])
  expect(visit([low, vitals(20, 143, 80)]).map(({ level }) => level)).toEqual(['call'])
  expect(visit([vitals(20, 143, 80)])).toEqual([])
})

test('a value that was not measured is not judged, and a deep sedation is', () => {
  const scores = stamped(30, { kind: 'scores', dissociation: null, distress: null, pain: null, sedation: -4 })
  expect(visit([checkedIn, scores]).map(({ threshold, level }) => [threshold, level])).toEqual([['sedation', 'stop']])
})
