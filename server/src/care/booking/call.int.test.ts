import { type CallOutcome, callNext, chartKeys, isAnswer, nextAfter } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Ctx, staffOf } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { heldClock, type TestClinic, testClinic } from '../../platform/testing.ts'
import { bookCall } from './book-call.ts'
import { callPage } from './call-page.ts'
import { callOfAppointment, insertEntry } from './call-store.ts'
import { callsOn } from './calls-on.ts'
import { missCall } from './close-appointment.ts'
import { type EndCall, endCall } from './end-call.ts'
import { enterAnswer } from './enter-answer.ts'
import { startCall, takeBackCall } from './start-call.ts'
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
const end = (outcome: CallOutcome, how: Partial<EndCall> = {}) =>
  endCall(nurse, {
    ...call,
    outcome,
    next: nextAfter(outcome).find((next) => !callNext[next].books) ?? 'nothing further',
    ...how,
  })
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
    await says('flag:angina', 'not-sure')
    const { answers } = await callPage(nurse, call)
    expect(answers['flag:angina']).toMatchObject({ answer: 'not-sure', by: 'P. Larkspur', before: [{ answer: 'yes' }] })
  })

  test('an unsure answer kept with a space, as it once was, reads and counts as one', async () => {
    await inTransaction(clinic.ground.database, clinic.clinicId, async (tx) => {
      const callId = (await callOfAppointment(tx, call.appointmentId))?.id ?? ''
      const entry = { id: nurse.newId(), callId, question: 'flag:mania', answer: 'not sure' }
      await insertEntry(tx, { ...entry, enteredBy: staffOf(nurse).id, enteredAt: nurse.now() })
    })
    expect((await callPage(nurse, call)).answers['flag:mania']).toMatchObject({ answer: 'not-sure' })
    expect(await handedOn()).toEqual({ mania: 'not-sure' })
  })

  test('a correction after the end is kept like any other', async () => {
    await says('safety', 'no')
    await end('need records')
    await says('flag:mania', 'yes')
    expect(await handedOn()).toMatchObject({ mania: 'yes' })
  })

  test('red flags are handed on with their instant; not asked is not there, not sure is never no', async () => {
    await says('flag:psychosis', 'no')
    await says('flag:mania', 'not-sure')
    await says('flag:liver', 'not-sure')
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
    expect(await end('urgent referral', { note: 'Her sister is with her.' })).toMatchObject({
      next: 'emergency services',
      nextStep: 'Her sister is with her.',
    })
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

describe('the way on', () => {
  test('is one of its outcome’s own; a time is booked where the way on books one, and nowhere else', async () => {
    await says('safety', 'no')
    await expect(end('declined', { next: 'we call to book' })).rejects.toMatchObject({ faults: [{ field: 'next' }] })
    await expect(end('book evaluation', { next: 'evaluation booked' })).rejects.toMatchObject({ faults: [{ field: 'book' }] })
    const start = '2026-11-25T15:00:00.000Z'
    await expect(end('declined', { next: 'may call again', book: { start } })).rejects.toMatchObject({
      faults: [{ field: 'book' }],
    })
    expect((await callPage(nurse, call)).outcome).toBeNull()
  })

  test('books the evaluation in the same step, or ends nothing', async () => {
    await says('safety', 'no')
    const book = { start: '2026-11-25T15:00:00.000Z', place: 'clinic' } as const
    const ending = () => end('book evaluation', { next: 'evaluation booked', book })
    await expect(ending()).rejects.toMatchObject({ code: 'not-valid', faults: [{ field: 'start' }] })
    expect((await callPage(nurse, call)).outcome).toBeNull()
    await clinic.as('prescriber')
    await ending()
    expect((await callPage(nurse, call)).outcome).toMatchObject({ next: 'evaluation booked', bookedFor: book.start })
    expect((await callsOn(nurse, {})).calls).toMatchObject([{ next: 'evaluation booked', bookedFor: book.start }])
  })

  test('books nothing for a caller in danger', async () => {
    await says('safety', 'yes')
    await clinic.as('prescriber')
    const book = { start: '2026-11-25T15:00:00.000Z', place: 'clinic' } as const
    await expect(end('book evaluation', { next: 'evaluation booked', book })).rejects.toMatchObject({ code: 'finding-blocks' })
  })
})

describe('W31: a call that is begun at another time than its own', () => {
  const tomorrow = { state: 'VA', zone: 'America/New_York', phone: '+15405550142', email: 'robin@example.test' }
  const booked = async () => {
    const { id } = await bookCall(clinic.visitor, { ...tomorrow, name: 'Robin M', start: '2026-11-24T19:00:00.000Z' })
    return { appointmentId: id }
  }

  test('is asked back when it is hours early or its time is over, and begins after a yes', async () => {
    const early = await booked()
    await expect(startCall(nurse, early)).rejects.toMatchObject({
      code: 'improbable',
      faults: [
        {
          ask: 'early',
          code: 'call-not-now',
          params: { start: '2026-11-24T19:00:00.000Z', now: '2026-11-24T15:15:00.000Z', zone: 'America/New_York' },
        },
      ],
    })
    clinic.clock.now = new Date('2026-11-24T19:15:00Z')
    await expect(startCall(nurse, early)).rejects.toMatchObject({ code: 'improbable', faults: [{ ask: 'late' }] })
    await expect(startCall(nurse, { ...early, confirmed: ['early'] })).rejects.toMatchObject({ code: 'improbable' })
    await expect(startCall(nurse, { ...early, confirmed: ['late'] })).resolves.toMatchObject(early)
  })

  test('needs no question from a call’s own length before its time until its end', async () => {
    const call = await booked()
    clinic.clock.now = new Date('2026-11-24T18:45:00Z')
    await expect(startCall(nurse, call)).resolves.toMatchObject(call)
  })

  test('is taken back while nothing is written on it, and can be begun again', async () => {
    const call = await booked()
    await startCall(nurse, { ...call, confirmed: ['early'] })
    await takeBackCall(nurse, call)
    expect(await callPage(nurse, call)).toMatchObject({ startedAt: null, standing: 'booked', answers: {} })
    expect((await callsOn(nurse, {})).calls.filter(({ startedAt }) => startedAt === null)).toHaveLength(1)
    clinic.clock.now = new Date('2026-11-24T19:00:00Z')
    await startCall(nurse, call)
    await enterAnswer(nurse, { ...call, question: 'safety', answer: 'no' })
    await expect(takeBackCall(nurse, call)).rejects.toMatchObject({ code: 'call-written' })
    expect((await callPage(nurse, call)).startedAt).toBe('2026-11-24T19:00:00.000Z')
  })
})

test('W29: the day’s list holds the times that are still open, each run as one line', async () => {
  const { open } = await callsOn(nurse, {})
  expect(open).toEqual([{ start: '2026-11-24T15:30:00.000Z', end: '2026-11-24T23:00:00.000Z', times: 30 }])
  expect((await callsOn(nurse, { day: '2026-11-28' })).open).toEqual([])
})
