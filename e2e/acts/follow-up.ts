import { expect, type Page } from '@playwright/test'
import type { Clinic } from '../clinic.ts'
import type { Caller } from './booking.ts'

const rung = (page: Page, value: number) => page.getByRole('radio', { name: new RegExp(`^${value}(\\D|$)`) })

/** Opens the link of the letter and answers in three taps, on the phone: choose, choose, send. */
export async function answersInThreeTaps(page: Page, clinic: Clinic, link: string, pain: number) {
  await page.goto(link)
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await clinic.forward(0.1)
  await rung(page, pain).check()
  await page.getByRole('radio', { name: 'None', exact: true }).check()
  await sends(page, pain)
}

/** One choice on the ladder, sent. */
export async function answers(page: Page, clinic: Clinic, value: number) {
  await clinic.forward(0.1)
  await rung(page, value).check()
  await sends(page, value)
}

const sends = async (page: Page, value: number) => {
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText(`Thank you, ${value} is saved`)).toBeVisible()
}

/** The prescriber ends the course early, with a reason; the questions of the weeks after begin to count. */
export async function endsTheCourse(page: Page, personId: string, reason: string) {
  await page.goto(`/patients/${personId}/plan`)
  await page.getByRole('button', { name: 'Close this course' }).click()
  const question = page.getByRole('dialog')
  await question.getByLabel('Reason').fill(reason)
  await question.getByRole('button', { name: 'Close the course' }).click()
  await expect(page.getByText(reason).first()).toBeVisible()
}

/** Whoever did not answer stands on the list; the nurse phones and enters what they say. */
export async function phonesWhoeverIsSilent(page: Page, { met }: Clinic, { name }: Caller, pain: string) {
  await page.goto('/follow-up')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Phone/)
  const silent = page.locator('section').filter({ has: page.getByRole('link', { name }) })
  await met.look(page, 'follow-up list')
  await silent.getByRole('button', { name: 'Enter what they say' }).click()
  await silent
    .getByRole('group', { name: /^Pain, last 24 hours/ })
    .getByRole('button', { name: pain, exact: true })
    .click()
  await silent.getByRole('checkbox', { name: 'None', exact: true }).check()
  await met.look(page, 'follow-up, by phone')
  await silent.getByRole('button', { name: 'Save the answer' }).click()
  await expect(silent).toHaveCount(0)
}

/** A link that takes no answer any more says what became of its question. */
export async function opensAClosedLink(page: Page, { met }: Clinic, link: string, says: string) {
  await met.refused(410, async () => {
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(says)
  })
  await met.look(page, `check-in: ${says}`)
}

/** The safety answer is not a no: whom to reach stands on the phone at once. */
export async function tellsThatTheyAreNotSafe(page: Page, clinic: Clinic, link: string) {
  const { met } = clinic
  await page.goto(link)
  await met.look(page, 'check-in, mood')
  await clinic.forward(0.1)
  await rung(page, 2).check()
  await page
    .getByRole('group', { name: /ending your life/ })
    .getByRole('radio', { name: 'Yes', exact: true })
    .check()
  const help = page.getByRole('alert', { name: 'Help now' })
  await expect(help).toBeVisible({ timeout: 1000 })
  await expect(help.getByRole('link', { name: /988/ })).toBeVisible()
  await expect(help.getByRole('link', { name: /911/ })).toBeVisible()
  await met.look(page, 'check-in, crisis')
  await sends(page, 2)
}

/** The alert is owned by name, and stays until somebody says what they did. */
export async function ownsAndClosesTheAlert(page: Page, { met }: Clinic, { name }: Caller, action: string) {
  await page.goto('/alerts')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`No one owns the alert about ${name}`)
  await met.look(page, 'alerts, open')
  await page.getByRole('button', { name: 'I will take it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Every open alert has an owner')
  await page.getByLabel('What you did').fill(action)
  await page.getByRole('button', { name: 'Close this alert' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No alert is open')
  await page.getByRole('radio', { name: 'Closed' }).click()
  await expect(page.getByText(action)).toBeVisible()
  await met.look(page, 'alerts, closed')
}

/** What was said stands as marks; the model's expectation is named as one; a responder day that is to come says so. */
export async function readsTheRelief(page: Page, { met }: Clinic, personId: string) {
  await page.goto(`/patients/${personId}/relief`)
  await expect(page.getByRole('heading', { name: 'Pain 0 to 10, scores and the estimate from these doses' })).toBeVisible()
  await expect(page.getByText('Model estimate', { exact: false }).first()).toBeVisible()
  await met.look(page, 'relief')
}
