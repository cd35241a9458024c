import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Ctx, inOneStep } from './context.ts'
import { inTransaction } from './database.ts'
import type { Ground } from './ground.ts'
import { failureOf, openPostman, optOutHeaders } from './mail.ts'
import { type Compose, deliverDue, dropMessages, promiseMessage } from './message.ts'
import { clearRefused, refusedAmong } from './refused-address.ts'
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
const torn: Compose = async () => {
  throw new Error('nothing to write about')
}
const composers = { note, lost, torn, unwanted: (async () => null) satisfies Compose }

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

test('goes to another machine under TLS or not at all, unless it was said aloud that it may be read', async () => {
  // Another name of this machine: no setting knows it as such, and the server there speaks no TLS.
  const elsewhere = mail.url.replace('127.0.0.1', '127.1')
  const letter = { to: 'a@example.test', subject: 'Sealed', body: 'Or not.' }
  const sealed = openPostman(elsewhere, 'clinic@example.org')
  await expect(sealed.send(letter, 'one')).rejects.toThrow(/STARTTLS|TLS/)
  expect(mail.letters).toHaveLength(0)
  sealed.close()
  const open = openPostman(elsewhere, 'clinic@example.org', true)
  await open.send(letter, 'two')
  expect(mail.letters).toHaveLength(1)
  open.close()
})

test('one that cannot be written waits, less and less often, and holds up none of the others', async () => {
  const bad = await promise('torn')
  const good = await promise('note')
  await deliver()
  expect(mail.letters).toHaveLength(1)
  expect(await rowOf(good)).toMatchObject({ sentAt: expect.any(Date) })
  expect(await rowOf(bad)).toMatchObject({ sentAt: null, droppedAt: null, failedAt: null, tries: 1 })
  await deliver()
  expect(await rowOf(bad)).toMatchObject({ tries: 1 })
  for (let tries = 2; tries <= 100; tries++) {
    clinic.clock.forward(61)
    await deliver()
  }
  expect(await rowOf(bad)).toMatchObject({ tries: 100, failedAt: expect.any(Date), failure: 'the letter could not be written' })
})

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

  test('B17: refuses an address for good, the letter ends at the first try, the address is marked, and the next letter does not knock', async () => {
    const refused = await promise('lost')
    await deliver()
    const row = await rowOf(refused)
    expect(row).toMatchObject({ sentAt: null, tries: 1, failedAt: clinic.clock.now })
    expect(row.failure).toMatch(/^550 /)
    const marks = () =>
      inTransaction(ground.database, clinic.clinicId, (tx) => refusedAmong(tx, ['Nobody@Example.test', 'a@b.test']))
    expect([...(await marks()).keys()]).toEqual(['Nobody@Example.test'])
    const knocks = mail.house.tries
    const next = await promise('lost')
    clinic.clock.forward(24 * 60)
    await deliver()
    expect(mail.house.tries).toBe(knocks)
    expect(await rowOf(next)).toMatchObject({ sentAt: null, failedAt: clinic.clock.now })
    await inOneStep(ctx, 'clear', async (tx) => clearRefused(tx, 'nobody@example.test', clinic.clock.now))
    expect((await marks()).size).toBe(0)
  })

  test('refuses a letter for now, it is tried again and ends after four days, and no address is marked', async () => {
    mail.house.mood = 'is full'
    const aboutId = await promise('note')
    await deliver()
    expect(await rowOf(aboutId)).toMatchObject({ tries: 1, failedAt: null })
    await inTransaction(ground.database, clinic.clinicId, ({ db }) =>
      db.updateTable('message').set({ tries: 99 }).where('aboutId', '=', aboutId).execute(),
    )
    clinic.clock.forward(61)
    await deliver()
    const row = await rowOf(aboutId)
    expect(row.tries).toBe(100)
    expect(row.failedAt).not.toBeNull()
    expect(row.failure).toMatch(/^452 /)
    expect((await inTransaction(ground.database, clinic.clinicId, (tx) => refusedAmong(tx, [row.recipient ?? '']))).size).toBe(0)
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

describe('what a mail server answers', () => {
  const said = (responseCode: number, command: string, response: string) =>
    failureOf(Object.assign(new Error('no'), { responseCode, command, response }))
  test.each([
    [550, 'RCPT TO', '550 no such box', 'address', true],
    [553, 'RCPT TO', '553 5.1.3 bad address', 'address', true],
    [450, 'RCPT TO', '450 4.2.0 greylisted', 'letter', false],
    [452, 'RCPT TO', '452 4.2.2 box is full', 'letter', false],
    [550, 'DATA', '550 5.1.1 user unknown', 'address', true],
    [554, 'DATA', '554 5.7.1 looks like spam', 'letter', true],
    [552, 'DATA', '552 5.3.4 too large', 'letter', true],
    [535, 'AUTH PLAIN', '535 5.7.8 bad credentials', 'house', false],
    [550, 'MAIL FROM', '550 5.7.1 sender not allowed', 'house', false],
    [421, 'CONN', '421 too busy', 'house', false],
  ] as const)('%i to %s (%s) is about the %s', (code, command, response, about, isFinal) => {
    expect(said(code, command, response)).toEqual({ about, isFinal, why: response })
  })

  test('and one that does not answer says nothing about any letter', () => {
    expect(failureOf(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))).toMatchObject({
      about: 'house',
      isFinal: false,
    })
  })

  test('an opt-out stands in the head of a letter by mail and by one press (RFC 2369, RFC 8058)', () => {
    expect(optOutHeaders('clinic@example.org', { url: 'https://clinic.example/unsubscribe/abc', code: 'abc' })).toEqual({
      'List-Unsubscribe': '<mailto:clinic@example.org?subject=unsubscribe%20abc>, <https://clinic.example/unsubscribe/abc>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
  })
})
