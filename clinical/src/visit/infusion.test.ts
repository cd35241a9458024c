import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Exact } from '../exact.ts'
import { foldedAt, foldSession, mayAppend } from './infusion.ts'
import { amountsAt, book, expectedEnd, ratesShown, regimenGiven } from './infusion-amounts.ts'
import { type EventBody, eventBody, type SessionEvent } from './infusion-events.ts'
import { latestReadings } from './infusion-latest.ts'
import { may } from './visit-rules.ts'
import { sessionStates } from './visit-states.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 9) + minutes * 60_000).toISOString()
let serial = 0
const event = (minutes: number, body: EventBody, more: Partial<SessionEvent> = {}): SessionEvent =>
  ({
    id: `e${String(++serial).padStart(4, '0')}`,
    at: at(minutes),
    enteredAt: at(minutes),
    by: 'heron',
    ...body,
    ...more,
  }) as SessionEvent

const vitals = { systolic: 122, diastolic: 74, pulse: 70, spo2: 98, resp: 14 }
const drawn: EventBody = {
  kind: 'drawn-up',
  vials: [{ vialId: 'v1', ml: '2' }],
  infusateMg: '100',
  syringeMl: '2',
  finalMl: '100',
  witness: 'wren',
}
const start: EventBody = { kind: 'started', rateMlPerHour: '25', vtbiMl: '100' }
const check: EventBody = { kind: 'second-check', syringeMl: '2.00', rateMlPerHour: '25' }

const cleared = () => [
  event(-60, { kind: 'booked' }),
  event(-30, { kind: 'arrived' }),
  event(-20, {
    kind: 'checked-in',
    identifiers: ['name', 'birth date'],
    escort: { name: 'Ivy', phone: '555' },
    weightKg: '72',
    vitals,
  }),
]
const checked = () => [...cleared(), event(-10, drawn), event(-5, check), event(-4, check, { by: 'wren' })]
const running = () => [...checked(), event(0, start)]
const stopped = (minutes: number) => [...running(), event(minutes, { kind: 'stopped', reason: 'dose complete' })]

describe('the way of a visit', () => {
  test('goes booked, arrived, cleared, drawn up, checked, running, stopped, recovering, left', () => {
    const rest = [event(245, { kind: 'recovering' }), event(300, { kind: 'discharged' }), event(305, { kind: 'left' })]
    const events = [...stopped(240), ...rest]
    const seen = events.map((_, i) => foldSession(events.slice(0, i + 1)).state)
    expect([...new Set(seen)]).toEqual(sessionStates.filter((s) => s !== 'paused' && s !== 'cancelled'))
    expect(foldSession(events).conflicts).toEqual([])
  })

  test('does not start before two people have read the same syringe and the same rate', () => {
    const up = [...cleared(), event(-10, drawn)]
    const code = (events: SessionEvent[]) => may(foldSession(events), 'started')
    expect(code(up)).toBe('draw-up-not-witnessed')
    expect(code([...up, event(-5, check), event(-4, check)])).toBe('draw-up-not-witnessed')
    const other = event(-4, { ...check, rateMlPerHour: '2.5' }, { by: 'wren' })
    expect(foldSession([...up, event(-5, check), other])).toMatchObject({ state: 'drawn up', check: { kind: 'differ' } })
    expect(
      foldSession([...up, event(-5, { ...check, syringeMl: '0.2' }), event(-4, { ...check, syringeMl: '0.2' }, { by: 'wren' })])
        .state,
    ).toBe('drawn up')
    expect(code([...up, event(-5, check), other, event(-3, check, { by: 'wren' })])).toBeNull()
  })

  test('a new draw-up needs its own check', () => {
    expect(foldSession([...checked(), event(-2, drawn)])).toMatchObject({ state: 'drawn up', check: { kind: 'none' } })
  })

  test('starts once', () => {
    expect(may(foldSession(running()), 'started')).toBe('session-already-started')
    expect(may(foldSession(stopped(10)), 'started')).toBe('session-already-started')
    expect(may(foldSession(cleared().slice(0, 1)), 'started')).toBe('wrong-state')
  })

  test('nobody is discharged while drug is unaccounted for, and nobody leaves before discharge', () => {
    const early = [...stopped(120), event(121, { kind: 'recovering' })]
    expect(may(foldSession(early), 'discharged')).toBe('book-open')
    expect(may(foldSession(early), 'left')).toBe('discharge-open')
    const wasted = [...early, event(125, { kind: 'wasted', mg: '50', witness: 'wren' })]
    expect(may(foldSession(wasted), 'discharged')).toBeNull()
  })

  test('a visit called off after the draw-up keeps its book open until the syringe is wasted', () => {
    const off = [...checked(), event(-1, { kind: 'cancelled', reason: 'fever' })]
    expect(foldSession(off)).toMatchObject({ state: 'cancelled', isBookClosed: false })
    expect(foldSession([...off, event(1, { kind: 'wasted', mg: '100', witness: 'wren' })]).isBookClosed).toBe(true)
  })
})

describe('the order of entry does not matter', () => {
  test('any shuffle of the same events is the same visit', () => {
    const events = [
      ...running(),
      event(30, { kind: 'rate-changed', rateMlPerHour: '20', reason: 'dizzy' }),
      event(45, { kind: 'paused', reason: 'pressure' }),
      event(50, { kind: 'resumed', rateMlPerHour: '20' }),
      event(50, { kind: 'vitals', ...vitals }),
    ]
    const late = events.at(-4)
    const amended = late
      ? [
          event(
            31,
            { kind: 'rate-changed', rateMlPerHour: '22', reason: 'dizzy' },
            { amends: { eventId: late.id, reason: 'misread' } },
          ),
        ]
      : []
    const all = [...events, ...amended]
    const whole = foldSession(all)
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(foldSession(shuffled)).toEqual(whole)
      }),
    )
    expect(whole.segments.map(({ rateMlPerHour }) => rateMlPerHour)).toEqual(['25', '22', '20'])
  })

  test('an amendment replaces the value and the old one stays readable', () => {
    const wrong = event(5, { kind: 'vitals', ...vitals, systolic: 221 })
    const right = event(
      5,
      { kind: 'vitals', ...vitals, systolic: 121 },
      { amends: { eventId: wrong.id, reason: 'digits swapped' }, enteredAt: at(7) },
    )
    const again = event(
      5,
      { kind: 'vitals', ...vitals, systolic: 122 },
      { amends: { eventId: right.id, reason: 'misheard' }, enteredAt: at(8) },
    )
    const session = foldSession([...running(), again, right, wrong])
    expect(latestReadings(session, at(10)).systolic).toMatchObject({ value: 122, ageMinutes: 5 })
    const entry = session.entries.find(({ event }) => event.id === again.id)
    expect(entry?.earlier.map(({ id }) => id)).toEqual([wrong.id, right.id])
  })

  test('a struck entry has no effect and stays readable', () => {
    const wrong = event(5, { kind: 'vitals', ...vitals, spo2: 70 })
    const strike = event(6, { kind: 'amended' }, { amends: { eventId: wrong.id, reason: 'other patient' } })
    const session = foldSession([...running(), wrong, strike])
    expect(latestReadings(session, at(10)).spo2?.value).toBe(98)
    expect(session.struck).toContainEqual(wrong)
  })

  test('an amendment of nothing, of another kind or of itself is a conflict and changes nothing', () => {
    const lost = event(5, { kind: 'note', text: 'x' }, { amends: { eventId: 'gone', reason: 'r' } })
    const other = event(5, { kind: 'note', text: 'x' }, { amends: { eventId: cleared()[0]?.id ?? '', reason: 'r' } })
    const self = event(5, { kind: 'note', text: 'x' }, { id: 'me', amends: { eventId: 'me', reason: 'r' } })
    expect(foldSession([...running(), lost, other, self]).conflicts.map(({ code }) => code)).toEqual([
      'not-found',
      'not-found',
      'not-found',
    ])
  })

  test('what was written down long after it happened is marked late', () => {
    const onTime = event(5, { kind: 'note', text: 'a' }, { enteredAt: at(9) })
    const late = event(5, { kind: 'note', text: 'b' }, { enteredAt: at(11) })
    const marks = foldSession([...running(), onTime, late]).entries.filter(({ event }) => event.kind === 'note')
    expect(marks.map(({ isLate }) => isLate)).toEqual([false, true])
  })
})

describe('entries are judged where they happened', () => {
  test('a late pause may be put between start and stop, and not before the start', () => {
    const events = stopped(60)
    expect(mayAppend(events, event(30, { kind: 'note', text: 'x' }), at(70))).toBeNull()
    expect(mayAppend(running(), event(-2, { kind: 'paused', reason: 'x' }), at(10))).toBe('time-not-possible')
    expect(mayAppend(running(), event(5, { kind: 'paused', reason: 'x' }), at(10))).toBeNull()
  })

  test('nothing happens in the future, and nothing may undo what later depended on it', () => {
    expect(mayAppend(running(), event(13, { kind: 'vitals', ...vitals }), at(10))).toBe('time-not-possible')
    const events = running()
    const begun = events.at(-1)?.id ?? ''
    const later = [...events, event(20, { kind: 'rate-changed', rateMlPerHour: '20', reason: 'x' })]
    const strike = event(25, { kind: 'amended' }, { amends: { eventId: begun, reason: 'x' } })
    expect(mayAppend(later, strike, at(30))).toBe('time-not-possible')
    expect(mayAppend(events, strike, at(30))).toBeNull()
  })

  test('a second start is named as such', () => {
    expect(mayAppend(running(), event(5, start), at(5))).toBe('session-already-started')
  })
})

describe('what went in', () => {
  test('25 mL/h of 1 mg/mL gives 44.17 mg in 106 minutes and ends after four hours', () => {
    const session = foldSession(running())
    expect(amountsAt(session, at(106))).toEqual({
      givenMg: '44.17',
      infusedMl: '44.17',
      remainingMl: '55.83',
      remainingMg: '55.83',
    })
    expect(expectedEnd(session, at(106))).toBe(at(240))
  })

  test('a pause stops the sum and moves the end', () => {
    const events = [...running(), event(60, { kind: 'paused', reason: 'x' }), event(90, { kind: 'resumed', rateMlPerHour: '20' })]
    const session = foldSession(events)
    expect([60, 75, 90, 120].map((m) => amountsAt(session, at(m))?.givenMg)).toEqual(['25', '25', '25', '35'])
    expect(foldedAt(events, at(75))).toMatchObject({ state: 'paused', rateMlPerHour: '0' })
    expect(expectedEnd(foldedAt(events, at(75)), at(75))).toBeNull()
    expect(expectedEnd(session, at(90))).toBe(at(90 + 225))
    expect(ratesShown(session).map(({ rateMgPerHour }) => rateMgPerHour)).toEqual(['25', '20'])
    expect(regimenGiven(session, at(120))).toEqual([
      { mg: 25, from: 0, minutes: 60 },
      { mg: 10, from: 90, minutes: 30 },
    ])
  })

  test('the pump stops by itself at the volume to be infused', () => {
    const session = foldSession([...checked(), event(0, { ...start, rateMlPerHour: '19.2', vtbiMl: '77' })])
    expect(amountsAt(session, at(600))).toEqual({ givenMg: '77', infusedMl: '77', remainingMl: '23', remainingMg: '23' })
    expect(regimenGiven(session, at(600)).map(({ mg, minutes }) => [mg, minutes])).toEqual([[77, 240.625]])
    const slowed = foldSession([
      ...checked(),
      event(0, { ...start, vtbiMl: '30' }),
      event(60, { kind: 'rate-changed', rateMlPerHour: '20', reason: 'x' }),
    ])
    expect(regimenGiven(slowed, at(600)).map(({ mg }) => mg)).toEqual([25, 5])
  })

  test('given, wasted and open are always exactly what was drawn up', () => {
    const minutes = fc.integer({ min: 1, max: 400 })
    const rate = fc.integer({ min: 1, max: 999 }).map((tenths) => (tenths / 10).toFixed(1))
    fc.assert(
      fc.property(minutes, minutes, rate, (first, second, rateMlPerHour) => {
        const change = event(first, { kind: 'rate-changed', rateMlPerHour, reason: 'x' })
        const end = event(first + second, { kind: 'stopped', reason: 'x' })
        const open = foldSession([...running(), change, end])
        const { openMg } = book(open, at(1000))
        const waste = event(900, { kind: 'wasted', mg: openMg, witness: 'wren' })
        const closed = foldSession([...running(), change, end, waste])
        const sums = book(closed, at(1000))
        expect(new Exact(sums.givenMg).plus(sums.wastedMg).eq('100')).toBe(true)
        expect([sums.isClosed, closed.isBookClosed]).toEqual([true, true])
      }),
    )
  })
})

test('what must be said about each entry is checked before it is kept', () => {
  expect(eventBody.safeParse(drawn).success).toBe(true)
  expect(eventBody.safeParse({ ...start, rateMlPerHour: '0.0' }).success).toBe(false)
  expect(eventBody.safeParse({ ...start, rateMlPerHour: '1e3' }).success).toBe(false)
  expect(eventBody.safeParse({ kind: 'scores', dissociation: 11, distress: null, pain: null, sedation: null }).success).toBe(
    false,
  )
})
