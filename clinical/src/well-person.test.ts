import { describe, expect, test } from 'vitest'
import { type Chart, chartKeys } from './chart/chart.ts'
import { questions } from './chart/questions.ts'
import { rules, screen } from './chart/screen.ts'
import { versions } from './consents/index.ts'
import { wellPerson } from './well-person.ts'

const at = '2026-11-22T15:00:00Z'
const moments = ['screening', 'plan', 'check-in', 'start'] as const

const chartOf = (indication: 'pain' | 'depression'): Chart => {
  const consent = { consentFor: indication, consentVersion: versions['ketamine-infusion'], consentSignedOn: '2026-11-20' }
  const answers = { ...wellPerson(indication), ...consent }
  return Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, { value, at }]))
}

describe.each(['pain', 'depression'] as const)('a well person treated for %s', (indication) => {
  test.each(moments)('passes every rule at %s', (moment) => {
    const raised = screen(chartOf(indication), moment, { at }).filter(({ level }) => level !== 'clear' && level !== 'inform')
    expect(raised.map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual([])
  })

  test('has an answer to whatever a rule reads that excludes', () => {
    const needed = rules.filter((rule) => rule.severity === 'exclude' && (rule.for ?? indication) === indication)
    const chart = chartOf(indication)
    expect(needed.flatMap(({ reads }) => reads).filter((key) => !(key in chart))).toEqual([])
  })
})

test('nobody who is well is asked what only follows from another answer', () => {
  const unasked = chartKeys.filter((key) => questions[key].usual === null)
  for (const key of unasked) expect(wellPerson('pain')).not.toHaveProperty(key)
  expect(unasked).toContain('asqResult')
})
