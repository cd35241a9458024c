import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClockStamp } from './clock-stamp.ts'
import { foldSession, mayAppend } from './infusion.ts'
import type { EventBody, SessionEvent } from './infusion-events.ts'
import { carryOn, type KeptVisit, keepVisit, mayAppendTo } from './kept-visit.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 9) + minutes * 60_000).toISOString()
const vitals = { systolic: 122, diastolic: 74, pulse: 70, spo2: 98, resp: 14 }
const drawn: EventBody = {
  kind: 'drawn-up',
  vials: [{ vialId: 'v1', ml: '2' }],
  infusateMg: '100',
  syringeMl: '2',
  finalMl: '100',
  witness: 'wren',
}
const bodies: readonly EventBody[] = [
  { kind: 'booked' },
  { kind: 'arrived' },
  { kind: 'checked-in', identifiers: ['name', 'birth date'], escort: null, weightKg: '72', vitals },
  drawn,
  { ...drawn, checked: { by: ['heron', 'wren'], readings: ['a', 'b'], rateMlPerHour: '25' } },
  { kind: 'second-check', syringeMl: '2', rateMlPerHour: '25' },
  { kind: 'started', rateMlPerHour: '25', vtbiMl: '100' },
  { kind: 'rate-changed', rateMlPerHour: '30', reason: 'asked' },
  { kind: 'pump-found', rateMlPerHour: '200', note: 'found' },
  { kind: 'paused', reason: 'asked' },
  { kind: 'resumed', rateMlPerHour: '20' },
  { kind: 'vitals', ...vitals },
  { kind: 'note', text: 'resting' },
  { kind: 'no-adverse-effects' },
  { kind: 'stopped', reason: 'done' },
  { kind: 'pump-read', totalMl: '40', reason: null },
  { kind: 'wasted', of: 'bag', mg: '60', ml: '60', witness: 'wren' } as EventBody,
  { kind: 'recovering' },
  { kind: 'discharged' },
  { kind: 'left' },
  { kind: 'cancelled', reason: 'no' },
  { kind: 'amended' } as EventBody,
  { kind: 'sent-back', reason: 'no' },
]

const clockAt = (boot: string, minute: number, skew: number): ClockStamp => ({
  boot,
  ms: minute * 60_000,
  wall: at(minute + skew),
  database: at(minute),
  looked: at(minute),
  correctionMs: 0,
  isOwn: false,
  watched: at(0),
  isSure: skew === 0,
})

/** Logs in any order of entry: late entries, corrections, strikes, corrections of nothing, ids that are there already. */
const logs = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.record({
        // Most follow the way of a visit, so that logs come to its end too.
        body: fc.option(fc.constantFrom(...bodies), { freq: 2 }),
        minutes: fc.integer({ min: -30, max: 60 }),
        step: fc.boolean().chain((one) => (one ? fc.constant(true) : fc.boolean())),
        amends: fc.option(fc.nat({ max: 40 }), { freq: 5 }),
        id: fc.option(fc.nat({ max: 40 }), { freq: 30 }),
        by: fc.constantFrom('heron', 'wren'),
        boot: fc.option(fc.constantFrom('one', 'two')),
        skew: fc.constantFrom(0, 0, -30, 30),
      }),
      { minLength: 1, maxLength: 40 },
    ),
  )
  .map(([counted, drawn]) =>
    drawn.map(({ body, minutes, step, amends, id, by, boot, skew }, i): SessionEvent => {
      const happened = step ? i : minutes
      const own = `e${String(id ?? i).padStart(4, '0')}`
      const corrects = amends !== null && { amends: { eventId: `e${String(amends).padStart(4, '0')}`, reason: 'slip' } }
      const said = body ?? bodies[i % bodies.length] ?? { kind: 'booked' }
      return {
        ...said,
        id: own,
        at: at(happened),
        enteredAt: at(Math.max(i, happened)),
        by,
        ...corrects,
        ...(counted && { seq: i + 1 }),
        ...(boot && { clock: clockAt(boot, i, skew) }),
      }
    }),
  )

const carried = (events: readonly SessionEvent[]): KeptVisit => events.reduce(carryOn, keepVisit([]))

describe('a visit that is kept', () => {
  test('says after every event what folding the whole log anew says', () => {
    fc.assert(
      fc.property(logs, (events) => {
        events.reduce((kept, event, i) => {
          const next = carryOn(kept, event)
          expect(next.folded).toEqual(foldSession(events.slice(0, i + 1)))
          return next
        }, keepVisit([]))
      }),
      { numRuns: 300 },
    )
  })

  test('refuses what the whole log would refuse, with the same code', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: -30, max: 90 }), (events, now) => {
        events.reduce((kept, event) => {
          expect(mayAppendTo(kept, event, at(now))).toBe(mayAppend(kept.events, event, at(now)))
          return carryOn(kept, event)
        }, keepVisit([]))
      }),
      { numRuns: 300 },
    )
  })

  test('is never changed by going on from it: two who go on from one hold two visits', () => {
    const kept = carried(
      bodies.slice(0, 4).map((body, i) => ({ ...body, id: `e${i}`, at: at(i), enteredAt: at(i), by: 'heron' })),
    )
    const before = structuredClone(kept)
    carryOn(kept, { kind: 'note', text: 'one', id: 'n1', at: at(9), enteredAt: at(9), by: 'heron' })
    carryOn(kept, { kind: 'note', text: 'two', id: 'n2', at: at(9), enteredAt: at(9), by: 'wren' })
    expect(kept).toEqual(before)
  })

  test('looks at nothing but the newest entry for what is only seen or said', () => {
    const note = (i: number): SessionEvent => ({
      kind: 'note',
      text: 'resting',
      id: `n${String(i).padStart(4, '0')}`,
      at: at(i),
      enteredAt: at(i),
      by: 'heron',
    })
    const kept = carried(Array.from({ length: 500 }, (_, i) => note(i)))
    const read = new Set<string>()
    const watched = {
      ...kept,
      folded: {
        ...kept.folded,
        entries: kept.folded.entries.map(
          (entry) =>
            new Proxy(entry, {
              get: (target, key) => {
                read.add(String(key))
                return Reflect.get(target, key)
              },
            }),
        ),
      },
    }
    carryOn(watched, note(600))
    expect([...read]).toEqual([])
  })
})
