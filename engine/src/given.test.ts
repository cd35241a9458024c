import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EngineFault } from './fault.ts'
import { givenBy, type LogEntry } from './given.ts'
import { totalMg } from './regimen.ts'

const session: LogEntry[] = [
  { event: 'start', at: 0, mgPerMin: 1 },
  { event: 'bolus', at: 5, mg: 7 },
  { event: 'rate', at: 10, mgPerMin: 0.5 },
  { event: 'pause', at: 20 },
  { event: 'resume', at: 25, mgPerMin: 0.8 },
  { event: 'stop', at: 45 },
]

describe('what was really given', () => {
  test('is every stretch at its own rate, and every bolus', () => {
    const given = givenBy(session)
    expect(given).toEqual([
      { mg: 7, from: 5, minutes: 0 },
      { mg: 10, from: 0, minutes: 10 },
      { mg: 5, from: 10, minutes: 10 },
      { mg: 16, from: 25, minutes: 20 },
    ])
    expect(totalMg(given)).toBe(38)
  })

  test('of a pump that still runs is given up to now', () => {
    expect(totalMg(givenBy(session.slice(0, 3), 12))).toBeCloseTo(18, 12)
    expect(totalMg(givenBy(session.slice(0, 4)))).toBe(22)
  })

  test('grows with time and never by more than the highest rate', () => {
    const rate = fc.double({ min: 0, max: 5, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(rate, fc.double({ min: 0.1, max: 30, noNaN: true })), { minLength: 1, maxLength: 8 }),
        (steps) => {
          let at = 0
          const log = steps.map(([mgPerMin, minutes], i): LogEntry => {
            const entry = { event: i === 0 ? ('start' as const) : ('rate' as const), at, mgPerMin }
            at += minutes
            return entry
          })
          const [now, later] = [totalMg(givenBy(log, at)), totalMg(givenBy(log, at + 10))]
          expect(later).toBeGreaterThanOrEqual(now)
          expect(later - now).toBeLessThanOrEqual(10 * Math.max(...steps.map(([rateOf]) => rateOf)) + 1e-9)
        },
      ),
    )
  })

  test.each<[string, unknown, number | undefined, string[]]>([
    ['entries out of order', [session[0], session[3], { event: 'stop', at: 2 }], undefined, ['log[2].at']],
    ['a rate before the start', [session[2]], undefined, ['log[0].event']],
    ['two starts', [session[0], session[0]], 5, ['log[1].event']],
    ['a pump that was never stopped', [session[0]], undefined, ['until']],
    ['a time before the last entry', [session[0], session[2]], 3, ['until']],
    [
      'amounts that are none',
      [
        { event: 'bolus', at: 0, mg: Number.NaN },
        { event: 'start', at: 0, mgPerMin: -1 },
      ],
      1,
      ['log[0].mg', 'log[1].mgPerMin'],
    ],
    ['words nobody knows', [{ event: 'cheer', at: 0 }, null], undefined, ['log[0].event', 'log[1].at', 'log[1].event']],
    ['no list', 'start', undefined, ['log']],
  ])('is refused for %s', (_, log, until, expected) => {
    try {
      givenBy(log as LogEntry[], until)
      expect.unreachable()
    } catch (error) {
      expect(error instanceof EngineFault && error.faults.map(({ input }) => input)).toEqual(expected)
    }
  })
})
