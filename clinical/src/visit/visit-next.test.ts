import { describe, expect, test } from 'vitest'
import type { GateExample } from './gate.ts'
import { exampleAsOf, factsOfExample } from './gate-example.ts'
import { gatesOf } from './gates.ts'
import type { EventBody } from './infusion-events.ts'
import { actAhead, type DueNext, nextOfVisit } from './visit-next.ts'

const next = (example: GateExample, due: DueNext[] = []) => {
  const { facts } = factsOfExample(example)
  const act = actAhead(facts.visit.state)
  const gates = act && gatesOf(act, facts, exampleAsOf)
  const { code, by, where, gate, at } = nextOfVisit({ ...facts, gates, due }, exampleAsOf)
  return { code, by, where, gate, at }
}
const minutes = (from: number) => new Date(Date.parse(exampleAsOf) + from * 60_000).toISOString()
const due = (what: DueNext['what'], inMinutes: number): DueNext => ({
  what,
  dueAt: minutes(inMinutes),
  lateByMinutes: -inMinutes,
})
const emergency: EventBody = {
  kind: 'drug-given',
  drug: 'midazolam',
  drugId: 'midazolam',
  amount: '2',
  unit: 'mg',
  route: 'IV',
  reason: 'pulled at the line',
  how: 'emergency',
  lineId: null,
  vialId: null,
  allergiesRead: [],
}
const seen = (gate: 'escort' | 'walks' | 'mood' | 'instructions') =>
  ({ kind: 'home-check', gate, isMet: true, note: null }) as const
const fine = [
  [2, { kind: 'vitals', systolic: 122, diastolic: 76, pulse: 72, spo2: 98, resp: 14 }],
  [2, { kind: 'scores', dissociation: 0, distress: 0, pain: 2, sedation: 0 }],
  [2, seen('escort')],
  [2, seen('walks')],
  [2, seen('mood')],
  [2, seen('instructions')],
  [2, { kind: 'no-adverse-effects' }],
] as const

describe('what is next in a visit', () => {
  test('a signed consent in a running session asks for nothing of it, and is nothing booked', () => {
    expect(next({ act: 'raise' }, [due('vitals', 4)])).toMatchObject({ code: 'chart-vitals', where: 'visit', at: minutes(4) })
    expect(next({ act: 'raise', chart: { consentFor: [9000, 'none'] } }, [due('vitals', 4)]).code).toBe('chart-vitals')
  })

  test('while the pump runs: a value past the policy, then what is late, then the next look or the end, whichever is first', () => {
    const high = { kind: 'vitals', systolic: 205, diastolic: 95, pulse: 72, spo2: 98, resp: 14 } as const
    expect(next({ act: 'raise', log: [[2, high]] }, [due('scores', -9)]).code).toBe('answer-mark')
    expect(next({ act: 'raise' }, [due('home check', -60), due('scores', -9), due('vitals', 4)])).toMatchObject({
      code: 'chart-scores',
      at: minutes(-9),
    })
    // 100 mL at 100 mL/h, begun 30 min ago.
    expect(next({ act: 'raise' }, [due('vitals', 40)])).toMatchObject({ code: 'stop', at: minutes(30) })
  })

  test('a start wants its gates, each by its own act and in its own place', () => {
    expect(next({})).toMatchObject({ code: 'start', by: ['prescriber', 'nurse'], where: 'visit', gate: null })
    expect(next({ chart: { consentFor: [9000, 'none'] } })).toMatchObject({
      code: 'sign-consent',
      where: 'consent',
      gate: 'consent',
    })
    expect(next({ chart: { safetyQuestion: null } })).toMatchObject({ code: 'ask-safety', where: 'visit' })
    expect(next({ chart: { safetyQuestion: [20, 'yes'], asqResult: [15, 'acute'] } })).toMatchObject({
      code: 'screen',
      by: ['prescriber'],
    })
    expect(next({ chart: { weightKg: [2, '73.5'] } })).toMatchObject({ code: 'send-back', gate: 'weight' })
    expect(next({ facts: { openElsewhere: [{ sessionId: 'other', since: minutes(-60) }] } })).toMatchObject({ code: 'wait' })
  })

  test('an order that was sent back is a prescriber’s, also when the patient was checked in again', () => {
    const back = { kind: 'sent-back', reason: 'another weight', orderId: 'order' } as const
    expect(next({ log: [[2, back]], without: ['drawn-up', 'second-check'] })).toMatchObject({
      code: 'confirm-order',
      by: ['prescriber'],
      gate: 'order-valid',
    })
    const { code } = next({ act: 'draw-up', log: [[30, back]] })
    expect(code).toBe('confirm-order')
    expect(next({ act: 'draw-up', log: [[30, { ...back, orderId: 'before' }]] }).code).toBe('read-first')
  })

  test('a pause whose order is over ends by the stop, and the stop by the pump’s total', () => {
    expect(next({ act: 'resume' }).code).toBe('resume')
    expect(next({ act: 'resume', order: { validUntil: minutes(-1) } })).toMatchObject({ code: 'stop', gate: 'order-valid' })
    expect(next({ act: 'resume', log: [[1, { kind: 'stopped', reason: 'done' }]] }).code).toBe('read-pump')
  })

  test('going home: what is missing, then the emergency drug, then home; a missing escort is a prescriber’s', () => {
    expect(next({ act: 'discharge', without: ['pump-read'], log: fine }).code).toBe('read-pump')
    expect(next({ act: 'discharge', stoppedEarly: true, log: fine }).code).toBe('read-waste')
    expect(next({ act: 'discharge', log: fine }).code).toBe('discharge')
    const low = { kind: 'recovery-score', scale: 'aldrete', items: [2, 2, 2, 1, 1] } satisfies EventBody
    expect(next({ act: 'discharge', log: [...fine, [1, low]] }).code).toBe('score-recovery')
    expect(next({ act: 'discharge', log: [...fine, [100, emergency, 'heron', 'emergency']] })).toMatchObject({
      code: 'settle-drugs',
      gate: 'drugs-settled',
    })
    const alone: EventBody = {
      kind: 'checked-in',
      identifiers: ['full name', 'date of birth'],
      escort: null,
      weightKg: '72',
      vitals: { systolic: 126, diastolic: 78, pulse: 72, spo2: 98, resp: 14 },
    }
    expect(next({ act: 'discharge', without: ['checked-in'], log: [...fine, [155, alone]] })).toMatchObject({
      code: 'override-discharge',
      by: ['prescriber'],
      gate: 'escort',
    })
  })

  test('whoever went home leaves the emergency drug behind, and then nothing', () => {
    const left = [
      [1, { kind: 'discharged' }],
      [0, { kind: 'left' }],
    ] as const
    expect(next({ act: 'discharge', log: left }).code).toBe('read-record')
    expect(next({ act: 'discharge', log: [...left, [100, emergency, 'heron', 'emergency']] }).code).toBe('settle-drugs')
  })

  test('is not said where the gates were not read', () => {
    const { facts } = factsOfExample({})
    expect(() => nextOfVisit({ ...facts, gates: null, due: [] }, exampleAsOf)).toThrow(TypeError)
  })
})
