import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { composers } from '../../clockwork.ts'
import { newcomer, type siteOf } from '../../platform/auth/testing-site.ts'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { csvOf } from '../../platform/csv.ts'
import { deliverDue } from '../../platform/message.ts'
import { markRefused } from '../../platform/refused-address.ts'
import { heldClock, type TestClinic, testClinic } from '../../platform/testing.ts'
import { listAlerts } from '../alerts/list-alerts.ts'
import { raiseAlert } from '../alerts/raise-alert.ts'
import { bookCall } from '../booking/book-call.ts'
import { callPage } from '../booking/call-page.ts'
import { callsOn } from '../booking/calls-on.ts'
import { cancelCall } from '../booking/cancel-appointment.ts'
import { exportLetters, LETTERS_A_PAGE, lettersHead, readMailbox } from '../clinic/read-mailbox.ts'
import { exportUnanswered, listUnanswered, unansweredHead } from '../outcomes/read-unanswered.ts'
import { give, tick } from '../outcomes/testing.ts'
import { changePerson } from '../people/change-person.ts'
import { tryAddress } from '../people/try-address.ts'
import { deskHead, exportDesk } from '../session/read-desk.ts'
import { patientReady } from '../session/testing.ts'
import { countWaiting } from './count-waiting.ts'

let clinic: TestClinic
let nurse: Ctx
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T14:00:00Z'))
  nurse = await clinic.as('nurse')
})

const caller = (i: number, name = `Caller ${i}`) => ({
  state: 'VA',
  start: new Date(Date.parse('2026-11-24T15:00:00Z') + i * 900_000).toISOString(),
  zone: 'America/New_York',
  name,
  phone: '+15405550142',
  email: `caller-${i}@example.test`,
})
const post = () => deliverDue(clinic.ground, composers, clinic.clinicId, clinic.clock.read)
const refuse = (email: string) =>
  inOneStep(nurse, 'test', async (tx) => {
    await markRefused(tx, { email, why: '550 no such user', messageId: nurse.newId(), at: clinic.clock.now })
    return {}
  })

describe('the mailbox', () => {
  test('comes by pages, newest first, with how many letters stand where', async () => {
    for (let i = 0; i < LETTERS_A_PAGE + 2; i++) {
      await bookCall(clinic.visitor, caller(i))
      clinic.clock.forward(1)
      await post()
    }
    const first = await readMailbox(nurse, { which: 'written', page: 1 })
    const second = await readMailbox(nurse, { which: 'written', page: 2 })
    expect([first.letters.length, second.letters.length, first.total]).toEqual([LETTERS_A_PAGE, 2, LETTERS_A_PAGE + 2])
    expect(first.letters[0]?.recipient).toBe(`caller-${LETTERS_A_PAGE + 1}@example.test`)
    expect(second.letters.at(-1)?.recipient).toBe('caller-0@example.test')
    expect(first.counts).toMatchObject({ written: LETTERS_A_PAGE + 2, 'not delivered': 0 })
    expect(first.counts['to come']).toBeGreaterThan(LETTERS_A_PAGE)
  })

  test('tells a letter that was not delivered from one that is not wanted any more', async () => {
    const { id } = await bookCall(clinic.visitor, caller(0))
    await refuse('caller-0@example.test')
    await post()
    await cancelCall(nurse, { appointmentId: id })
    const { letters, counts } = await readMailbox(nurse, { which: 'not delivered', page: 1 })
    expect(letters).toMatchObject([{ failure: expect.stringContaining('550'), sentAt: null }])
    expect(counts.dropped).toBeGreaterThan(0)
  })
})

describe('whom to phone', () => {
  const email = 'clover.samplett@example.test'
  const silent = async () => {
    const ready = await patientReady(clinic, { indication: 'depression' })
    await give(clinic, ready, { number: 1 })
    await give(clinic, ready, { number: 6 })
    await tick(clinic)
    clinic.clock.forward(8 * 24 * 60)
    return ready
  }

  test('is a list by person; whose letters come back can be shown alone, and is gone from it once the address is corrected', async () => {
    const { personId, nurse: own } = await silent()
    const list = (which: 'everyone' | 'letters come back') => listUnanswered(own, { which, page: 1 })
    expect(await list('everyone')).toMatchObject({ total: 1, people: [{ personId, lettersComeBack: false }] })
    expect((await list('letters come back')).people).toEqual([])
    await refuse(email)
    expect(await list('letters come back')).toMatchObject({ total: 1, people: [{ personId, email, lettersComeBack: true }] })
    await changePerson(own, { personId, email: 'clover@example.test' })
    expect(await list('letters come back')).toMatchObject({ people: [], counts: { everyone: 1, 'letters come back': 0 } })
  })

  test('loses its mark when the address is right after all', async () => {
    const { personId, nurse: own } = await silent()
    await refuse(email)
    await tryAddress(own, { personId })
    expect((await listUnanswered(own, { which: 'letters come back', page: 1 })).people).toEqual([])
  })

  test('is counted for the menu, and had as a file with numbers as people here read them', async () => {
    const { nurse: own } = await silent()
    expect(await countWaiting(own)).toMatchObject({ followUp: 1, alerts: 0 })
    const file = csvOf(unansweredHead, await exportUnanswered(own))
    expect(file).toContain('Clover Samplett,(540) 555-0142')
  })
})

test('the mark of a bounced address stands wherever its person is phoned: at the call, in the list of calls, on an alert', async () => {
  const booked = await bookCall(clinic.visitor, { ...caller(0), start: '2026-11-23T15:15:00.000Z' })
  await inOneStep(nurse, 'raise', async (tx) => {
    const alert = { personId: booked.personId, kind: 'safety', cause: 'call', causeId: nurse.newId() }
    return { alertId: await raiseAlert(nurse, tx, alert), personId: booked.personId }
  })
  const marks = async () => [
    (await callPage(nurse, { appointmentId: booked.id })).lettersComeBack,
    (await callsOn(nurse, {})).calls.map(({ lettersComeBack }) => lettersComeBack),
    (await listAlerts(nurse, { state: 'open', owner: 'anybody', page: 1 })).alerts.map(({ lettersComeBack }) => lettersComeBack),
  ]
  expect(await marks()).toEqual([false, [false], [false]])
  await refuse('caller-0@example.test')
  expect(await marks()).toEqual([true, [true], [true]])
})

test('no list can be run as a formula by the spreadsheet that opens it', async () => {
  await bookCall(clinic.visitor, caller(0, '=HYPERLINK("http://x.example")'))
  await post()
  const files = [
    csvOf(deskHead, await exportDesk(nurse, { from: '2026-11-24', days: 1 })),
    csvOf(lettersHead, await exportLetters(nurse, { which: 'written' })),
  ]
  for (const file of files) expect(file).not.toMatch(/(^|[\r\n,"])[=+@]/)
  expect(files[0]).toContain(`'=HYPERLINK`)
})

test('every list of the workspace is had as a file by those who may read it, and by nobody else', async () => {
  const render = async () => ({ status: 200, html: '' })
  const app = createApp({ ground: clinic.ground, render, trust: { publicUrl: undefined, proxies: [] }, assets: '.' })
  const site = { request: app.request.bind(app) as ReturnType<typeof siteOf>['request'] }
  const [front, owner] = [await newcomer(clinic, 'front desk', site), await newcomer(clinic, 'owner', site)]
  const paths = ['people/mailbox/export', 'people/alerts/export', 'session/desk/export?days=7', 'outcomes/unanswered/export']
  const status = async (who: typeof front, path: string) =>
    (await app.request(`http://${clinic.host}/api/${path}`, { headers: { cookie: who.browser.cookie ?? '' } })).status
  for (const path of paths) expect(await status(front, path), path).toBe(200)
  expect(await status(front, 'planning/courses/export')).toBe(403)
  expect(await status(owner, 'outcomes/unanswered/export')).toBe(403)
})
