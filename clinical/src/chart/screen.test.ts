import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { versions } from '../consents/index.ts'
import { levels, type Moment } from '../rule.ts'
import { sayStaff } from '../say.ts'
import { wellPerson } from '../well-person.ts'
import { type Answers, type Chart, type ChartKey, chartKeys } from './chart.ts'
import type { Question } from './question.ts'
import { questions } from './questions.ts'
import { type Finding, needsAcknowledgement, rules, rulesNotYetChecked, screen, standsInTheWay } from './screen.ts'

const at = '2026-11-22T15:00:00Z'
const chartOf = (answers: Partial<Answers>, when = at): Chart =>
  Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, { value, at: when }]))

/** A woman of 44 with CRPS for two years and nothing that stands in the way: acceptance scenario 1. */
const wellWithCrps: Partial<Answers> = {
  ...wellPerson('pain'),
  dateOfBirth: '1982-03-01',
  pregnancy: 'not-pregnant',
  pregnancyTest: 'negative',
  asqResult: 'negative',
  cssrsCategory: 'none',
  consentFor: 'pain',
  consentVersion: versions['ketamine-infusion'],
  consentSignedOn: '2026-11-20',
}
const moments: Moment[] = ['screening', 'plan', 'check-in', 'start']
const finding = (findings: Finding[], rule: string) => {
  const found = findings.find((each) => each.rule === rule)
  if (!found) throw new Error(`no finding of ${rule}`)
  return found
}
const without = (chart: Chart, key: ChartKey): Chart => Object.fromEntries(Object.entries(chart).filter(([each]) => each !== key))
const rank = ({ level }: Finding) => levels.indexOf(level)

describe('acceptance scenarios', () => {
  test('1: CRPS, everything known and in order: nothing stands in the way at any moment', () => {
    for (const moment of moments)
      for (const { level } of screen(chartOf(wellWithCrps), moment, { at })) expect(level).toBe('clear')
    expect(finding(screen(chartOf(wellWithCrps), 'plan', { at }), 'pain-condition').reason).toEqual({
      code: 'rule.pain-condition.crps',
    })
  })

  test('2, 4: heart risk without an ECG and benzodiazepines are not checked yet, and the list says so', () => {
    expect(rulesNotYetChecked).toContainEqual({ number: 'S13', title: 'Heart risk without a recent ECG' })
    expect(rulesNotYetChecked.map(({ number }) => number)).toContain('S34')
    expect(rulesNotYetChecked.map(({ number }) => number)).not.toContain('S52')
  })

  test('3: 168/102 on arrival is repeated, and defers when the repeat is the same', () => {
    const once = screen(chartOf({ ...wellWithCrps, systolic: 168, diastolic: 102 }), 'check-in', { at })
    expect(finding(once, 'blood-pressure')).toMatchObject({
      level: 'caution',
      reason: { code: 'rule.blood-pressure.rest-first', params: { systolic: 168 } },
    })
    const again = screen(chartOf({ ...wellWithCrps, systolic: 168, diastolic: 102, bloodPressureRepeated: 'yes' }), 'check-in', {
      at,
    })
    expect(again[0]).toMatchObject({ rule: 'blood-pressure', level: 'defer' })
    expect(standsInTheWay(finding(again, 'blood-pressure'))).toBe(true)
  })

  test('6: an acute answer takes the urgent pathway, not a decline', () => {
    const [first] = screen(chartOf({ ...wellWithCrps, asqResult: 'acute' }), 'screening', { at })
    expect(first).toMatchObject({ rule: 'suicide-risk', level: 'defer', pathway: 'urgent' })
  })

  test('7: active psychosis excludes, and nobody may override it', () => {
    const [first] = screen(chartOf({ ...wellWithCrps, psychosis: 'yes' }), 'screening', { at })
    expect(first).toMatchObject({ rule: 'psychosis', covers: ['S06'], level: 'exclude', overridable: false })
  })
})

describe('what is unknown', () => {
  const exclusions = rules.filter(({ severity }) => severity === 'exclude')

  test('the rows of the table that exclude are answered by rules that exclude', () => {
    const answered = exclusions.flatMap(({ covers }) => covers)
    for (const row of ['S01', 'S02', 'S03', 'S06', 'S07', 'S09', 'S12', 'S14', 'S16', 'S18', 'S21', 'S29', 'S49'])
      expect(answered).toContain(row)
  })

  const inputs = exclusions.flatMap((rule) =>
    rule.when.flatMap((moment) => rule.reads.map((key) => [rule.id, moment, key] as const)),
  )
  test.each(inputs)('%s at %s defers and names it when %s is missing', (rule, moment, key) => {
    const found = finding(screen(without(chartOf(wellWithCrps), key), moment, { at }), rule)
    expect(found.level).toBe('defer')
    expect(found.unknown).toEqual([{ key, name: questions[key].name, why: 'not answered' }])
    expect(sayStaff(found.reason)).toBe(`Not known: ${questions[key].name}`)
  })

  test('not sure is unknown, never a no', () => {
    const found = finding(screen(chartOf({ ...wellWithCrps, brainBleed: 'not-sure' }), 'screening', { at }), 'aneurysm')
    expect(found).toMatchObject({ level: 'defer', unknown: [{ key: 'brainBleed', why: 'not sure' }] })
  })

  test('what clears a question that nobody asked is to ask it, and no specialist before there is an answer', () => {
    const chart = chartOf(wellWithCrps)
    const clears = (given: Chart, rule: string) => sayStaff(finding(screen(given, 'screening', { at }), rule).clearsWhen)
    expect(clears(without(chart, 'psychosis'), 'psychosis')).toBe('Ask about active psychosis')
    expect(clears(chartOf({ ...wellWithCrps, psychosis: 'yes' }), 'psychosis')).toMatch(/psychiatrist/i)
    expect(clears(without(without(chart, 'systolic'), 'diastolic'), 'blood-pressure')).toMatch(/^Measure or count systolic/)
    expect(clears(chartOf({ ...wellWithCrps, brainBleed: 'not-sure' }), 'aneurysm')).toMatch(/^Ask about /)
  })

  test('an impossible stored value is unknown', () => {
    const chart = { ...chartOf(wellWithCrps), systolic: { value: Number.NaN, at } }
    expect(finding(screen(chart, 'screening', { at }), 'blood-pressure')).toMatchObject({
      level: 'defer',
      unknown: [{ key: 'systolic', why: 'not possible' }],
    })
  })

  test('an unknown input of a rule that cannot exclude has its own visible finding', () => {
    const found = finding(screen(without(chartOf(wellWithCrps), 'treatmentsTried'), 'screening', { at }), 'treatments-before')
    expect(found.level).toBe('unknown')
    expect(needsAcknowledgement(found)).toBe(true)
  })

  test('an empty chart is clear of nothing', () => {
    for (const moment of moments)
      for (const { level } of screen({}, moment, { at })) expect(['defer', 'unknown']).toContain(level)
  })

  test('one reading that excludes is enough, whatever the other would be', () => {
    const half = without(chartOf({ ...wellWithCrps, systolic: 185 }), 'diastolic')
    expect(finding(screen(half, 'check-in', { at }), 'blood-pressure')).toMatchObject({
      level: 'exclude',
      reason: { code: 'rule.blood-pressure.not-today', params: { systolic: 185 } },
    })
    const heart: Chart = { recentHeartEvent: { value: 'yes', at } }
    expect(finding(screen(heart, 'screening', { at }), 'heart-disease')).toMatchObject({ level: 'exclude', overridable: true })
    const consent: Chart = { consentFor: { value: 'none', at }, indication: { value: 'depression', at } }
    expect(finding(screen(consent, 'start', { at }), 'consent')).toMatchObject({
      level: 'exclude',
      reason: { code: 'rule.consent.none' },
    })
  })

  test('yesterday’s blood pressure and safety answer are too old at a check-in', () => {
    const findings = screen(chartOf(wellWithCrps, '2026-11-21T15:00:00Z'), 'check-in', { at })
    expect(finding(findings, 'blood-pressure')).toMatchObject({
      level: 'defer',
      unknown: [{ why: 'too old' }, { why: 'too old' }],
    })
    expect(finding(findings, 'suicide-risk').level).toBe('unknown')
    expect(finding(findings, 'pregnancy').level).toBe('clear')
  })

  test('the same day is counted in the zone of the clinic', () => {
    const late = { at: '2026-11-23T03:00:00Z' }
    const chart = chartOf(wellWithCrps, '2026-11-22T23:00:00Z')
    expect(finding(screen(chart, 'check-in', late), 'blood-pressure').level).toBe('defer')
    expect(finding(screen(chart, 'check-in', { ...late, zone: 'America/New_York' }), 'blood-pressure').level).toBe('clear')
  })

  test('a positive test or a positive item 9 does not fade with age', () => {
    const old = chartOf({ pregnancyTest: 'positive', phq9Item9: 1 }, '2026-10-01T15:00:00Z')
    const findings = screen({ ...chartOf({ safetyQuestion: 'no', pregnancy: 'not-pregnant' }), ...old }, 'check-in', { at })
    expect(finding(findings, 'pregnancy').level).toBe('exclude')
    expect(finding(findings, 'suicide-risk')).toMatchObject({ level: 'caution', pathway: 'safety' })
  })
})

const answerTo = (question: Question): fc.Arbitrary<string | number> => {
  if (question.kind === 'yes-no') return fc.constantFrom('yes', 'no', 'not-sure')
  if (question.kind === 'choice') return fc.constantFrom(...Object.keys(question.choices))
  if (question.kind === 'whole') return fc.integer({ min: question.least, max: question.most })
  if (question.kind === 'decimal') return fc.integer({ min: Number(question.least), max: Number(question.most) }).map(String)
  if (question.kind === 'version') return fc.constantFrom(question.usual, '0123456789ab')
  return fc
    .date({ min: new Date('2000-01-01'), max: new Date('2026-11-22'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10))
}
const someChart: fc.Arbitrary<Chart> = fc
  .record(Object.fromEntries(chartKeys.map((key) => [key, answerTo(questions[key])])), { requiredKeys: [] })
  .map((answers) => chartOf(answers as Partial<Answers>))

describe('laws', () => {
  test('taking away an answer that raised nothing never makes a finding milder', () => {
    fc.assert(
      fc.property(fc.constantFrom(...chartKeys), fc.constantFrom(...moments), (key, moment) => {
        const whole = screen(chartOf(wellWithCrps), moment, { at })
        const less = screen(without(chartOf(wellWithCrps), key), moment, { at })
        for (const now of less) expect(rank(now)).toBeLessThanOrEqual(rank(finding(whole, now.rule)))
      }),
    )
  })

  test('an unknown is never milder than the mildest answer it could have', () => {
    fc.assert(
      fc.property(someChart, fc.constantFrom(...chartKeys), fc.constantFrom(...moments), (chart, key, moment) => {
        const unknown = screen(without(chart, key), moment, { at })
        const answered = fc
          .sample(answerTo(questions[key]), { numRuns: 12, seed: 7 })
          .concat(questions[key].kind === 'yes-no' ? ['yes', 'no'] : [])
        const outcomes = answered.map((value) => screen({ ...chart, ...chartOf({ [key]: value }) }, moment, { at }))
        for (const now of unknown) {
          const ranks = outcomes.flatMap((findings) => findings.filter(({ rule }) => rule === now.rule).map(rank))
          if (ranks.length > 0) expect(rank(now)).toBeLessThanOrEqual(Math.max(...ranks))
        }
      }),
      { numRuns: 200 },
    )
  })

  test('the order of findings is worst first, and each shows what it read with its date', () => {
    fc.assert(
      fc.property(someChart, fc.constantFrom(...moments), (chart, moment) => {
        const findings = screen(chart, moment, { at })
        expect(findings.map(rank)).toEqual(findings.map(rank).sort((a, b) => a - b))
        for (const { values, reason, version } of findings) {
          expect(version).toMatch(/^[0-9a-f]{12}$/)
          expect(sayStaff(reason)).not.toMatch(/undefined|NaN|null/)
          for (const read of values) expect(chart[read.key]).toEqual({ value: read.value, at: read.at })
        }
      }),
      { numRuns: 100 },
    )
  })

  test('a rule for pain says nothing in depression', () => {
    const said = screen(chartOf({ ...wellWithCrps, indication: 'depression' }), 'screening', { at }).map(({ rule }) => rule)
    expect(said).not.toContain('treatments-before')
    expect(said).not.toContain('pain-condition')
  })
})
