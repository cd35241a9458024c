import { expect, type Page, test } from '@playwright/test'
import { alder, booksByKeyboard, booksWithoutScript, calendarFile, forgetsThePhone, movesTheCall, rowan } from './acts/booking.ts'
import { asksSafetyThenFlags, endsWithAnEvaluation, opensTheCrisisWords, startsTheCall, writesNotes } from './acts/call.ts'
import {
  comesIn,
  linkIn,
  staff,
  takesTheirPlace,
  theOwnerAddsAChair,
  theOwnerInvites,
  theOwnerOpensTheClinic,
  thePrescriberApprovesTheDefaults,
  twoPeopleReceiveVials,
} from './acts/clinic-opens.ts'
import { type Clinic, openClinic } from './clinic.ts'

test.describe.configure({ mode: 'serial' })

// A Monday, ten in the morning in New York.
const BEGINS = '2026-11-23T15:00:00Z'

let clinic: Clinic
let owner: Page
let prescriber: Page
let nurse: Page

test.beforeAll(async () => {
  clinic = await openClinic(BEGINS)
})
test.afterAll(async () => {
  await clinic?.close()
})

test('0. the clinic opens: one page, four people, two chairs, twelve vials, the defaults approved', async ({ browser }) => {
  owner = await clinic.screen(browser, 'desk')
  await theOwnerOpensTheClinic(owner, clinic)
  await clinic.met.look(owner, 'clinic settings')
  await theOwnerInvites(owner, 'prescriber', { role: 'prescriber', takesCalls: true })
  await theOwnerInvites(owner, 'nurse', { role: 'nurse', takesCalls: false })
  await theOwnerInvites(owner, 'second', { role: 'nurse', takesCalls: false })
  await theOwnerAddsAChair(owner, 'Window')
  await theOwnerAddsAChair(owner, 'Garden')
  const invitation = (part: 'prescriber' | 'nurse' | 'second') => linkIn(owner, staff[part].email, 'invitation')
  prescriber = await takesTheirPlace(browser, clinic, 'prescriber', await invitation('prescriber'), 'desk')
  nurse = await takesTheirPlace(browser, clinic, 'nurse', await invitation('nurse'), 'tablet')
  const second = await takesTheirPlace(browser, clinic, 'second', await invitation('second'), 'tablet')
  await second.context().close()
  await clinic.met.look(owner, 'mailbox')
  await clinic.met.look(nurse, 'account')
  await thePrescriberApprovesTheDefaults(prescriber, clinic)
  await twoPeopleReceiveVials(nurse, clinic)
  await clinic.met.look(nurse, 'stock')
})

test('1. a visitor books the free call on a phone, by keyboard alone; another one without any script', async ({ browser }) => {
  const phone = await clinic.screen(browser, 'phone')
  await forgetsThePhone(phone, clinic, alder)
  const appointment = await booksByKeyboard(phone, clinic, alder)
  expect(await calendarFile(phone)).toContain('SEQUENCE:0')
  await movesTheCall(phone, clinic)
  const moved = await calendarFile(phone)
  expect(moved).toContain('SEQUENCE:1')
  expect(moved).not.toMatch(/ketamine|pain|infusion for/i)
  await clinic.strike()
  expect(await linkIn(owner, alder.email, 'appointment')).toContain(appointment)
  const plain = await clinic.screen(browser, 'phone', { javaScriptEnabled: false })
  await booksWithoutScript(plain, rowan)
})

test('2. the prescriber takes the call: safety first, flags, notes, an outcome', async () => {
  await clinic.forward(7 * 60)
  await comesIn(prescriber, 'prescriber', '/calls')
  await clinic.met.look(prescriber, 'calls')
  await startsTheCall(prescriber, alder)
  await asksSafetyThenFlags(prescriber, clinic)
  await opensTheCrisisWords(prescriber, clinic)
  await writesNotes(prescriber, 'Wants to walk the dog again. Burning pain in the right foot since a fracture.')
  await endsWithAnEvaluation(prescriber)
  await clinic.met.look(prescriber, 'call, ended')
})

test('every page of the story can be used by everybody, in light and in dark, and stays at home', () => {
  expect(clinic.met.faults).toEqual([])
})
