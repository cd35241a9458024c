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
import {
  answers,
  answersInThreeTaps,
  endsTheCourse,
  opensAClosedLink,
  ownsAndClosesTheAlert,
  phonesWhoeverIsSilent,
  readsTheRelief,
  tellsThatTheyAreNotSafe,
} from './acts/follow-up.ts'
import { goesHome, meetsTheGates, readsThePumpTotal, wastesWithAWitness, watchesOver } from './acts/going-home.ts'
import { firstVisitOf, signsTheConsent, signsTheOrders } from './acts/plan.ts'
import { theBoardCallsLate, theBoardSoonShows } from './acts/room.ts'
import {
  acceptsForAPlan,
  closesTheGap,
  screens,
  screensWithOneGap,
  withDepression,
  withPain,
  writesDownWhoTheyAre,
} from './acts/screening.ts'
import {
  answersThePolicy,
  arrives,
  chartsSigns,
  checksIn,
  lowersTheRate,
  scoresByKeyboard,
  startsThePump,
  stopsByKeyboard,
  twoPeopleDrawUp,
  twoTabletsDrawUp,
  weighsWithAComma,
} from './acts/visit.ts'
import { type Clinic, openClinic } from './clinic.ts'

test.describe.configure({ mode: 'serial' })

// A Monday, ten in the morning in New York.
const BEGINS = '2026-11-23T15:00:00Z'

let clinic: Clinic
let owner: Page
let prescriber: Page
let nurse: Page
let phone: Page
let alderId: string
let rowanId: string

test.beforeAll(async () => {
  clinic = await openClinic(BEGINS)
})
test.afterAll(async () => {
  await clinic?.close()
})

/** The newest link for somebody in the mailbox, which the owner opens for it. */
const newestLink = async (address: string, purpose: string) => {
  await comesIn(owner, 'owner', '/mailbox')
  return linkIn(owner, address, purpose)
}

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
  phone = await clinic.screen(browser, 'phone')
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
  await plain.context().close()
})

test('2. the prescriber takes the calls: safety first, flags, notes, an outcome', async () => {
  await clinic.forward(7 * 60)
  await comesIn(prescriber, 'prescriber', '/calls')
  await clinic.met.look(prescriber, 'calls')
  await startsTheCall(prescriber, clinic, alder)
  await asksSafetyThenFlags(prescriber, clinic)
  await opensTheCrisisWords(prescriber, clinic)
  await writesNotes(prescriber, 'Wants to walk the dog again. Burning pain in the right foot since a fracture.')
  alderId = await endsWithAnEvaluation(prescriber)
  await clinic.met.look(prescriber, 'call, ended')
  await startsTheCall(prescriber, clinic, rowan)
  await asksSafetyThenFlags(prescriber, clinic)
  rowanId = await endsWithAnEvaluation(prescriber)
})

test('3. the screening finds what is known and what is not; the prescriber decides', async () => {
  await comesIn(nurse, 'nurse', '/patients')
  await clinic.met.look(nurse, 'patients')
  await writesDownWhoTheyAre(nurse, clinic, alderId, 'female')
  await screensWithOneGap(nurse, clinic, alderId, withPain)
  await closesTheGap(nurse)
  await acceptsForAPlan(prescriber, clinic, alderId, withPain)
  await writesDownWhoTheyAre(nurse, clinic, rowanId, 'male')
  await screens(nurse, rowanId, withDepression)
  await acceptsForAPlan(prescriber, clinic, rowanId, withDepression)
})

test('4. the consent is signed, the plan worked out and simulated, its orders signed with days and chairs', async () => {
  await signsTheConsent(nurse, clinic, alderId, alder)
  await signsTheOrders(prescriber, clinic, alderId, 'ten')
  await signsTheConsent(nurse, clinic, rowanId, rowan)
  await signsTheOrders(prescriber, clinic, rowanId, 'six')
})

test('5. the daily pain is answered on the phone; the infusion runs, is slowed and stopped, and everybody sees it', async () => {
  await clinic.strike()
  await answersInTheEvening()
  const begins = await firstVisitOf(prescriber, alderId)
  await clinic.comesTo(begins)
  await comesIn(prescriber, 'prescriber', '/room')
  const board = prescriber
  await clinic.met.look(board, 'room, before anybody comes')
  await comesIn(nurse, 'nurse', '/room')
  await arrives(nurse, alder.name)
  await theBoardSoonShows(board, alder.name, 'Arrived')
  await checksIn(nurse, clinic, { weightKg: '72.4', systolic: '144', diastolic: '84', isToBeSeen: true })
  await theBoardSoonShows(board, alder.name, 'Second check')
  await twoPeopleDrawUp(nurse, clinic, { infusateMg: '100', syringeMl: '2', rateMlPerHour: '25' }, 'second')
  await theBoardSoonShows(board, alder.name, 'Ready to start')
  await startsThePump(nurse)
  await theBoardSoonShows(board, alder.name, 'Running')
  await clinic.met.look(board, 'room, running')
  await clinic.forward(4)
  await chartsSigns(nurse, ['148', '86', '78', '97'])
  await theBoardSoonShows(board, alder.name, '148/86')
  await clinic.forward(8)
  await theBoardCallsLate(board, /^Wren Alder’s pressure is .* late$/)
  await clinic.met.look(board, 'room, late')
  await clinic.met.look(nurse, 'visit, running')
  await chartsSigns(nurse, ['166', '92', '84', '97'])
  await theBoardSoonShows(board, alder.name, '166/92')
  await answersThePolicy(nurse, clinic)
  await scoresByKeyboard(nurse, { Dissociation: '4', Distress: '1', Pain: '6', Sedation: '0' })
  await lowersTheRate(nurse, clinic, '20')
  await clinic.forward(4)
  await chartsSigns(nurse, ['150', '86', '80', '97'])
  await clinic.forward(20)
  await stopsByKeyboard(nurse, clinic)
  await theBoardSoonShows(board, alder.name, 'Stopped')
  await wastesWithAWitness(nurse, clinic, 'second', { totalMl: '13', wastedMl: '87' })
  await theBoardSoonShows(board, alder.name, 'Recovering')
  await watchesOver(nurse, clinic, 65)
  await scoresByKeyboard(nurse, { Dissociation: '0', Sedation: '0' })
  await meetsTheGates(nurse, clinic, 'pain')
  await goesHome(nurse, clinic, alder.name)
  await theBoardSoonShows(board, alder.name, 'Discharged')
})

const answersInTheEvening = async () => {
  const link = await newestLink(alder.email, 'check-in')
  await phone.goto(link)
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Your pain over the last 24 hours')
  await clinic.met.look(phone, 'check-in, pain')
  await answers(phone, clinic, 8)
  await answers(phone, clinic, 7)
  await clinic.met.look(phone, 'check-in, answered')
}

test('6. two people check on two tablets, with a reload and a ten-fold slip; the second patient is infused to the end', async ({
  browser,
}) => {
  await arrives(nurse, rowan.name)
  await weighsWithAComma(nurse)
  await checksIn(nurse, clinic, { weightKg: '72,5', systolic: '126', diastolic: '78', isToBeSeen: false })
  const other = await clinic.screen(browser, 'tablet')
  await comesIn(other, 'second', '/room')
  await twoTabletsDrawUp(nurse, other, clinic, { infusateMg: '36', syringeMl: '0.72', rateMlPerHour: '150' })
  await other.context().close()
  await startsThePump(nurse)
  await watchesOver(nurse, clinic, 40)
  await stopsByKeyboard(nurse, clinic)
  await nurse.getByRole('button', { name: 'Start recovery' }).click()
  await readsThePumpTotal(nurse, '100')
  await watchesOver(nurse, clinic, 45)
  await scoresByKeyboard(nurse, { Dissociation: '0', Sedation: '0' })
  await meetsTheGates(nurse, clinic, 'depression')
  await goesHome(nurse, clinic, rowan.name)
  await nurse.goto('/stock')
  await expect(nurse.getByRole('heading', { level: 1 })).toHaveText(/The book balances: 117\.28\W*mL ketamine in the safe/)
  await clinic.met.look(nurse, 'stock, after a day')
})

test('7. questions come by mail for weeks: answered, corrected, closed, or asked by phone', async () => {
  await endsTheCourse(prescriber, alderId, 'The patient asked to stop')
  await clinic.comesTo('2026-11-25T14:01:00Z')
  const first = await newestLink(alder.email, 'check-in')
  await answersInThreeTaps(phone, clinic, first, 5)
  await answers(phone, clinic, 4)
  await clinic.met.look(phone, 'check-in, three taps')
  await tellsThatTheyAreNotSafe(phone, clinic, await newestLink(rowan.email, 'check-in'))
  await comesIn(nurse, 'nurse', '/room')
  await ownsAndClosesTheAlert(nurse, clinic, rowan, 'Phoned at once; his sister is with him; Dr Thistlewood sees him today')
  await clinic.comesTo('2026-11-27T14:01:00Z')
  await opensAClosedLink(phone, clinic, first, 'Thank you, this one is answered')
  await answersInThreeTaps(phone, clinic, await newestLink(alder.email, 'check-in'), 4)
  await clinic.comesTo('2026-12-01T14:01:00Z')
  const silent = await newestLink(alder.email, 'check-in')
  await clinic.comesTo('2026-12-04T14:01:00Z')
  await opensAClosedLink(phone, clinic, silent, 'This question has closed')
  await comesIn(nurse, 'nurse', '/room')
  await phonesWhoeverIsSilent(nurse, clinic, alder, '5')
})

test('8. the relief is drawn: what was said, and what the doses would lead one to expect', async () => {
  await comesIn(prescriber, 'prescriber', '/room')
  await readsTheRelief(prescriber, clinic, alderId)
})

test('9. the results hide a group of few people, and say so', async () => {
  await clinic.comesTo('2027-01-04T15:00:00Z')
  await comesIn(owner, 'owner', '/results')
  await expect(owner.getByRole('heading', { level: 1 })).toHaveText('Too few people to show a result')
  await expect(owner.getByText('not shown, and in no total on this page').first()).toBeAttached()
  await clinic.met.look(owner, 'results, few people')
})

test('every page of the story can be used by everybody, in light and in dark, and stays at home', () => {
  expect(clinic.met.faults).toEqual([])
})
