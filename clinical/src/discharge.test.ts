import { describe, expect, test } from 'vitest'
import { dischargeAt, usualDischarge } from './discharge.ts'
import { foldSession } from './infusion.ts'
import type { EventBody, SessionEvent } from './infusion-events.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 9) + minutes * 60_000).toISOString()
let serial = 0
const event = (minutes: number, body: EventBody, by = 'heron'): SessionEvent => ({
  id: `e${++serial}`,
  at: at(minutes),
  enteredAt: at(minutes),
  by,
  ...body,
})
const signs = { systolic: 120, diastolic: 75, pulse: 70, spo2: 98, resp: null }
const check: EventBody = { kind: 'second-check', syringeMl: '0.7', rateMlPerHour: '150' }
/** A depression infusion that stopped at minute 40. */
const visit = (escort: { name: string; phone: string } | null = { name: 'Ivy', phone: '555' }) => [
  event(-30, { kind: 'arrived' }),
  event(-20, { kind: 'checked-in', identifiers: ['a', 'b'], escort, weightKg: '70', vitals: signs }),
  event(-10, { kind: 'drawn-up', vials: [{ vialId: 'v', ml: '0.7' }], mg: '35', ml: '0.7', finalMl: '100', witness: 'wren' }),
  event(-6, check),
  event(-5, check, 'wren'),
  event(0, { kind: 'started', rateMlPerHour: '150', vtbiMl: '100' }),
  event(40, { kind: 'stopped', reason: 'done' }),
  event(41, { kind: 'recovering' }),
]
const home = (gate: 'escort' | 'walks' | 'mood' | 'instructions', isMet = true, minute = 65) =>
  event(minute, { kind: 'home-check', gate, isMet, note: null })
const score = (dissociation: number, minute = 65) =>
  event(minute, { kind: 'scores', dissociation, distress: 0, pain: 2, sedation: 0 })
const vitals = (minute: number, systolic = 120, diastolic = 75) =>
  event(minute, { kind: 'vitals', ...signs, systolic, diastolic })
const ready = () => [
  home('escort'),
  home('walks'),
  home('mood'),
  home('instructions'),
  score(0),
  vitals(65),
  event(66, { kind: 'no-adverse-effects' }),
]
const missing = (events: SessionEvent[], minute = 70) =>
  dischargeAt(foldSession(events), usualDischarge('depression'), at(minute)).missing.map(({ id }) => id)

describe('going home', () => {
  test('with every gate met the patient may leave', () => {
    const result = dischargeAt(foldSession([...visit(), ...ready()]), usualDischarge('depression'), at(70))
    expect(result.gates).toHaveLength(8)
    expect([result.missing, result.mayLeave]).toEqual([[], true])
  })

  test('with nothing charted nothing is met, and every gate says what it needs', () => {
    const { missing: open, mayLeave } = dischargeAt(foldSession(visit()), usualDischarge('depression'), at(45))
    expect(open.map(({ id }) => id)).toEqual([
      'stay',
      'signs',
      'dissociation',
      'walks',
      'mood',
      'escort',
      'instructions',
      'adverse-effects',
    ])
    expect(open.every(({ needs }) => needs)).toBe(true)
    expect(mayLeave).toBe(false)
  })

  test('thirty minutes after depression, sixty after pain', () => {
    const events = [...visit(), ...ready(), vitals(69), vitals(99)]
    expect(missing(events, 69.9)).toEqual(['stay'])
    expect(missing(events, 70)).toEqual([])
    const pain = (minute: number) =>
      dischargeAt(foldSession(events), usualDischarge('pain'), at(minute)).missing.map(({ id }) => id)
    expect([pain(99.9), pain(100)]).toEqual([['stay'], []])
  })

  test.each([
    [145, 75, ['signs']],
    [144, 75, []],
    [96, 60, []],
    [95, 75, ['signs']],
    [120, 91, ['signs']],
  ])('a pressure of %d/%d after a start of 120/75', (systolic, diastolic, expected) => {
    expect(missing([...visit(), ...ready(), vitals(68, systolic, diastolic)])).toEqual(expected)
  })

  test('signs older than 15 minutes are not fresh', () => {
    expect(missing([...visit(), ...ready()], 80)).toEqual([])
    expect(missing([...visit(), ...ready()], 80.1)).toEqual(['signs'])
  })

  test('both numbers of the pressure must be fresh', () => {
    const half = event(79, { kind: 'vitals', ...signs, systolic: null })
    const other = event(79, { kind: 'vitals', ...signs, diastolic: null })
    expect(missing([...visit(), ...ready(), half], 81)).toEqual(['signs'])
    expect(missing([...visit(), ...ready(), other], 81)).toEqual(['signs'])
  })

  test('a score or a look from before the stop does not count', () => {
    const events = [...visit(), ...ready().filter(({ kind }) => kind !== 'scores'), score(0, 30)]
    expect(missing(events)).toEqual(['dissociation'])
    expect(missing([...visit(), ...ready(), score(2, 67)])).toEqual(['dissociation'])
  })

  test('an escort must be named and here', () => {
    expect(missing([...visit(null), ...ready()])).toEqual(['escort'])
    expect(missing([...visit(), ...ready(), home('escort', false, 67)])).toEqual(['escort'])
  })

  test('a recovery score charted below nine stands in the way', () => {
    const low = event(67, { kind: 'recovery-score', scale: 'padss', items: [2, 1, 1, 2, 2] })
    expect(missing([...visit(), ...ready(), low])).toEqual(['recovery-score'])
    expect(
      missing([...visit(), ...ready(), event(67, { kind: 'recovery-score', scale: 'padss', items: [2, 2, 1, 2, 2] })]),
    ).toEqual([])
  })

  test('a signed override lets the patient leave and the gate stays not met', () => {
    const override = event(
      68,
      { kind: 'discharge-override', gates: ['escort'], reason: 'sister waits outside' },
      'dr-thistlewood',
    )
    const result = dischargeAt(foldSession([...visit(null), ...ready(), override]), usualDischarge('depression'), at(70))
    expect(result.mayLeave).toBe(true)
    expect(result.missing).toMatchObject([{ id: 'escort', met: false, override: { by: 'dr-thistlewood' } }])
    expect(missing([...visit(null), ...ready().slice(1), override], 69)).toContain('stay')
  })
})
