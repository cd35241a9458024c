import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../platform/context.ts'
import { peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { askFor } from './ask-for.ts'
import { decide } from './decide.ts'
import { screenPerson } from './screen-person.ts'
import { requestsOf, screeningOf } from './store.ts'
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

const screened = (change: object = {}) =>
  screenPerson(prescriber, { personId, answers: { ...wellAnswers(), ...change }, baseline: {} })
const requests = (screeningId: string) => peek(nurse, (tx) => requestsOf(tx, [screeningId]))

describe('what clears a finding is asked for', () => {
  test('once: who asks again is told of the first time', async () => {
    const { screeningId } = await screened({ liver: 'b' })
    const first = await askFor(nurse, { screeningId, rule: 'liver' })
    expect(await askFor(prescriber, { screeningId, rule: 'liver' })).toEqual(first)
    expect(await requests(screeningId)).toMatchObject([{ rule: 'liver', what: 'ALT and AST', askedAt: clinic.clock.now }])
  })

  test('only where something is in the way', async () => {
    const { screeningId } = await screened()
    await expect(askFor(nurse, { screeningId, rule: 'liver' })).rejects.toMatchObject({ code: 'not-valid' })
    await expect(askFor(nurse, { screeningId, rule: 'no-such-rule' })).rejects.toMatchObject({ code: 'not-valid' })
    await expect(askFor(nurse, { screeningId: crypto.randomUUID(), rule: 'liver' })).rejects.toMatchObject({ code: 'not-found' })
    expect(await requests(screeningId)).toEqual([])
  })
})

describe('a caution is met in words', () => {
  const pressure = { systolic: 150, diastolic: 84 }
  const accept = (screeningId: string, mitigations: { rule: string; words: string }[]) =>
    decide(prescriber, {
      screeningId,
      decision: 'accept',
      reason: 'Weighed',
      acknowledged: ['blood-pressure'],
      overrides: [],
      mitigations,
    })

  test('that stand with the decision', async () => {
    const { screeningId } = await screened(pressure)
    const met = [{ rule: 'blood-pressure', words: 'Measured again before each start' }]
    await accept(screeningId, met)
    expect((await peek(nurse, (tx) => screeningOf(tx, screeningId)))?.mitigations).toEqual(met)
  })

  test('and nothing is met that was not found', async () => {
    const { screeningId } = await screened(pressure)
    await expect(accept(screeningId, [{ rule: 'liver', words: 'Tests monthly' }])).rejects.toMatchObject({
      code: 'not-valid',
      faults: [{ field: 'liver' }],
    })
    expect((await peek(nurse, (tx) => screeningOf(tx, screeningId)))?.decisionId).toBeNull()
  })
})
