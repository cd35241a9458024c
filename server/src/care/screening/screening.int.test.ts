import { type Finding, type Problem, rulesNotYetChecked } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx, Tx } from '../../platform/context.ts'
import { keyed, peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { closeAlert } from '../alerts/close-alert.ts'
import { alertsOf } from '../alerts/store.ts'
import { changePerson } from '../people/change-person.ts'
import { changesOf, personOf } from '../people/store.ts'
import { joinRecords } from '../records/testing.ts'
import { chartOf } from './chart-of.ts'
import { type Decide, decide } from './decide.ts'
import { recordSafety } from './record-safety.ts'
import { screenPerson } from './screen-person.ts'
import { latestAnswers, screeningsOf } from './store.ts'
import { caller, wellAnswers } from './testing.ts'

let clinic: TestClinic
let prescriber: Ctx
let nurse: Ctx
let personId: string
beforeEach(async () => {
  clinic = await testClinic()
  prescriber = await clinic.as('prescriber')
  nurse = await clinic.as('nurse')
  personId = await caller(nurse)
})

type Answers = Parameters<typeof screenPerson>[1]['answers']
const screened = (change: Answers = {}, baseline = {}) =>
  screenPerson(prescriber, { personId, answers: { ...wellAnswers(), ...change }, baseline })
const read = <T>(look: (tx: Tx) => Promise<T>) => peek(nurse, look)
const at = (findings: readonly Finding[], rule: string) => findings.find((each) => each.rule === rule)
const yes = (screeningId: string, more: Partial<Decide> = {}): Decide => ({
  screeningId,
  decision: 'accept',
  reason: 'Two drugs failed; knows that the evidence is weak',
  acknowledged: [],
  overrides: [],
  ...more,
})
const refusal = async (doing: Promise<unknown>) => {
  const { code, faults } = (await doing.catch((problem: unknown) => problem)) as Partial<Problem>
  return { code, fields: faults?.map(({ field }) => field) }
}

describe('screening', () => {
  test('shows each finding with the value read, its instant, the rule’s version and source, and what clears it', async () => {
    const { findings } = await screened({ systolic: 168, diastolic: 102, bloodPressureRepeated: 'yes' })
    expect(findings[0]).toMatchObject({ rule: 'blood-pressure', level: 'defer', overridable: false })
    expect(findings[0]?.version).toMatch(/^[0-9a-f]{12}$/)
    expect(findings[0]?.source).toContain('esketamine label')
    expect(findings[0]?.clearsWhen).toEqual({ code: 'rule.blood-pressure.clears-when' })
    expect(findings[0]?.values).toContainEqual(
      expect.objectContaining({ key: 'systolic', text: '168 mmHg', at: clinic.clock.now.toISOString() }),
    )
  })

  test('names the rules that nothing here checks', () => {
    expect(rulesNotYetChecked.map(({ number }) => number)).toContain('S13')
    expect(rulesNotYetChecked.map(({ number }) => number)).not.toContain('S49')
  })

  test('a PHQ-9 total stands beside item 9 of the same day, sent with it or saved before it, and fits it', async () => {
    const total = (phq9Total: number, answers: Answers = {}) =>
      refusal(screenPerson(nurse, { personId, answers: { indication: 'depression', ...answers }, baseline: { phq9Total } }))
    const refusedAt = (field: string) => ({ code: 'not-valid', fields: [field] })
    expect(await total(12)).toEqual(refusedAt('answers.phq9Item9'))
    await recordSafety(nurse, { personId, source: 'form', answers: { phq9Item9: 0 }, at: clinic.clock.now })
    expect(await total(25)).toEqual(refusedAt('baseline.phq9Total'))
    expect((await total(24)).code).toBeUndefined()
    expect(await total(1, { phq9Item9: 2 })).toEqual(refusedAt('answers.phq9Item9'))
    clinic.clock.forward(24 * 60)
    expect(await total(12)).toEqual(refusedAt('answers.phq9Item9'))
  })

  test('a changed answer makes a new screening; the old one and its decision stay readable', async () => {
    const first = await screened({ recentHeartEvent: 'not-sure' })
    await decide(
      prescriber,
      yes(first.screeningId, { decision: 'defer', reason: 'Ask the cardiologist', lookAgainOn: '2026-12-04' }),
    )
    clinic.clock.forward(60)
    const second = await screenPerson(prescriber, { personId, answers: { recentHeartEvent: 'no' }, baseline: {} })
    expect(at(first.findings, 'heart-disease')?.level).toBe('defer')
    expect(at(second.findings, 'heart-disease')?.level).toBe('clear')
    const [newest, oldest] = await read((tx) => screeningsOf(tx, personId))
    expect(newest).toMatchObject({ id: second.screeningId, decisionId: null })
    expect(oldest).toMatchObject({
      id: first.screeningId,
      decision: 'defer',
      reason: 'Ask the cardiologist',
      lookAgainOn: '2026-12-04',
      decidedByName: 'A. Thistlewood',
    })
    expect(at(oldest?.findings ?? [], 'heart-disease')?.level).toBe('defer')
    expect(oldest?.chart.recentHeartEvent?.value).toBe('not-sure')
  })

  test('an older measurement sent later does not replace a newer one', async () => {
    await screened({ systolic: 128 })
    const measuredAt = new Date(clinic.clock.now.getTime() - 86_400_000).toISOString()
    await screenPerson(nurse, { personId, answers: { systolic: 190 }, baseline: {}, measuredAt })
    expect((await read((tx) => chartOf(tx, personId))).systolic?.value).toBe(128)
  })

  test('needs to know what the infusion is for, and keeps nothing otherwise', async () => {
    expect(await refusal(screenPerson(nurse, { personId, answers: { psychosis: 'no' }, baseline: {} }))).toEqual({
      code: 'not-valid',
      fields: ['answers.indication'],
    })
    expect(await read((tx) => latestAnswers(tx, personId))).toEqual([])
  })

  test('an answer may be entered only by whom its question names', async () => {
    const desk = await clinic.as('front desk')
    expect(await refusal(screenPerson(desk, { personId, answers: wellAnswers(), baseline: {} }))).toMatchObject({
      code: 'not-valid',
      fields: expect.arrayContaining(['answers.systolic', 'answers.mania', 'answers.weightKg']),
    })
    expect(await refusal(screened({ consentFor: 'pain' }))).toEqual({ code: 'not-valid', fields: ['answers.consentFor'] })
  })

  test('a time that has not come is refused', async () => {
    const measuredAt = new Date(clinic.clock.now.getTime() + 1).toISOString()
    expect(await refusal(screenPerson(nurse, { personId, answers: wellAnswers(), baseline: {}, measuredAt }))).toMatchObject({
      code: 'time-not-possible',
    })
    expect(await refusal(screened({ dateOfBirth: '2027-01-01' }))).toMatchObject({ fields: ['answers.dateOfBirth'] })
  })

  test('a person of another clinic does not exist here', async () => {
    const elsewhere = await (await testClinic()).as('prescriber')
    const ask = screenPerson(elsewhere, { personId, answers: wellAnswers(), baseline: {} })
    expect(await refusal(ask)).toMatchObject({ code: 'not-found' })
    const { screeningId } = await screened()
    expect(await refusal(decide(elsewhere, yes(screeningId)))).toMatchObject({ code: 'not-found' })
  })

  test('the records of somebody merged into another are read as one history', async () => {
    await screened()
    const other = await caller(nurse, 'Clover S.')
    await joinRecords(nurse, { keptId: other, mergedId: personId })
    expect((await read((tx) => chartOf(tx, other))).painCondition?.value).toBe('crps')
    expect(await read((tx) => screeningsOf(tx, other))).toHaveLength(1)
    expect(await refusal(screened())).toMatchObject({ code: 'wrong-state' })
  })
})

describe('what stands on the person', () => {
  test('a date of birth and a height that were answered are kept there', async () => {
    await screened()
    expect(await read((tx) => personOf(tx, personId))).toMatchObject({ dateOfBirth: '1982-03-01', heightCm: '172' })
    expect(await read((tx) => changesOf(tx, personId))).toMatchObject([{ before: { dateOfBirth: null, heightCm: null } }])
  })

  test('one that stands there is read as an answer, and a correction there wins', async () => {
    await changePerson(nurse, { personId, dateOfBirth: '2010-05-05' })
    const { dateOfBirth: _, ...rest } = wellAnswers()
    const { findings } = await screenPerson(prescriber, { personId, answers: rest, baseline: {} })
    expect(at(findings, 'age')).toMatchObject({ level: 'exclude' })
    clinic.clock.forward(5)
    await changePerson(nurse, { personId, dateOfBirth: '1990-05-05' })
    const chart = await read((tx) => chartOf(tx, personId))
    expect(chart.dateOfBirth).toEqual({ value: '1990-05-05', at: clinic.clock.now.toISOString() })
  })
})

describe('consent on record', () => {
  test('nobody has signed: the chart says none, not unknown', async () => {
    expect((await read((tx) => chartOf(tx, personId))).consentFor?.value).toBe('none')
  })
})

describe('a safety answer other than no', () => {
  const alerts = () => read((tx) => alertsOf(tx, personId))

  test.each([
    { safetyQuestion: 'yes' },
    { safetyQuestion: 'rather-not-say' },
    { phq9Item9: 1 },
    { asqResult: 'non-acute' },
    { cssrsCategory: 'low' },
  ] as const)('%o raises one alert, open until it is closed by name, action and time', async (answer) => {
    await screened(answer)
    const [alert, ...more] = await alerts()
    expect(more).toEqual([])
    expect(alert).toMatchObject({ kind: 'safety', closedAt: null })
    await closeAlert(prescriber, { alertId: alert?.id ?? '', action: 'Spoke with her; safety plan signed' })
    expect(await alerts()).toMatchObject([{ closedBy: 'A. Thistlewood', action: 'Spoke with her; safety plan signed' }])
  })

  test('a plain no raises none', async () => {
    await screened({ phq9Item9: 0, asqResult: 'negative', cssrsCategory: 'none' })
    expect(await alerts()).toEqual([])
  })

  test('sent again with the same key, raises it once', async () => {
    const ctx = keyed(nurse, 'once')
    const sent = { personId, answers: { indication: 'pain', safetyQuestion: 'yes' } as const, baseline: {} }
    await screenPerson(ctx, sent)
    await screenPerson(ctx, sent)
    expect(await alerts()).toHaveLength(1)
  })
})
