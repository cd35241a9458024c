import { consentText } from '@dripline/clinical'
import { expect, type Page } from '@playwright/test'
import type { Clinic } from '../clinic.ts'

/** The consent is read, said back point by point and signed by name on this screen. */
export async function signsTheConsent(page: Page, { met }: Clinic, personId: string, { name }: { name: string }) {
  await page.goto(`/patients/${personId}/consent`)
  await met.look(page, 'consent')
  for (const point of consentText.teachBack) await page.getByRole('checkbox', { name: point }).check()
  await page.getByLabel('Your name, typed by you').fill(name)
  await page.getByRole('button', { name: 'Sign the consent' }).click()
  await expect(page.getByText('Signed. It is listed below, with the version that was read.')).toBeVisible()
}

/** The prescriber reads the sum, weighs what is to be weighed and signs one order a session, with its day and chair. */
export async function signsTheOrders(page: Page, { met }: Clinic, personId: string, howMany: string) {
  await page.goto(`/patients/${personId}/plan`)
  const sign = page.getByRole('button', { name: `Sign ${howMany} orders` })
  await expect(sign).toBeVisible()
  await expect(page.getByText('Model estimate', { exact: false }).first()).toBeVisible()
  await met.look(page, 'plan designer')
  for (const tick of await page.getByRole('group', { name: 'For you to acknowledge' }).getByRole('checkbox').all())
    await tick.check()
  await sign.click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Sign ${howMany} orders` })
    .click()
  await expect(page.getByRole('table', { name: 'Orders in this course' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: '1 of' })).toBeVisible()
  await met.look(page, 'plan, signed')
}

/** When the first visit of the signed course begins. */
export async function firstVisitOf(page: Page, personId: string): Promise<string> {
  await page.goto(`/patients/${personId}/plan`)
  const first = page.getByRole('table', { name: 'Orders in this course' }).getByRole('time').first()
  return (await first.getAttribute('datetime')) ?? ''
}
