import { describe, expect, test } from 'vitest'
import { checksDue, type DuePolicy } from './due.ts'
import { foldSession } from './infusion.ts'
import type { EventBody, SessionEvent } from './infusion-events.ts'

const policy: DuePolicy = {
  checks: { afterStart: [5, 10, 15], afterRateChange: [5, 10, 15], thenEvery: 15, recoveryEvery: 15 },
  scoresEvery: 30,
  secondPersonWithin: 5,
  leastStayMinutes: 30,
}
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 9) + minutes * 60_000).toISOString()
let serial = 0
const event = (minutes: number, body: EventBody, by = 'heron'): SessionEvent => ({
  id: `e${++serial}`,
  at: at(minutes),
  enteredAt: at(minutes),
  by,
  ...body,
})
const signs = { systolic: 122, diastolic: 74, pulse: 70, spo2: 98, resp: null }
const vitals = (...minutes: number[]) => minutes.map((minute) => event(minute, { kind: 'vitals', ...signs }))
const check: EventBody = { kind: 'second-check', syringeMl: '2', rateMlPerHour: '25' }
const drawnUp = () => [
  event(-30, { kind: 'arrived' }),
  event(-20, { kind: 'checked-in', identifiers: ['a', 'b'], escort: null, weightKg: '72', vitals: signs }),
  event(-10, {
    kind: 'drawn-up',
    vials: [{ vialId: 'v', ml: '2' }],
    infusateMg: '100',
    syringeMl: '2',
    finalMl: '100',
    witness: 'wren',
  }),
]
const running = () => [
  ...drawnUp(),
  event(-6, check),
  event(-5, check, 'wren'),
  event(0, { kind: 'started', rateMlPerHour: '25', vtbiMl: '100' }),
]
const due = (events: SessionEvent[], minute: number, what: string) =>
  checksDue(foldSession(events), policy, at(minute)).find((d) => d.what === what)

describe('checks that are due', () => {
  test('vital signs are due 5, 10 and 15 minutes after the start, then every 15', () => {
    const next = (...taken: number[]) => due([...running(), ...vitals(...taken)], taken.at(-1) ?? 0, 'vitals')?.dueAt
    expect([next(), next(5), next(5, 10), next(5, 10, 15), next(5, 10, 15, 31)]).toEqual([5, 10, 15, 30, 46].map(at))
  })

  test('a reading a minute early counts, two minutes early does not', () => {
    expect(due([...running(), ...vitals(3.75)], 4, 'vitals')?.dueAt).toBe(at(10))
    expect(due([...running(), ...vitals(3)], 4, 'vitals')?.dueAt).toBe(at(5))
  })

  test('a change of rate asks again after 5 minutes and never later than the steady interval', () => {
    const change = (minute: number) => event(minute, { kind: 'rate-changed', rateMlPerHour: '20', reason: 'x' })
    const events = [...running(), ...vitals(5, 10, 15, 30)]
    expect(due([...events, change(33)], 33, 'vitals')).toMatchObject({ dueAt: at(38), since: at(33) })
    expect(due([...events, change(44)], 44, 'vitals')?.dueAt).toBe(at(45))
  })

  test('with nothing charted under a 15 minute policy: advise at 18:45, call at 30:00, stop at 45:00', () => {
    const events = [...running(), ...vitals(5, 10, 15)]
    const asks = (minutes: number) => due(events, 15 + minutes, 'vitals')?.asks
    expect([14.9, 18.74, 18.75, 29.99, 30, 32, 45].map(asks)).toEqual([null, null, 'advise', 'advise', 'call', 'call', 'stop'])
  })

  test('in time, due and late say by how many minutes', () => {
    const events = [...running(), ...vitals(5, 10, 15)]
    expect(due(events, 24, 'vitals')).toMatchObject({ level: 'in time', lateByMinutes: -6 })
    expect(due(events, 30, 'vitals')).toMatchObject({ level: 'due', lateByMinutes: 0 })
    expect(due(events, 34, 'vitals')).toMatchObject({ level: 'late', lateByMinutes: 4, since: at(15) })
  })

  test('a set without a pressure does not answer for one that was due', () => {
    const half = event(5, { kind: 'vitals', ...signs, systolic: null, diastolic: null })
    expect(due([...running(), half], 6, 'vitals')?.dueAt).toBe(at(5))
  })

  test('scores are due by policy and never ask for a stop by being late', () => {
    const scores = event(20, { kind: 'scores', dissociation: 3, distress: 1, pain: 4, sedation: 0 })
    expect(due(running(), 0, 'scores')?.dueAt).toBe(at(30))
    const painOnly = event(20, { kind: 'scores', dissociation: null, distress: null, pain: 4, sedation: null })
    const items = checksDue(foldSession([...running(), painOnly]), policy, at(31)).filter(({ what }) => what === 'scores')
    expect(items.map(({ scales, dueAt }) => [scales, dueAt])).toEqual([
      [['dissociation', 'distress', 'sedation'], at(30)],
      [['pain'], at(50)],
    ])
    const nothing = event(20, { kind: 'scores', dissociation: null, distress: null, pain: null, sedation: null })
    expect(due([...running(), nothing], 31, 'scores')?.dueAt).toBe(at(30))
    expect(due([...running(), scores], 200, 'scores')).toMatchObject({ dueAt: at(50), level: 'late', asks: null })
  })

  test('a second person is waited for from the moment the first has checked', () => {
    expect(due(drawnUp(), -5, 'second person')).toMatchObject({ since: at(-10), level: 'due' })
    expect(due([...drawnUp(), event(-6, check)], -2, 'second person')).toMatchObject({ since: at(-6), level: 'in time' })
    expect(due(running(), 1, 'second person')).toBeUndefined()
  })

  test('after the stop signs go on every 15 minutes and the home check waits for the least stay', () => {
    const events = [...running(), ...vitals(5, 10, 15), event(20, { kind: 'stopped', reason: 'done' })]
    expect(due(events, 21, 'vitals')?.dueAt).toBe(at(30))
    expect(due([...events, ...vitals(30)], 31, 'vitals')?.dueAt).toBe(at(45))
    expect(due(events, 21, 'home check')).toMatchObject({ dueAt: at(50), level: 'in time' })
  })

  test('nothing is due before the draw-up', () => {
    expect(checksDue(foldSession(drawnUp().slice(0, 2)), policy, at(0))).toEqual([])
  })
})
