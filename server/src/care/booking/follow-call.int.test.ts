import { type CallOutcome, callNext, nextAfter } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Ctx, openContext } from '../../platform/context.ts'
import { originOf } from '../../platform/host.ts'
import { deliverDue } from '../../platform/message.ts'
import { heldClock, peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { bookCall } from './book-call.ts'
import { callPage } from './call-page.ts'
import { cancelCall, readCancel } from './cancel-appointment.ts'
import { endCall } from './end-call.ts'
import { enterAnswer } from './enter-answer.ts'
import { callLetters, followCall, readFollow } from './follow-call.ts'
import { holdTime } from './hold-time.ts'
import { bookingLetters } from './letters.ts'
import { moveAppointment } from './move-appointment.ts'
import { startCall } from './start-call.ts'

let clinic: TestClinic
let nurse: Ctx
let appointmentId: string
let personId: string

beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-24T14:00:00Z'))
  const { actor } = await clinic.as('nurse', 'P. Larkspur')
  // Letters are written under the clinic's own address, and so is what is read before them.
  const origin = await originOf(clinic.ground, clinic.clinicId)
  nurse = openContext(clinic.ground, { clinicId: clinic.clinicId, actor, origin })
  const booked = await bookCall(clinic.visitor, {
    state: 'VA',
    start: '2026-11-24T16:15:00.000Z',
    zone: 'America/New_York',
    name: 'Robin Madeupname',
    phone: '+15405550142',
    email: 'robin@example.test',
  })
  appointmentId = booked.id
  personId = booked.personId
  await post()
})

const post = () => deliverDue(clinic.ground, { ...bookingLetters, ...callLetters }, clinic.clinicId)
const sent = () =>
  peek(nurse, ({ db }) =>
    db
      .selectFrom('message')
      .where('clinicId', '=', clinic.clinicId)
      .where('sentAt', 'is not', null)
      .orderBy('sentAt')
      .orderBy('id')
      .select(['kind', 'recipient as to', 'subject', 'body'])
      .execute(),
  )
const last = async () => (await sent()).at(-1)
const markOf = (letter: { mark: string } | null) => letter?.mark ?? ''
const reads = (language: string) =>
  peek(nurse, ({ db }) => db.updateTable('person').set({ language }).where('id', '=', personId).execute())

describe('what is read before a press is what goes out', () => {
  const time = '2026-11-24T19:00:00.000Z'
  const words = 'Our nurse is at a chair until two.'

  test('a move sends the very letter that was held up, and one letter', async () => {
    clinic.clock.forward(1)
    const { letter } = await holdTime(nurse, { appointmentId, start: time, words })
    await moveAppointment(nurse, { appointmentId, start: time, words, seen: markOf(letter) })
    await post()
    await post()
    expect(await sent()).toHaveLength(2)
    expect(await last()).toMatchObject({ to: letter?.to, subject: letter?.subject, body: letter?.body })
    expect(letter?.body).toContain(words)
  })

  test('a move that would send another letter than the one that was read moves nothing', async () => {
    clinic.clock.forward(1)
    const { letter } = await holdTime(nurse, { appointmentId, start: time, words })
    const move = { appointmentId, start: time, words, seen: markOf(letter) }
    await expect(moveAppointment(nurse, { ...move, words: 'Other words.' })).rejects.toMatchObject({ code: 'letter-changed' })
    await reads('es')
    await expect(moveAppointment(nurse, move)).rejects.toMatchObject({ code: 'letter-changed' })
    await post()
    expect(await sent()).toHaveLength(1)
    expect((await callPage(nurse, { appointmentId })).start).toBe('2026-11-24T16:15:00.000Z')
  })

  test('moved away and back before a letter went, nobody is written to; once one went, none that nobody read goes', async () => {
    const { start: first } = await callPage(nurse, { appointmentId })
    clinic.clock.forward(1)
    const away = await holdTime(nurse, { appointmentId, start: time })
    await moveAppointment(nurse, { appointmentId, start: time, seen: markOf(away.letter) })
    const back = await holdTime(nurse, { appointmentId, start: first })
    expect(back.letter).toBeNull()
    await moveAppointment(nurse, { appointmentId, start: first, seen: markOf(back.letter) })
    await post()
    expect(await sent()).toHaveLength(1)

    clinic.clock.forward(1)
    await moveAppointment(nurse, { appointmentId, start: time })
    await post()
    expect(await sent()).toHaveLength(2)
    await expect(moveAppointment(nurse, { appointmentId, start: first, seen: '' })).rejects.toMatchObject({
      code: 'letter-changed',
    })
  })

  test('a cancellation sends the very letter that was read, and nothing is canceled by reading', async () => {
    clinic.clock.forward(1)
    const { letter } = await readCancel(nurse, { appointmentId, words })
    expect((await callPage(nurse, { appointmentId })).standing).toBe('booked')
    const telling = { appointmentId, words, seen: markOf(letter) }
    await expect(cancelCall(nurse, { ...telling, words: 'Other words.' })).rejects.toMatchObject({ code: 'letter-changed' })
    await cancelCall(nurse, telling)
    await post()
    expect(await last()).toMatchObject({ to: letter?.to, subject: letter?.subject, body: letter?.body })
  })
})

describe('the letter after a call', () => {
  const ended = async (outcome: CallOutcome, next = nextAfter(outcome).find((each) => !callNext[each].books)) => {
    clinic.clock.now = new Date('2026-11-24T16:15:00Z')
    await startCall(nurse, { appointmentId })
    await enterAnswer(nurse, { appointmentId, question: 'safety', answer: outcome === 'urgent referral' ? 'yes' : 'no' })
    await enterAnswer(nurse, { appointmentId, question: 'flag:mania', answer: 'yes' })
    await enterAnswer(nurse, { appointmentId, question: 'notes', answer: 'CRPS since 2023' })
    await endCall(nurse, { appointmentId, outcome, next: next ?? 'nothing further', note: 'watch the pressure' })
    clinic.clock.forward(1)
  }
  const read = async (words?: string) => (await readFollow(nurse, { appointmentId, words })).letter

  test('is the one that was read, goes out once, and never by itself', async () => {
    await ended('book evaluation', 'we call to book')
    await post()
    expect(await sent()).toHaveLength(1)
    const letter = await read('Ask for Pat.')
    const press = { appointmentId, words: 'Ask for Pat.', seen: markOf(letter) }
    await followCall(nurse, press)
    await expect(followCall(nurse, press)).rejects.toMatchObject({ code: 'letter-sent' })
    await post()
    await post()
    expect(await sent()).toHaveLength(2)
    expect(await last()).toMatchObject({ to: letter?.to, subject: letter?.subject, body: letter?.body })
    expect((await callPage(nurse, { appointmentId })).letterSentAt).toBe('2026-11-24T16:16:00.000Z')
  })

  test('that would differ from what was read is not sent', async () => {
    await ended('declined')
    const seen = markOf(await read())
    await expect(followCall(nurse, { appointmentId, words: 'More.', seen })).rejects.toMatchObject({ code: 'letter-changed' })
    await post()
    expect(await sent()).toHaveLength(1)
  })

  test('is written in the language of whoever reads it', async () => {
    await ended('declined')
    await reads('es')
    const letter = await read()
    expect(letter?.subject).toBe('Después de su llamada con Test clinic')
    expect(letter?.body).toContain('gracias por hablar con nosotros')
  })

  test.each(['book evaluation', 'need records', 'not suitable now', 'declined'] as const)(
    'says nothing of health after %s',
    async (outcome) => {
      await ended(outcome)
      const letter = await read()
      expect(letter).not.toBeNull()
      expect(`${letter?.subject} ${letter?.body}`).not.toMatch(
        /ketamine|pain|crps|mania|pressure|suitable|doctor|record|infusion|evaluat/i,
      )
    },
  )

  test('is not offered before the end, nor to whoever was handed on in danger', async () => {
    expect(await read()).toBeNull()
    await expect(followCall(nurse, { appointmentId, seen: '' })).rejects.toMatchObject({ code: 'letter-not-offered' })
    await ended('urgent referral', 'crisis line')
    expect(await read()).toBeNull()
    await expect(followCall(nurse, { appointmentId, seen: '' })).rejects.toMatchObject({ code: 'letter-not-offered' })
  })
})
