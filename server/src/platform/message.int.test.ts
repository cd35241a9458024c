import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Ctx, inOneStep } from './context.ts'
import { inTransaction } from './database.ts'
import type { Ground } from './ground.ts'
import { openPostman } from './mail.ts'
import { type Compose, deliverDue, dropMessages, promiseMessage } from './message.ts'
import { type TestClinic, testClinic } from './testing.ts'
import { type MailServer, openMailServer } from './testing-mail.ts'

let mail: MailServer
let clinic: TestClinic
let ground: Ground
let ctx: Ctx
beforeEach(async () => {
  mail = await openMailServer()
  clinic = await testClinic()
  ground = { ...clinic.ground, postman: openPostman(mail.url, 'clinic@example.org') }
  ctx = await clinic.as('nurse')
})
afterEach(async () => {
  ground.postman.close()
  await mail.close()
})

const CALENDAR = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nEND:VCALENDAR\r\n'
let said = 'as it was'
const note: Compose = async (_tx, _ctx, aboutId) => ({
  to: `${aboutId.slice(-12)}@example.test`,
  subject: 'Grüße from a clinic',
  body: `It is ${said} — “now”.\n.\nThe line above is a dot.\n`,
  calendar: CALENDAR,
})
const lost: Compose = async () => ({ to: 'nobody@example.test', subject: 'To nobody', body: 'Nobody lives here.\n' })
const composers = { note, lost, unwanted: (async () => null) satisfies Compose }

const promise = async (kind: keyof typeof composers, minutes = 0) => {
  const aboutId = ctx.newId()
  const dueAt = new Date(clinic.clock.now.getTime() + minutes * 60_000)
  await inOneStep(ctx, 'promise', (tx) => promiseMessage(ctx, tx, { kind, aboutId, dueAt }))
  return aboutId
}
const deliver = (on: Ground = ground) => deliverDue(on, composers, clinic.clinicId, clinic.clock.read)
const rowOf = (aboutId: string) =>
  inTransaction(ground.database, clinic.clinicId, ({ db }) =>
    db.selectFrom('message').where('aboutId', '=', aboutId).selectAll().executeTakeFirstOrThrow(),
  )

describe('a letter', () => {
  test('arrives whole: who, what, every sign of its text, and the file for the calendar', async () => {
    const aboutId = await promise('note')
    await deliver()
    const [letter, ...more] = mail.letters
    expect(more).toEqual([])
    expect(letter).toMatchObject({ subject: 'Grüße from a clinic', from: { value: [{ address: 'clinic@example.org' }] } })
    expect(JSON.stringify(letter?.to)).toContain(`${aboutId.slice(-12)}@example.test`)
    expect(letter?.text?.trim()).toBe('It is as it was — “now”.\n.\nThe line above is a dot.')
    const calendar = letter?.attachments.find(({ filename }) => filename === 'appointment.ics')
    expect(calendar?.content.toString()).toBe(CALENDAR)
    expect(letter?.messageId).toBe(`<${(await rowOf(aboutId)).id}@example.org>`)
  })

  test('says what is so when it is sent, and is not sent before its time', async () => {
    await promise('note', 60)
    await deliver()
    expect(mail.letters).toEqual([])
    said = 'another way'
    clinic.clock.forward(60)
    await deliver()
    said = 'as it was'
    expect(mail.letters.map(({ text }) => text)).toEqual([expect.stringContaining('It is another way')])
  })

  test('that was withdrawn, or is not wanted any more, is never sent', async () => {
    const withdrawn = await promise('note')
    await inOneStep(ctx, 'drop', async (tx) => {
      await dropMessages(ctx, tx, withdrawn)
      return { id: withdrawn }
    })
    const unwanted = await promise('unwanted')
    await deliver()
    clinic.clock.forward(24 * 60)
    await deliver()
    expect(mail.letters).toEqual([])
    expect((await rowOf(unwanted)).droppedAt).not.toBeNull()
  })

  test('promised twice for the same instant is one', async () => {
    const aboutId = ctx.newId()
    const dueAt = clinic.clock.now
    for (const _ of [1, 2]) await inOneStep(ctx, 'promise', (tx) => promiseMessage(ctx, tx, { kind: 'note', aboutId, dueAt }))
    await deliver()
    await deliver()
    expect(mail.letters).toHaveLength(1)
  })
})

describe('when the mail server', () => {
  test('is away for a night, letters wait and then go out once each', async () => {
    await mail.close()
    const about = [await promise('note'), await promise('note'), await promise('note')]
    for (let minutes = 0; minutes < 12 * 60; minutes += 5) {
      await deliver()
      clinic.clock.forward(5)
    }
    const tries = (await Promise.all(about.map(rowOf))).map((row) => row.tries)
    expect(Math.max(...tries)).toBeLessThan(30)
    const back = await openMailServer(mail.port)
    for (let minutes = 0; minutes <= 70; minutes += 1) {
      await deliver()
      clinic.clock.forward(1)
    }
    const subjects = back.letters.map(({ messageId }) => messageId)
    expect(new Set(subjects).size).toBe(3)
    expect(subjects).toHaveLength(3)
    for (const aboutId of about) expect((await rowOf(aboutId)).sentAt).not.toBeNull()
    await back.close()
    mail = await openMailServer()
  })

  test('breaks off in the middle, the letter is tried again under the same id', async () => {
    mail.house.mood = 'breaks off'
    const aboutId = await promise('note')
    await deliver()
    expect((await rowOf(aboutId)).sentAt).toBeNull()
    mail.house.mood = 'takes'
    await deliver()
    expect(mail.letters).toEqual([])
    clinic.clock.forward(1)
    await deliver()
    expect(mail.letters).toHaveLength(1)
  })

  test('refuses one letter, the others still go out in the same round', async () => {
    const refused = await promise('lost')
    await promise('note')
    await deliver()
    expect(mail.letters).toHaveLength(1)
    expect(await rowOf(refused)).toMatchObject({ sentAt: null, tries: 1 })
  })

  test('is slow, two rounds at once carry a letter once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => promise('note')))
    await Promise.all([deliver(), deliver(), deliver()])
    expect(mail.letters).toHaveLength(5)
    expect(new Set(mail.letters.map(({ messageId }) => messageId)).size).toBe(5)
  })
})

test('without a mail server letters stay in the house, marked as written', async () => {
  const aboutId = await promise('note')
  await deliver(clinic.ground)
  expect(mail.letters).toEqual([])
  expect(await rowOf(aboutId)).toMatchObject({ sentAt: clinic.clock.now, subject: 'Grüße from a clinic', calendar: CALENDAR })
})
