import { type Finding, overrideAct, overrideFacts, type Problem } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import { sealProof } from '../../platform/auth/proof.ts'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { personOf } from '../people/store.ts'
import { type Decide, decide } from './decide.ts'
import { recordAnswers } from './record-answers.ts'
import { screenPerson } from './screen-person.ts'
import { screeningOf } from './store.ts'
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
const word = async (second: Ctx, screeningId: string, rules: string[]) =>
  (
    await sealProof(prescriber, {
      staffId: staffOf(second).id,
      act: overrideAct,
      facts: overrideFacts(screeningId, rules),
      method: 'password',
    })
  ).proof
const refusal = async (doing: Promise<unknown>) => {
  const { code, faults } = (await doing.catch((problem: unknown) => problem)) as Partial<Problem>
  return { code, fields: faults?.map(({ field }) => field) }
}

describe('the decision', () => {
  test('to accept makes the caller a patient, with the prescriber’s name', async () => {
    const { screeningId } = await screened()
    await decide(prescriber, yes(screeningId))
    expect(await read((tx) => personOf(tx, personId))).toMatchObject({
      acceptedAt: clinic.clock.now,
      acceptedBy: staffOf(prescriber).id,
    })
  })

  test('to defer or to decline leaves them a caller, whatever stands in the way', async () => {
    const { screeningId } = await screened({ psychosis: 'yes' })
    await decide(prescriber, yes(screeningId, { decision: 'decline', reason: 'Psychosis now; back to her psychiatrist' }))
    expect((await read((tx) => personOf(tx, personId)))?.acceptedAt).toBeNull()
  })

  test('unknown is never no: an answer that is missing stands in the way of accepting', async () => {
    const { vesselMalformation: _, ...rest } = wellAnswers()
    const { screeningId, findings } = await screenPerson(prescriber, { personId, answers: rest, baseline: {} })
    expect(at(findings, 'aneurysm')).toMatchObject({
      level: 'defer',
      unknown: [{ key: 'vesselMalformation', why: 'not answered' }],
    })
    const acknowledged = findings.map(({ rule }) => rule)
    expect(await refusal(decide(prescriber, yes(screeningId, { acknowledged })))).toEqual({
      code: 'finding-blocks',
      fields: ['aneurysm'],
    })
  })

  test('a caution must be acknowledged by name', async () => {
    const { screeningId } = await screened({ systolic: 144 })
    expect(await refusal(decide(prescriber, yes(screeningId)))).toEqual({ code: 'finding-blocks', fields: ['blood-pressure'] })
    await decide(prescriber, yes(screeningId, { acknowledged: ['blood-pressure'] }))
    expect((await read((tx) => screeningOf(tx, screeningId)))?.acknowledged).toEqual(['blood-pressure'])
  })

  test('nobody may override an exclude that cannot be overridden, whoever signs beside it', async () => {
    const { screeningId } = await screened({ psychosis: 'yes' })
    const proof = await word(await clinic.as('prescriber'), screeningId, ['psychosis'])
    const overrides = [{ rule: 'psychosis', reason: 'It is stable' }]
    expect(await refusal(decide(prescriber, yes(screeningId, { overrides, proof })))).toEqual({
      code: 'finding-blocks',
      fields: ['psychosis'],
    })
  })

  test('an override needs a reason and a second signer’s proof for exactly these rules', async () => {
    const { screeningId } = await screened({ recentHeartEvent: 'yes' })
    const second = await clinic.as('prescriber', 'P. Larkspur')
    const overrides = [{ rule: 'heart-disease', reason: 'Stent in June; the cardiologist agrees in writing' }]
    const tries = (more: Partial<Decide>) => refusal(decide(prescriber, yes(screeningId, more)))
    expect(await tries({})).toEqual({ code: 'finding-blocks', fields: ['heart-disease'] })
    expect(await tries({ overrides: [{ rule: 'heart-disease', reason: ' ' }] })).toMatchObject({ code: 'finding-blocks' })
    expect(await tries({ overrides })).toEqual({ code: 'not-valid', fields: ['proof'] })
    const other = await word(second, screeningId, ['substance-use'])
    expect(await tries({ overrides, proof: other })).toMatchObject({ code: 'proof-failed' })
    const proof = await word(second, screeningId, ['heart-disease'])
    await decide(prescriber, yes(screeningId, { overrides, proof }))
    expect(await read((tx) => screeningOf(tx, screeningId))).toMatchObject({
      decision: 'accept',
      overrides,
      secondSignerName: 'P. Larkspur',
    })
  })

  test('what does not stand in the way cannot be overridden in advance', async () => {
    const { screeningId } = await screened()
    const overrides = [{ rule: 'heart-disease', reason: 'To be safe' }]
    const proof = await word(await clinic.as('prescriber'), screeningId, ['heart-disease'])
    expect(await refusal(decide(prescriber, yes(screeningId, { overrides, proof })))).toEqual({
      code: 'finding-blocks',
      fields: ['heart-disease'],
    })
  })

  test('is made once', async () => {
    const { screeningId } = await screened()
    await decide(prescriber, yes(screeningId))
    expect(await refusal(decide(prescriber, yes(screeningId, { decision: 'decline' })))).toMatchObject({
      code: 'already-decided',
    })
  })

  test('is made on the newest screening only', async () => {
    const first = await screened()
    clinic.clock.forward(1)
    await screened({ psychosis: 'yes' })
    expect(await refusal(decide(prescriber, yes(first.screeningId)))).toMatchObject({ code: 'screening-stale' })
  })

  test('is refused after an answer came in from elsewhere, until somebody screens again', async () => {
    const { screeningId } = await screened()
    clinic.clock.forward(1)
    await inOneStep(nurse, 'test-answers', (tx) =>
      recordAnswers(nurse, tx, personId, 'check-in', { safetyQuestion: 'yes' }, clinic.clock.now),
    )
    expect(await refusal(decide(prescriber, yes(screeningId)))).toMatchObject({ code: 'screening-stale' })
  })

  test('is refused when a reading has grown too old since', async () => {
    const { screeningId } = await screened()
    clinic.clock.forward(31 * 24 * 60)
    expect(await refusal(decide(prescriber, yes(screeningId)))).toMatchObject({ code: 'screening-stale' })
  })

  test('a day to look again belongs to a deferral and lies ahead', async () => {
    const { screeningId } = await screened()
    const tries = (more: Partial<Decide>) => refusal(decide(prescriber, yes(screeningId, more)))
    const wrong = { code: 'not-valid', fields: ['lookAgainOn'] }
    expect(await tries({ decision: 'defer', lookAgainOn: '2026-11-23' })).toEqual(wrong)
    expect(await tries({ lookAgainOn: '2026-12-04' })).toEqual(wrong)
  })
})
