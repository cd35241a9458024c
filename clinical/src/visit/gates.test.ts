import { describe, expect, test } from 'vitest'
import { administrations } from './administrations.ts'
import { factsOfExample } from './gate-example.ts'
import { actOf, closedGates, gateLists, gates, gatesOf } from './gates.ts'
import { eventBody } from './infusion-events.ts'

describe.each(gates.map((gate) => [gate.id, gate] as const))('gate %s', (_, gate) => {
  test.each(gate.examples.map(([example, state]) => ({ example, state })))('is $state with $example', ({ example, state }) => {
    const { facts, asOf, act } = factsOfExample(example)
    const checked = gate.check(facts, asOf, act)
    expect(checked.state).toBe(state)
    if (state !== 'met') expect(checked.clearsWhen).toBeTruthy()
    if (state !== 'met') expect(checked.act).toBeTruthy()
  })

  test('shows by example what is met and what is not, and stands in the list of an act', () => {
    const states = new Set(gate.examples.map(([, state]) => state))
    expect(states).toContain('met')
    expect(states.size).toBeGreaterThan(1)
    expect(administrations.some((each) => Object.values(each.gates).some((list) => list.includes(gate.id)))).toBe(true)
  })
})

test('every kind of event has a list, empty or not, under the act that it is', () => {
  const { facts } = factsOfExample({})
  for (const { shape } of eventBody.options) {
    const kind = shape.kind.value
    const act = actOf({ kind, rateMlPerHour: '1' } as never, facts.visit)
    expect(gateLists[act], kind).toBeInstanceOf(Array)
  }
})

test.each(['draw-up', 'start', 'resume', 'raise'] as const)('a person who is ready passes every gate of %s', (act) => {
  const { facts, asOf } = factsOfExample({ act })
  expect(closedGates(gatesOf(act, facts, asOf)).map(({ id, value }) => [id, value])).toEqual([])
})

test('a gate taken out of its list is not read: lists can be given', () => {
  const { facts, asOf } = factsOfExample({ log: [[2, { kind: 'sent-back', reason: 'x' }]] })
  const without = { ...gateLists, start: gateLists.start.filter((id) => id !== 'order-valid') }
  expect(closedGates(gatesOf('start', facts, asOf)).map(({ id }) => id)).toContain('order-valid')
  expect(closedGates(gatesOf('start', facts, asOf, without)).map(({ id }) => id)).not.toContain('order-valid')
})
