import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Chart, Facts } from './chart/chart.ts'
import { type Claim, isInDate } from './chart/claim.ts'
import { sectionsFor } from './chart/consent.ts'
import { gradeOf } from './chart/reading-grade.ts'
import { rules, screen } from './chart/screen.ts'
import { screeningTable } from './chart/screening-table.ts'
import type { Statement } from './chart/statement.ts'
import * as claims from './claims/index.ts'
import { ketamineInfusion } from './consents/index.ts'
import { claimWithCompany } from './definitions.ts'
import { doseLimits } from './dose/dose-limits.ts'
import { type AnyProtocol, givesAt, isPumped } from './dose/protocol.ts'
import { band, itemAnswersShape, type Questionnaire, score, scoreRange } from './outcome/questionnaire.ts'
import * as protocols from './protocols/index.ts'
import * as questionnaires from './questionnaires/index.ts'
import { levels, type Moment, type Rule } from './rule.ts'
import * as screening from './screening/index.ts'
import * as statements from './statements/index.ts'
import * as thresholds from './thresholds/index.ts'
import type { Threshold } from './visit/threshold.ts'

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
    // Whether it can be overridden is said by the finding alone: one rule, one text.
    expect(rule.clearsWhen).not.toMatch(/overrid|second signer|nobody/i)
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

const definitionsOf = <T extends { id: string }>({
  versions,
  ...byName
}: { versions: Record<string, string> } & Record<string, unknown>): T[] => {
  const definitions = Object.values(byName) as T[]
  expect(definitions.map(({ id }) => id).sort()).toEqual(Object.keys(versions).sort())
  return definitions
}

describe.each(definitionsOf<Questionnaire>(questionnaires).map((each) => [each.id, each] as const))(
  'questionnaire %s',
  (_, questionnaire) => {
    test.each(questionnaire.examples)('%o scores %s', (answers, expected) => {
      expect(itemAnswersShape(questionnaire).safeParse(answers).success).toBe(true)
      expect(score(questionnaire, answers)).toBe(expected)
    })

    test('its bands ascend and cover its range', () => {
      const froms = questionnaire.bands.map(([from]) => from)
      expect(froms).toEqual([...froms].sort((a, b) => a - b))
      const range = scoreRange(questionnaire)
      if (range && froms.length > 0) expect(band(questionnaire, range.least)).not.toBeNull()
    })

    test('carries words exactly when they are ours', () => {
      for (const { text } of questionnaire.items) expect(text === null).toBe(questionnaire.wording === 'imported')
    })
  },
)

describe.each(
  definitionsOf<AnyProtocol>(protocols)
    .filter(isPumped)
    .map((each) => [each.id, each] as const),
)('protocol %s', (_, protocol) => {
  test.each(protocol.examples)(
    'gives $doseMg mg at $rateMgPerHour mg/h to $weightKg kg',
    ({ weightKg, doseMg, rateMgPerHour }) => {
      const sum = givesAt(protocol, weightKg)
      expect([sum.doseMg.value, sum.rateMgPerHour.value]).toEqual([doseMg, rateMgPerHour])
    },
  )

  test('shows the same limits that orders are checked against', () => {
    const limit = (what: string) => protocol.limits.find((each) => each.what === what)
    expect(limit('Rate')?.most).toBe(protocol.cap?.amount)
    expect(limit('Rate by weight')?.most).toBe(doseLimits.mgPerKgPerHour)
    if (protocol.indication === 'pain') {
      expect(limit('Total of a session')).toMatchObject({
        least: doseLimits.leastPainTotalMg,
        most: doseLimits.mostPainTotalMg,
      })
      expect(limit('Length')?.least).toBe(String(doseLimits.painMinutes))
    }
    if (!protocol.isDaily) expect(limit('Time since the last dose')?.least).toBe(String(doseLimits.hoursBetween))
  })
})

const now = '2026-11-22T15:00:00Z'
const minutesBefore = (minutes: number) => Temporal.Instant.from(now).subtract({ minutes }).toString()

describe.each(definitionsOf<Threshold>(thresholds).map((each) => [each.id, each] as const))('threshold %s', (_, threshold) => {
  test.each(threshold.examples)('%o is %s', (example, level) => {
    const before = (example.before ?? []).map(([minutes, signs]) => ({ at: minutesBefore(minutes), ...signs }))
    const judged = threshold.check({ at: now, ...example.now }, { before, baseline: example.baseline ?? null })
    expect(judged?.level ?? null).toBe(level)
  })

  test('writes a policy for every level it shows by example, and for no other', () => {
    const shown = new Set(threshold.examples.flatMap(([, level]) => level ?? []))
    expect(new Set(Object.keys(threshold.policy))).toEqual(shown)
  })

  test('reads what its examples hold', () => {
    for (const [example] of threshold.examples) for (const key of Object.keys(example.now)) expect(threshold.reads).toContain(key)
  })
})

describe.each(definitionsOf<Claim>(claims).map((each) => [each.id, each] as const))('claim %s', (id, claim) => {
  test.each(claim.examples)('on %s may be shown: %s', (day, mayBeShown) => {
    expect(isInDate(claim, day)).toBe(mayBeShown)
  })

  test('is reviewed at least yearly', () => {
    const latest = Temporal.PlainDate.from(claim.reviewedOn).add({ years: 1 })
    expect(Temporal.PlainDate.compare(claim.expiresOn, latest)).toBeLessThanOrEqual(0)
  })

  test('is never shown without those that must stand beside it', () => {
    expect(claimWithCompany(id, claim.reviewedOn)?.map((each) => each.id)).toEqual([id, ...claim.besides])
    expect(claimWithCompany(id, claim.expiresOn)).toBeNull()
  })
})

describe.each(definitionsOf<Statement>(statements).map((each) => [each.id, each] as const))('statement %s', (_, statement) => {
  const claim = definitionsOf<Claim>(claims).find(({ id }) => id === statement.claim)

  test('says what is so in the figures of its claim', () => {
    const named = [...statement.why.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(Object.keys(claim?.figures ?? {})).toEqual(expect.arrayContaining(named))
    expect(statement.why.replaceAll(/\{\w+\}/g, '')).not.toMatch(/\d/)
  })

  test('is from where its claim is', () => {
    expect(statement.source).toBe(claim?.source)
  })
})

test('relief from pain is never claimed without Cochrane beside it', () => {
  expect(claimWithCompany('relief-two-thirds', '2026-11-22')?.map(({ id }) => id)).toContain('cochrane-2025')
  expect(claimWithCompany('relief-two-thirds', '2027-06-01')).toBeNull()
})

const clinic = { phone: '540-555-0100', afterHoursPhone: '540-555-0199', address: '1 Ridge Road, Roanoke, VA 24011' }

describe.each([ketamineInfusion])('consent $id', (text) => {
  const words = (indication: 'pain' | 'depression') =>
    sectionsFor(text, indication, clinic)
      .flatMap(({ heading, paragraphs }) => [`${heading}.`, ...paragraphs])
      .join(' ')

  test.each(['pain', 'depression'] as const)('reads at grade eight or below for %s', (indication) => {
    expect(gradeOf(words(indication))).toBeLessThanOrEqual(8)
  })

  test.each([
    ['off-label', /off-label/],
    ['other choices', /another treatment, or none/],
    ['the limits of the evidence', /67 in 100.*23 in 100.*Cochrane.*no clear benefit/s],
    ['driving', /Do not drive.*until the next day, after a night of sleep/],
    ['pregnancy', /pregnant/],
    ['side effects', /blood pressure.*bladder.*liver/s],
    ['stopping', /stop in the middle/],
  ])('says %s', (_, said) => expect(words('pain')).toMatch(said))
})
