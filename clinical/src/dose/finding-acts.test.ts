import { describe, expect, test } from 'vitest'
import type { Chart } from '../chart/chart.ts'
import { type Finding, rules, screen } from '../chart/screen.ts'
import { actsOn, requestOn } from './finding-acts.ts'

const at = '2026-11-23T15:00:00Z'
const findingOf = (rule: string, facts: Record<string, unknown>): Finding | undefined => {
  const chart = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, { value, at }])) as Chart
  return screen(chart, 'screening', { at }).find((each) => each.rule === rule)
}

const standing = rules
  .filter(({ when }) => when.includes('screening'))
  .flatMap(({ id, examples }) => examples.map(([facts]) => ({ rule: id, facts, finding: findingOf(id, facts) })))
  .filter(({ finding }) => finding && !['clear', 'inform'].includes(finding.level))

describe('a finding has its act', () => {
  test.each(standing)('$rule $facts', ({ finding }) => {
    if (!finding) throw new TypeError('No finding')
    expect(actsOn(finding)).not.toEqual([])
  })

  test('what nobody answered is answered, and liver tests are asked for', () => {
    const unknown = findingOf('liver', {})
    expect(unknown && actsOn(unknown)).toEqual([
      { kind: 'answer', keys: ['liver'] },
      { kind: 'request', what: 'ALT and AST' },
    ])
    const classB = findingOf('liver', { liver: 'b' })
    expect(classB && actsOn(classB)).toEqual([{ kind: 'request', what: 'ALT and AST' }])
  })

  test('a caution is met in words, and nothing is asked for it', () => {
    const pressure = findingOf('blood-pressure', { systolic: 150, diastolic: 84 })
    expect(pressure?.level).toBe('caution')
    expect(pressure && actsOn(pressure)).toEqual([{ kind: 'mitigate' }])
    expect(pressure && requestOn(pressure)).toBeNull()
  })

  test('what is clear asks for nothing', () => {
    const clear = findingOf('liver', { liver: 'none' })
    expect(clear && actsOn(clear)).toEqual([])
  })
})
