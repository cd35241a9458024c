import { expect, type Page } from '@playwright/test'
import type { Clinic } from '../clinic.ts'
import type { Caller } from './booking.ts'

const rung = (page: Page, value: number) => page.getByRole('button', { name: new RegExp(`^${value}(\\D|$)`) })

/** One tap on the ladder; it is saved at once. */
export async function taps(page: Page, value: number) {
  await rung(page, value).click()
  await expect(rung(page, value)).toContainText('saved')
}

/** Opens the link of the letter and answers in two taps, on the phone. */
export async function answersInTwoTaps(page: Page, link: string, pain: number) {
  await page.goto(link)
  await expect(page.getByRole('button', { pressed: true })).toHaveCount(0)
  await taps(page, pain)
  await page.getByRole('button', { name: 'None', exact: true }).click()
  await expect(page.getByText('Thank you, it is saved. Until midnight you can tap another.')).toBeVisible()
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
export async function tellsThatTheyAreNotSafe(page: Page, { met }: Clinic, link: string) {
  await page.goto(link)
  await met.look(page, 'check-in, mood')
  await taps(page, 2)
  await page
    .getByRole('group', { name: /ending your life/ })
    .getByRole('button', { name: 'Yes', exact: true })
    .click()
  const help = page.getByRole('alert', { name: 'Help now' })
  await expect(help).toBeVisible({ timeout: 1000 })
  await expect(help.getByRole('link', { name: /988/ })).toBeVisible()
  await expect(help.getByRole('link', { name: /911/ })).toBeVisible()
  await met.look(page, 'check-in, crisis')
}

/** The alert is owned by name, and stays until somebody says what they did. */
export async function ownsAndClosesTheAlert(page: Page, { met }: Clinic, { name }: Caller, action: string) {
  await page.goto('/alerts')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Nobody owns the alert about ${name}`)
  await met.look(page, 'alerts, open')
  await page.getByRole('button', { name: 'I take it' }).click()
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
  await expect(page.getByRole('heading', { name: 'Pain 0 to 10, scores and what these doses lead one to expect' })).toBeVisible()
  await expect(page.getByText('Model estimate', { exact: false }).first()).toBeVisible()
  await met.look(page, 'relief')
}
