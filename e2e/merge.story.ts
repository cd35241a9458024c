import { expect, type Page, test } from '@playwright/test'
import { linkIn, staff, takesTheirPlace, theOwnerInvites, theOwnerOpensTheClinic } from './acts/clinic-opens.ts'
import { addsSomebody, mergesThem, undoesTheMerge, writesAnAllergy, writesBirthAndSex } from './acts/people.ts'
import { type Clinic, openClinic } from './clinic.ts'

test.describe.configure({ mode: 'serial' })

let clinic: Clinic
let nurse: Page
let keptId = ''
let mergedId = ''

test.beforeAll(async ({ browser }) => {
  clinic = await openClinic('2026-11-23T15:00:00Z')
  const owner = await clinic.screen(browser, 'desk')
  await theOwnerOpensTheClinic(owner, clinic)
  await theOwnerInvites(owner, 'nurse', { role: 'nurse', takesCalls: false })
  await clinic.strike()
  const link = await linkIn(owner, staff.nurse.email, 'invitation')
  nurse = await takesTheirPlace(browser, clinic, 'nurse', link, 'desk')
})
test.afterAll(() => clinic.close())

const header = () => nurse.locator('main').getByRole('heading', { level: 1 }).locator('..').locator('..')

test('a caller who is on record already is met with a warning, and found in any spelling', async () => {
  keptId = await addsSomebody(nurse, { name: 'Sorrel Mockridge', phone: '(540) 555-0136', email: 'sorrel@mail.example' })
  await writesBirthAndSex(nurse, keptId, '1982-06-12', 'female')
  await writesAnAllergy(nurse, keptId, 'none known')
  await expect(header()).toContainText('No known allergies')
  await nurse.goto('/patients')
  await nurse.getByRole('button', { name: 'Add a caller' }).click()
  await nurse.getByLabel('First and last name').fill('Sorel Mockridge')
  await nurse.getByLabel('Phone', { exact: true }).fill('540.555.0136')
  await expect(nurse.getByText('May already be on record')).toBeVisible()
  await clinic.met.look(nurse, 'likely match')
  mergedId = await addsSomebody(
    nurse,
    { name: 'Sorel Mockridge', phone: '540-555-0136', email: 'sorrel@mail.example' },
    'Add a new person',
  )
  await writesBirthAndSex(nurse, mergedId, '1983-06-12', 'female')
  await writesAnAllergy(nurse, mergedId, { text: 'penicillin', reaction: 'anaphylaxis' })
})

test('two records become one: the allergy comes over, and none known takes nothing away', async () => {
  await mergesThem(nurse, clinic, keptId, mergedId)
  await expect(header()).toContainText('penicillin, anaphylaxis')
  await expect(header()).toContainText('born Jun 12, 1982')
  await clinic.met.look(nurse, 'chart after a merge')
  await nurse.getByLabel('Find a patient').fill('sorel 06/12/1982')
  await expect(nurse.getByText('Read as born June 12, 1982.')).toBeVisible()
  await expect(nurse.getByRole('option', { name: /Sorrel Mockridge/ })).toBeVisible()
  await writesAnAllergy(nurse, keptId, { text: 'latex', reaction: 'rash' })
})

test('and two again: the allergy goes home, what was written since goes where the nurse says', async () => {
  await undoesTheMerge(nurse, clinic, keptId, 'latex', 'Sorrel Mockridge')
  await expect(header()).toContainText('latex, rash')
  await expect(header()).not.toContainText('penicillin')
  await nurse.goto(`/patients/${mergedId}`)
  await expect(header()).toContainText('penicillin, anaphylaxis')
  await expect(header()).toContainText('born Jun 12, 1983')
  await expect(header()).not.toContainText('latex')
})
