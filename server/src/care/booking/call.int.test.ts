import { chartKeys, isAnswer } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { heldClock, type TestClinic, testClinic } from '../../platform/testing.ts'
import { bookCall } from './book-call.ts'
import { callPage } from './call-page.ts'
import { callsOn } from './calls-on.ts'
import { missCall } from './close-appointment.ts'
import { endCall } from './end-call.ts'
import { enterAnswer } from './enter-answer.ts'
import { startCall } from './start-call.ts'
import { callAnswersOf } from './store.ts'

let clinic: TestClinic
let nurse: Ctx
let call: { appointmentId: string }
let personId: string

beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-24T14:00:00Z'))
  nurse = await clinic.as('nurse', 'P. Larkspur')
  const booked = await bookCall(clinic.visitor, {
    state: 'VA',
    start: '2026-11-24T15:15:00.000Z',
    zone: 'America/New_York',
    name: 'Robin Madeupname',
    phone: '+15405550142',
    email: 'robin@example.test',
  })
  call = { appointmentId: booked.id }
  personId = booked.personId
  clinic.clock.now = new Date('2026-11-24T15:15:00Z')
  await startCall(nurse, call)
})

const says = async (question: string, answer: string) => {
  clinic.clock.forward(1)
  return enterAnswer(nurse, { ...call, question, answer })
}
const end = (outcome: Parameters<typeof endCall>[1]['outcome']) => endCall(nurse, { ...call, outcome, nextStep: 'as agreed' })
const alerts = () =>
  inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db.selectFrom('alert').where('clinicId', '=', clinic.clinicId).selectAll().execute(),
  )
const handedOn = async () => {
  const answers = await inTransaction(clinic.ground.database, clinic.clinicId, (tx) => callAnswersOf(tx, personId))
  return Object.fromEntries(answers.map(({ key, value }) => [key, value]))
}

describe('what is said', () => {
  test('the last answer of a question counts, and the earlier ones stay readable', async () => {
    await says('flag:angina', 'yes')
    await says('flag:angina', 'not sure')
    const { answers } = await callPage(nurse, call)
    expect(answers['flag:angina']).toMatchObject({ answer: 'not sure', by: 'P. Larkspur', before: [{ answer: 'yes' }] })
  })

  test('a correction after the end is kept like any other', async () => {
    await says('safety', 'no')
    await end('need records')
    await says('flag:mania', 'yes')
    expect(await handedOn()).toMatchObject({ mania: 'yes' })
  })

  test('red flags are handed on with their instant; not asked is not there, not sure is never no', async () => {
    await says('flag:psychosis', 'no')
    await says('flag:mania', 'not sure')
    await says('flag:liver', 'not sure')
    expect(await handedOn()).toEqual({ psychosis: 'no', mania: 'not-sure' })
    const answers = await inTransaction(clinic.ground.database, clinic.clinicId, (tx) => callAnswersOf(tx, personId))
    expect(answers.find(({ key }) => key === 'psychosis')?.at).toBe('2026-11-24T15:16:00.000Z')
    for (const { key, value } of answers) expect(chartKeys.some((each) => each === key && isAnswer(each, value))).toBe(true)
  })

  test('a question or an answer that the script does not know is refused', async () => {
    await expect(says('flag:horoscope', 'no')).rejects.toMatchObject({ code: 'not-valid', faults: [{ field: 'question' }] })
    await expect(says('flag:angina', 'maybe')).rejects.toMatchObject({ code: 'not-valid', faults: [{ field: 'answer' }] })
    await expect(says('told:cochrane-2025', 'an old version')).rejects.toMatchObject({ code: 'not-valid' })
  })
})

describe('safety', () => {
  test('any answer but a plain no raises an alert that nobody owns yet', async () => {
    await says('safety', 'rather-not-say')
    expect(await alerts()).toMatchObject([{ personId, kind: 'safety', cause: 'call', ownerId: null, closedAt: null }])
  })

  test('one worry is one alert, and a worry that comes back is another', async () => {
    await says('safety', 'yes')
    await says('safety', 'rather-not-say')
    expect(await alerts()).toHaveLength(1)
    await says('safety', 'no')
    await says('safety', 'yes')
    expect(await alerts()).toHaveLength(2)
  })

  test('a plain no raises none', async () => {
    await says('safety', 'no')
    expect(await alerts()).toEqual([])
  })
})

describe('the outcome', () => {
  test('waits for the safety question, and an urgent referral does not', async () => {
    await says('flag:angina', 'no')
    await expect(end('book evaluation')).rejects.toMatchObject({ code: 'safety-unanswered' })
    await expect(end('declined')).rejects.toMatchObject({ code: 'safety-unanswered' })
    expect(await end('urgent referral')).toMatchObject({ outcome: 'urgent referral', personId })
  })

  test('is no booking for a caller in danger', async () => {
    await says('safety', 'yes')
    await expect(end('book evaluation')).rejects.toMatchObject({ code: 'finding-blocks' })
    expect(await end('urgent referral')).toMatchObject({ nextStep: 'as agreed' })
  })

  test('is given once', async () => {
    await says('safety', 'no')
    await end('book evaluation')
    await expect(end('declined')).rejects.toMatchObject({ code: 'call-over' })
    expect((await callPage(nurse, call)).outcome).toMatchObject({ outcome: 'book evaluation' })
  })
})

describe('the list of calls', () => {
  test('says who, when, where and what came of it', async () => {
    await says('safety', 'no')
    await end('need records')
    const { calls } = await callsOn(nurse, {})
    expect(calls).toMatchObject([
      {
        name: 'Robin Madeupname',
        phone: '(540) 555-0142',
        state: 'VA',
        standing: 'done',
        outcome: 'need records',
        clinician: 'P. Larkspur',
      },
    ])
  })

  test('who was missed may be rung again, and then the call counts as held', async () => {
    await missCall(nurse, call)
    expect((await callsOn(nurse, {})).calls).toMatchObject([{ standing: 'missed' }])
    await startCall(nurse, call)
    await says('safety', 'no')
    await end('declined')
    expect((await callsOn(nurse, { day: '2026-11-24' })).calls).toMatchObject([{ standing: 'done' }])
  })

  test('another day has its own calls', async () => {
    expect((await callsOn(nurse, { day: '2026-11-25' })).calls).toEqual([])
  })
})
