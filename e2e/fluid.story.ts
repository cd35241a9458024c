import { expect, type Page, test } from '@playwright/test'
import {
  linkIn,
  staff,
  takesTheirPlace,
  theOwnerAddsAChair,
  theOwnerInvites,
  theOwnerOpensTheClinic,
  thePrescriberApprovesTheDefaults,
} from './acts/clinic-opens.ts'
import { addsSomebody } from './acts/people.ts'
import { type Clinic, openClinic } from './clinic.ts'

test.describe.configure({ mode: 'serial' })

let clinic: Clinic
let prescriber: Page
let nurse: Page
let personId: string

test.beforeAll(async ({ browser }) => {
  clinic = await openClinic('2026-11-23T15:00:00Z')
  const owner = await clinic.screen(browser, 'desk')
  await theOwnerOpensTheClinic(owner, clinic)
  await theOwnerInvites(owner, 'prescriber', { role: 'prescriber', takesCalls: true })
  await theOwnerInvites(owner, 'nurse', { role: 'nurse', takesCalls: false })
  await theOwnerAddsAChair(owner, 'Window')
  const invitation = (part: 'prescriber' | 'nurse') => linkIn(owner, staff[part].email, 'invitation')
  prescriber = await takesTheirPlace(browser, clinic, 'prescriber', await invitation('prescriber'), 'desk')
  nurse = await takesTheirPlace(browser, clinic, 'nurse', await invitation('nurse'), 'tablet')
  await thePrescriberApprovesTheDefaults(prescriber, clinic)
})
test.afterAll(() => clinic.close())

const signs = async (values: readonly string[]) => {
  for (const [i, name] of ['Systolic', 'Diastolic', 'Pulse', 'SpO₂', 'Breaths'].entries())
    await nurse.getByLabel(name, { exact: true }).fill(values[i] ?? '')
  await nurse.getByRole('button', { name: 'Chart these' }).click()
}
const chooses = (page: Page, group: string, name: string) =>
  page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).check()

test('a prescriber orders a bag of fluid: what was not asked stands in the way, what is much is acknowledged by name', async () => {
  personId = await addsSomebody(prescriber, { name: 'Linnet Marsh', phone: '(540) 555-0164', email: 'linnet@mail.example' })
  await prescriber.goto(`/patients/${personId}`)
  await prescriber.getByRole('link', { name: 'Order IV fluid' }).click()
  await prescriber.getByLabel('Reason', { exact: true }).fill('After a stomach bug')
  await chooses(prescriber, 'Heart failure, kidney failure or fluid restriction', 'not asked')
  await prescriber.getByLabel('Day and time').fill('2026-11-23T10:15')
  await expect(prescriber.getByRole('button', { name: 'Sign the order' })).toBeDisabled()
  await chooses(prescriber, 'Heart failure, kidney failure or fluid restriction', 'yes')
  await prescriber.getByRole('checkbox', { name: /fluid can overload/ }).check()
  await clinic.met.look(prescriber, 'fluid, order')
  await prescriber.getByRole('button', { name: 'Sign the order' }).click()
  await expect(prescriber.getByRole('heading', { level: 1 })).toContainText('Linnet Marsh')
  await expect(prescriber.getByRole('rowheader', { name: /IV fluid/ })).toBeVisible()
})

test('a nurse places the line, hangs it, reads what went in, and sends the patient home', async () => {
  await nurse.goto('/room')
  const row = nurse.getByRole('listitem').filter({ hasText: 'Linnet Marsh' })
  await expect(row).toContainText('IV fluid')
  await row.getByRole('button', { name: 'Arrived' }).click()
  await expect(nurse.getByRole('heading', { level: 1 })).toHaveText('Linnet Marsh: IV fluid')
  const place = nurse.getByRole('button', { name: 'Line placed' })
  await expect(place).toBeDisabled()
  await signs(['122', '76', '80', '98', '14'])
  await expect(place).toBeEnabled()
  await nurse.getByRole('checkbox', { name: 'full name' }).check()
  await nurse.getByRole('checkbox', { name: 'date of birth' }).check()
  for (const point of await nurse.getByRole('group', { name: 'Told, and agreed to today' }).getByRole('checkbox').all())
    await point.check()
  await chooses(nurse, 'Site', 'left forearm')
  await chooses(nurse, 'Gauge', '20')
  await clinic.met.look(nurse, 'fluid, line')
  await place.click()
  await nurse.getByRole('button', { name: 'Fluid started' }).click()
  await expect(nurse.getByRole('button', { name: 'Fluid ended' })).toBeVisible()
  await clinic.forward(15)
  await nurse.goto('/room')
  await expect(row).toContainText('Running')
  await clinic.met.look(nurse, 'room, with fluid')
  await row.getByRole('link', { name: 'Linnet Marsh' }).click()
  await nurse.getByLabel('Volume given').fill('900')
  await clinic.met.look(nurse, 'fluid, running')
  await nurse.getByRole('button', { name: 'Fluid ended' }).click()
  await expect(nurse.getByText(/900\W*mL/).first()).toBeVisible()
  await chooses(nurse, 'Site', 'clean')
  await nurse.getByRole('button', { name: 'Line removed' }).click()
  await expect(nurse.getByRole('heading', { name: 'Going home' })).toBeVisible()
  await expect(nurse.getByRole('button', { name: 'Discharge' })).toBeDisabled()
  await nurse.getByRole('button', { name: 'None observed' }).click()
  await signs(['124', '78', '76', '98', '14'])
  await nurse.getByRole('button', { name: 'Discharge' }).click()
  await expect(nurse.getByRole('heading', { name: 'Discharged home' })).toBeVisible()
  await clinic.met.look(nurse, 'fluid, over')
})

test('every link to the visit comes to its own page, and it is read and printed as one page', async () => {
  const title = prescriber.getByRole('heading', { level: 1, name: 'Linnet Marsh: IV fluid' })
  await prescriber.goto(`/patients/${personId}`)
  await prescriber.getByRole('rowheader').getByRole('link', { name: 'IV fluid' }).click()
  await expect(title).toBeVisible()
  await expect(prescriber).toHaveURL(/\/visits\/[^/]+\/own$/)
  await prescriber.goBack()
  await expect(prescriber).toHaveURL(new RegExp(`/patients/${personId}$`))
  await prescriber.getByRole('link', { name: 'All sessions' }).click()
  await expect(prescriber.getByRole('row', { name: /IV fluid/ })).toContainText(/900\W*mL/)
  await prescriber.getByRole('link', { name: 'IV fluid' }).click()
  await expect(prescriber.getByText('IV fluid: no model is asked, so no curve is drawn.')).toBeVisible()
  await expect(prescriber.getByText('Line placed', { exact: false }).first()).toBeVisible()
  await clinic.met.look(prescriber, 'fluid, its record')
  await prescriber.getByRole('link', { name: 'Add to this visit' }).click()
  await expect(title).toBeVisible()
})

test('the pages of this story can be used by everybody', () => {
  expect(clinic.met.faults).toEqual([])
})
