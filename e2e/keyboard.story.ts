import { expect, type Locator, type Page, test } from '@playwright/test'
import { tabTo } from './acts/booking.ts'
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
import { addsSomebody } from './acts/people.ts'
import { firstVisitOf, signsTheConsent, signsTheOrders } from './acts/plan.ts'
import { acceptsForAPlan, screens, withDepression, writesDownWhoTheyAre } from './acts/screening.ts'
import { scoresByKeyboard, stopsByKeyboard } from './acts/visit.ts'
import { type Clinic, openClinic } from './clinic.ts'

test.describe.configure({ mode: 'serial' })

const patient = { name: 'Rowan Fictor', phone: '(540) 555-0136', email: 'rowan@mail.example' }

let clinic: Clinic
let prescriber: Page
let nurse: Page

test.beforeAll(async () => {
  clinic = await openClinic('2026-11-23T15:00:00Z')
})
test.afterAll(() => clinic?.close())

test('a clinic is open, with staff, a chair and vials', async ({ browser }) => {
  const owner = await clinic.screen(browser, 'desk')
  await theOwnerOpensTheClinic(owner, clinic)
  await theOwnerInvites(owner, 'prescriber', { role: 'prescriber', takesCalls: true })
  await theOwnerInvites(owner, 'nurse', { role: 'nurse', takesCalls: false })
  await theOwnerInvites(owner, 'second', { role: 'nurse', takesCalls: false })
  await theOwnerAddsAChair(owner, 'Window')
  const invitation = (part: 'prescriber' | 'nurse' | 'second') => linkIn(owner, staff[part].email, 'invitation')
  prescriber = await takesTheirPlace(browser, clinic, 'prescriber', await invitation('prescriber'), 'desk')
  nurse = await takesTheirPlace(browser, clinic, 'nurse', await invitation('nurse'), 'desk')
  await (await takesTheirPlace(browser, clinic, 'second', await invitation('second'), 'desk')).context().close()
  await thePrescriberApprovesTheDefaults(prescriber, clinic)
  await twoPeopleReceiveVials(nurse, clinic)
})

test('a patient has an order for the day', async () => {
  const personId = await addsSomebody(nurse, patient)
  await writesDownWhoTheyAre(nurse, clinic, personId, 'male')
  await screens(nurse, personId, withDepression)
  await acceptsForAPlan(prescriber, clinic, personId, withDepression)
  await signsTheConsent(nurse, clinic, personId, patient)
  await signsTheOrders(prescriber, clinic, personId, 'six')
  await clinic.comesTo(await firstVisitOf(prescriber, personId))
})

const does = async (page: Page, target: Locator, key = 'Enter') => {
  await tabTo(page, target)
  await page.keyboard.press(key)
}
const types = async (page: Page, target: Locator, text: string) => {
  await tabTo(page, target)
  await page.keyboard.type(text)
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })

/** Keys act outside fields only: Escape leaves one. */
const pressesKey = async (page: Page, key: string) => {
  await page.keyboard.press('Escape')
  await page.keyboard.press(key)
}

const signs = ['Systolic', 'Diastolic', 'Pulse', 'SpO₂', 'Breaths']
const typesSigns = async (page: Page, values: readonly string[]) => {
  for (const [i, value] of values.entries()) {
    const field = page.getByLabel(signs[i] ?? '', { exact: true })
    await types(page, field, value)
    await expect(field).toHaveValue(value)
  }
}

const chartsSigns = async (page: Page) => {
  await pressesKey(page, '2')
  await typesSigns(page, ['128', '78', '74', '98'])
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Systolic', { exact: true })).toHaveValue('')
}

const watches = async (page: Page, minutes: readonly number[]) => {
  for (const each of minutes) {
    await clinic.forward(each)
    await chartsSigns(page)
  }
}

const reads = async (page: Page) => {
  const form = page.getByRole('form', { name: /^What .* reads$/ })
  await types(page, form.getByLabel('Dose, mg'), '36')
  await types(page, form.getByLabel('In the syringe, mL'), '0.72')
  await types(page, form.getByLabel('Set on the pump, mL/h'), '150')
  const vial = form.getByRole('group', { name: /^Vial in hand/ })
  await does(page, vial.getByRole('checkbox').first(), 'Space')
  for (const each of ['full name', 'date of birth'])
    await does(page, form.getByRole('checkbox', { name: new RegExp(`${each}$`) }), 'Space')
  await does(page, form.getByRole('button', { name: 'Save my reading' }))
}

/** From here on no pointer is pressed on this screen; it would be noticed. */
const leavesTheMouse = (page: Page) =>
  page.addInitScript(() => addEventListener('pointerdown', () => sessionStorage.setItem('pressed', 'yes'), true))
const usedNoMouse = async (page: Page) => expect(await page.evaluate(() => sessionStorage.getItem('pressed'))).toBeNull()

test('a nurse checks the patient in, and two people draw up, by keyboard alone', async ({ browser }) => {
  await comesIn(nurse, 'nurse', '/room')
  await leavesTheMouse(nurse)
  await nurse.goto('/room')
  await does(nurse, nurse.getByRole('listitem').filter({ hasText: patient.name }).getByRole('button', { name: 'Arrived' }))
  await expect(nurse.getByRole('heading', { name: `Check in ${patient.name}` })).toBeVisible()
  await does(nurse, nurse.getByRole('checkbox', { name: /^States full name/ }), 'Space')
  await does(nurse, nurse.getByRole('checkbox', { name: /^States date of birth/ }), 'Space')
  await types(nurse, nurse.getByLabel('Escort', { exact: true }), 'Robin Alder')
  await types(nurse, nurse.getByLabel('Their phone'), '(540) 555-0143')
  const safety = nurse.getByRole('group', { name: /^Thoughts of ending your life/ })
  await does(nurse, safety.getByRole('radio', { name: 'No', exact: true }), 'Space')
  await expect(nurse.getByText('Saved.', { exact: true }).first()).toBeVisible()
  await types(nurse, nurse.getByLabel('Weight, on the scale'), '72')
  await typesSigns(nurse, ['126', '78', '72', '98', '14'])
  await types(nurse, nurse.getByLabel('Sedation now, RASS'), '0')
  await does(nurse, button(nurse, 'Check in'))
  await expect(nurse.getByRole('heading', { name: /^Read the syringe and the pump/ })).toBeVisible()
  await reads(nurse)
  await expect(nurse.getByRole('heading', { name: 'Your reading is saved. Waiting for the second person' })).toBeVisible()
  const other = await clinic.screen(browser, 'desk')
  await comesIn(other, 'second', '/room')
  await leavesTheMouse(other)
  await other.goto(nurse.url())
  await reads(other)
  await usedNoMouse(other)
  await other.context().close()
  await expect(nurse.getByRole('heading', { name: 'Say it aloud, then start the pump' })).toBeVisible()
})

test('the pump is started, watched and stopped by its keys, which `?` lists in the order of the page', async () => {
  await pressesKey(nurse, '?')
  await expect(nurse.getByRole('dialog')).toContainText('Pump is running: start now')
  await nurse.keyboard.press('Escape')
  await expect(nurse.getByRole('dialog')).toBeHidden()
  await pressesKey(nurse, 'g')
  await expect(nurse.getByRole('region', { name: 'The infusion' })).toContainText('Running')
  await watches(nurse, [15, 15, 10])
  await scoresByKeyboard(nurse, { Dissociation: '2', Distress: '0', Pain: '0', Sedation: '0' })
  await nurse.keyboard.press('Escape')
  await stopsByKeyboard(nurse, clinic)
})

test('the patient recovers and goes home, by keyboard alone', async () => {
  await pressesKey(nurse, 'g')
  await expect(nurse.getByRole('region', { name: 'After the infusion' })).toContainText('Recovering')
  await types(nurse, nurse.getByLabel('Volume infused, on the pump’s display'), '100')
  await nurse.keyboard.press('Enter')
  await expect(nurse.getByText('Calculated from the log')).toBeVisible()
  await watches(nurse, [15, 15])
  await scoresByKeyboard(nurse, { Dissociation: '0', Sedation: '0' })
  const criteria = nurse.getByRole('region', { name: 'Discharge criteria' })
  for (const name of ['Walks steadily, seen', 'Asked, no change', 'Escort is here', 'None observed']) {
    await does(nurse, criteria.getByRole('button', { name }))
    await expect(criteria.getByRole('button', { name })).toBeHidden()
  }
  await does(nurse, criteria.getByRole('button', { name: 'Teach-back now' }))
  await does(nurse, nurse.getByRole('dialog').getByRole('button', { name: 'Teach-back done, all of it' }))
  await expect(nurse.getByRole('dialog')).toBeHidden()
  await expect(nurse.getByRole('heading', { name: `${patient.name} is ready for discharge` })).toBeVisible()
  await pressesKey(nurse, 'g')
  await expect(nurse.getByRole('heading', { name: /^Discharged home at/ })).toBeVisible()
  await usedNoMouse(nurse)
})

test('the pages of this story can be used by everybody', () => {
  expect(clinic.met.faults).toEqual([])
})
