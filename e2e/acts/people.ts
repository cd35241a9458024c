import { expect, type Page } from '@playwright/test'
import type { Clinic } from '../clinic.ts'

export type Added = { name: string; phone: string; email: string }

/** Adds somebody who phoned; gives the id of their record. */
export async function addsSomebody(page: Page, { name, phone, email }: Added, press = 'Add'): Promise<string> {
  await page.goto('/patients')
  await page.getByRole('button', { name: 'Add a caller' }).click()
  await page.getByLabel('First and last name').fill(name)
  await page.getByLabel('Phone', { exact: true }).fill(phone)
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('State where they are').selectOption('VA')
  await page.getByRole('button', { name: press, exact: true }).click()
  await expect(page).toHaveURL(/\/patients\/[0-9a-f-]{36}$/)
  return page.url().split('/').at(-1) ?? ''
}

/** Writes one allergy, or that none is known, on the chart. */
export async function writesAnAllergy(page: Page, personId: string, said: { text: string; reaction: string } | 'none known') {
  await page.goto(`/patients/${personId}`)
  const card = page.locator('#allergies')
  await card.getByRole('button', { name: 'Add', exact: true }).click()
  if (said === 'none known') await card.getByRole('radio', { name: 'None known' }).check()
  else {
    await card.getByLabel('Allergic to').fill(said.text)
    await card.getByLabel('Reaction').fill(said.reaction)
  }
  await card.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(card.getByRole('button', { name: 'Add', exact: true })).toBeVisible()
}

/** Writes down birth date and sex, on the contacts page. */
export async function writesBirthAndSex(page: Page, personId: string, born: string, sex: 'female' | 'male') {
  await page.goto(`/patients/${personId}/contacts`)
  await page.getByLabel('Date of birth').fill(born)
  await page.getByLabel('Sex (used by the dose models)').selectOption(sex)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
}

/** Makes two records one: both birth dates are looked at, one is chosen, and the reason is kept. */
export async function mergesThem(page: Page, { met }: Clinic, keptId: string, mergedId: string) {
  await page.goto(`/patients/${keptId}/merge/${mergedId}`)
  await expect(page.getByText('penicillin (anaphylaxis)')).toBeVisible()
  await met.look(page, 'merge')
  const press = page.getByRole('button', { name: /^Merge into/ })
  await expect(press).toHaveAttribute('aria-disabled', 'true')
  const birth = page.getByRole('group', { name: 'Birth date: which is right?' })
  await birth.getByRole('radio', { name: 'Jun 12, 1982' }).check()
  const name = page.getByRole('group', { name: 'Name: which is right?' })
  await name.getByRole('radio', { name: 'Sorrel Mockridge' }).check()
  await page.getByLabel(/^Why they are one person/).fill('License seen; the year was mistyped at booking.')
  await press.click()
  await expect(page).toHaveURL(new RegExp(`/patients/${keptId}$`))
}

/** Makes them two again: what was written since is placed by hand. */
export async function undoesTheMerge(page: Page, { met }: Clinic, keptId: string, since: string, owner: string) {
  await page.goto(`/patients/${keptId}/contacts`)
  await page.getByRole('link', { name: 'Undo the merge' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('are two people')
  await met.look(page, 'undo merge')
  await page
    .getByRole('group', { name: new RegExp(since) })
    .getByRole('radio', { name: owner })
    .check()
  await page.getByLabel('Why they are two people').fill('Her sister, same birthday in another year.')
  await page.getByRole('button', { name: 'Undo the merge' }).click()
  await expect(page).toHaveURL(new RegExp(`/patients/${keptId}$`))
}
