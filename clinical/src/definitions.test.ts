import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Chart, Facts } from './chart.ts'
import { levels, type Moment, type Rule } from './rule.ts'
import { rules, screen } from './screen.ts'
import * as screening from './screening/index.ts'
import { screeningTable } from './screening-table.ts'

const momentOf = (rule: Rule): Moment => rule.when[0] ?? 'screening'

/** A chart as it would be if these facts were entered on that day. */
function chartOf(facts: Partial<Facts>, at: string): Chart {
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, { value, at }]))
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('rule %s', (id, rule) => {
  const { for: indication } = rule
  test.each(rule.examples.map(([known, level, today = '2026-11-22']) => ({ known, level, today })))(
    'says $level of $known',
    ({ known, level, today }) => {
      const at = `${today}T15:00:00Z`
      const chart = chartOf(indication ? { indication, ...known } : known, at)
      const finding = screen(chart, momentOf(rule), { at }).find((each) => each.rule === id)
      expect(finding?.level).toBe(level)
    },
  )

  test('shows by example the worst it can say, and a clear answer', () => {
    const shown = rule.examples.map(([, level]) => level)
    expect(shown).toContain(rule.severity)
    expect(shown).toContain('clear')
    expect(levels.indexOf(rule.severity)).toBe(Math.min(...shown.map((level) => levels.indexOf(level))))
  })

  test('names rows of the table, its source and what would clear it', () => {
    for (const number of rule.covers) expect(screeningTable).toHaveProperty(number)
    expect(rule.source.length).toBeGreaterThan(5)
    expect(rule.clearsWhen.length).toBeGreaterThan(5)
  })
})

test('no two rules answer the same row of the table', () => {
  const numbers = rules.flatMap(({ covers }) => covers)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('a rule is named as its file is, and its version is known', () => {
  expect(rules.map(({ id }) => id).sort()).toEqual(Object.keys(screening.versions).sort())
})

test('the examples are read on a real day', () => {
  for (const [, , today = '2026-11-22'] of rules.flatMap(({ examples }) => examples))
    expect(Temporal.PlainDate.from(today).toString()).toBe(today)
})
