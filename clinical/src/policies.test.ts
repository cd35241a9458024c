import { describe, expect, test } from 'vitest'
import { policies, policiesAt, type SetValue, usualPolicies } from './policies.ts'
import { definePolicy, policyGroups, usual, whyNotSet, withSet } from './policy.ts'
import { sayFault } from './words/fault-words.ts'

describe.each(policies.map((policy) => [policy.id, policy] as const))('policy %s', (id, policy) => {
  test.each(policy.examples)('lets %s be %o: %s', (name, value, may) => {
    expect(whyNotSet(policy, name, value) === null).toBe(may)
  })

  test('may be set to what it is delivered with, and says a source, a group and what each value means', () => {
    for (const [name, { value, says, source, unit }] of Object.entries(policy.values)) {
      expect([name, whyNotSet(policy, name, value)]).toEqual([name, null])
      expect(says.length).toBeGreaterThan(10)
      expect(unit).not.toMatch(/^\s|\s$/)
      expect((source ?? policy.source).length).toBeGreaterThan(5)
    }
    expect(policy.together?.(usual(policy)) ?? null).toBeNull()
    expect(policyGroups).toContain(policy.group)
    expect(policy.version).toMatch(/^[0-9a-f]{12}$/)
    expect(id).toBe(policy.id)
  })

  test('shows by example something that a clinic may set and something that it may not', () => {
    expect(new Set(policy.examples.map(([, , may]) => may))).toEqual(new Set([true, false]))
  })
})

const set = (value: SetValue['value'], from: string, own = true): SetValue => ({
  policy: 'follow-up',
  name: 'hour',
  value,
  from,
  own,
})

describe('what holds at an instant', () => {
  const at = '2026-11-25T12:00:00Z'
  const hour = (...list: SetValue[]) => policiesAt(list, at).followUp.hour

  test('is what was delivered where nobody has set anything', () => {
    expect(policiesAt([], at)).toEqual(usualPolicies)
  })

  test('is the clinic’s own value from its instant on and not before', () => {
    expect(hour(set(10, '2026-11-25T12:00:01Z'))).toBe(9)
    expect(hour(set(10, '2026-11-25T12:00:00Z'))).toBe(10)
    expect(hour(set(11, '2026-11-24T00:00:00Z'), set(10, '2026-11-23T00:00:00Z'))).toBe(11)
  })

  test('stays as it was approved until another is, and under what the clinic set itself', () => {
    const approved = set(8, '2026-11-01T00:00:00Z', false)
    expect(hour(approved)).toBe(8)
    expect(hour(set(10, '2026-10-01T00:00:00Z'), approved)).toBe(10)
  })

  test('given back is the approved value again, or the delivered one', () => {
    const back = set(null, '2026-11-20T00:00:00Z')
    expect(hour(set(10, '2026-11-02T00:00:00Z'), back)).toBe(9)
    expect(hour(set(8, '2026-11-01T00:00:00Z', false), set(10, '2026-11-02T00:00:00Z'), back)).toBe(8)
  })

  test('never lies outside what may be set, whatever was written', () => {
    expect(hour(set(30, '2026-11-01T00:00:00Z'))).toBe(9)
    expect(hour(set('10', '2026-11-01T00:00:00Z'))).toBe(9)
    expect(policiesAt([{ ...set(10, '2026-11-01T00:00:00Z'), policy: 'gone' }], at)).toEqual(usualPolicies)
  })
})

describe('a value', () => {
  const policy = definePolicy({
    id: 'a-policy',
    title: 'A policy',
    group: 'Drug book',
    source: 'made for this test',
    basis: 'proposed',
    values: {
      few: { value: 1, unit: 'min', says: 'the fewer minutes', least: 1, most: 9 },
      many: { value: 5, unit: 'min', says: 'the more minutes', least: 1, most: 9 },
      amount: { value: '0.35', unit: 'mg', says: 'a decimal amount', least: '0.1', most: '1' },
      asks: { value: true, unit: '', says: 'whether it is asked' },
    },
    together: ({ few, many }) => (Number(few) < Number(many) ? null : 'few is under many'),
    examples: [],
  })

  test.each([
    ['few', '3', 'a number in min: at least 1, at most 9'],
    ['few', Number.NaN, 'a number in min: at least 1, at most 9'],
    ['few', 10, 'a number in min: at least 1, at most 9'],
    ['amount', 0.35, 'a decimal number in mg: at least 0.1, at most 1'],
    ['amount', '0,35', 'a decimal number in mg: at least 0.1, at most 1'],
    ['amount', '1.01', 'a decimal number in mg: at least 0.1, at most 1'],
    ['asks', 'yes', 'yes or no'],
    ['other', 1, 'one of: few, many, amount, asks'],
  ])('%s set to %o is refused in words', (name, value, expected) => {
    const wrong = whyNotSet(policy, name, value)
    expect(wrong && sayFault(wrong)).toBe(expected)
  })

  test('that contradicts another leaves the whole policy as it was delivered', () => {
    expect(withSet(policy, { few: 3 })).toMatchObject({ few: 3, many: 5 })
    expect(withSet(policy, { few: 7 })).toMatchObject({ few: 1, many: 5 })
  })
})
