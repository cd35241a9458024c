import { questions } from '@dripline/clinical'
import { expect, type Page, test } from '@playwright/test'
import { linkIn, staff, takesTheirPlace, theOwnerInvites, theOwnerOpensTheClinic } from './acts/clinic-opens.ts'
import { addsSomebody } from './acts/people.ts'
import { type Clinic, openClinic } from './clinic.ts'

test.describe.configure({ mode: 'serial' })

let clinic: Clinic
let nurse: Page

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

test('a yes to the safety question on an otherwise empty form is saved at the press, with words and an alert', async () => {
  const personId = await addsSomebody(nurse, { name: 'Linnet Marsh', phone: '(540) 555-0164', email: 'linnet@mail.example' })
  await nurse.goto(`/patients/${personId}/screening`)
  const answer = nurse.getByLabel(questions.safetyQuestion.label, { exact: true })
  await answer.selectOption('yes')
  await expect(nurse.getByRole('link', { name: /988/ }).first()).toBeVisible()
  await expect(nurse.getByRole('link', { name: /911/ }).first()).toBeVisible()
  await expect(nurse.getByText('Saved, and an alert is open.')).toBeVisible()
  await clinic.met.look(nurse, 'screening, crisis words')
  await nurse.reload()
  await expect(answer).toHaveValue('yes')
  await nurse.goto('/alerts')
  await expect(nurse.getByRole('heading', { level: 1 })).toHaveText('No one owns the alert about Linnet Marsh')
})

test('the pages of this story can be used by everybody', () => {
  expect(clinic.met.faults).toEqual([])
})
