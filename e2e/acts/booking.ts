import { expect, type Locator, type Page } from '@playwright/test'
import type { Clinic } from '../clinic.ts'

export type Caller = { name: string; phone: string; email: string }

export const alder: Caller = { name: 'Wren Alder', phone: '(540) 555-0142', email: 'wren.alder@example.net' }
export const rowan: Caller = { name: 'Ashby Rowan', phone: '(540) 555-0177', email: 'ashby.rowan@example.net' }

/** Presses Tab until this has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${target}`)
}

const types = async (page: Page, target: Locator, text: string) => {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

/** Reads the home page, follows its button and books the first free time without touching a mouse; gives the link of the appointment. */
export async function booksByKeyboard(page: Page, { met }: Clinic, { name, phone, email }: Caller): Promise<string> {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Fifteen minutes with a clinician')
  await met.look(page, 'home')
  await tabTo(page, page.getByRole('link', { name: 'Book a free 15-minute call' }).last())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Book a free 15-minute call')
  await met.look(page, 'book, before a state')
  await tabTo(page, page.getByRole('radio', { name: 'Virginia' }))
  await page.keyboard.press('Space')
  const times = page.locator('input[type=radio][name=start]')
  await expect(times.first()).toBeAttached()
  await met.look(page, 'book, times')
  await tabTo(page, times.first())
  await page.keyboard.press('Space')
  await expect(times.first()).toBeChecked()
  await types(page, page.getByLabel('First and last name'), name)
  await types(page, page.getByLabel('Phone, where we call you'), phone)
  await types(page, page.getByLabel('Email, for the confirmation'), email)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your call is booked')
  await met.look(page, 'appointment')
  return new URL(page.url()).pathname
}

/** Nothing is lost when something is missing: the form comes back with what was typed. */
export async function forgetsThePhone(page: Page, { met }: Clinic, { name, email }: Caller) {
  await page.goto('/book?state=VA')
  await page.locator('input[type=radio][name=start]').first().check()
  await page.getByLabel('First and last name').fill(name)
  await page.getByLabel('Email, for the confirmation').fill(email)
  await met.refused(422, async () => {
    await page.getByRole('button', { name: 'Book this call' }).click()
    await expect(page.getByRole('alert')).toContainText('Phone')
  })
  await expect(page.getByLabel('First and last name')).toHaveValue(name)
  await expect(page.getByLabel('Email, for the confirmation')).toHaveValue(email)
  await met.look(page, 'book, something missing')
}

/** The file for the calendar, as the phone would open it. */
export const calendarFile = async (page: Page): Promise<string> => {
  const link = page.getByRole('link', { name: 'Add to your calendar' })
  const file = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(file.headers()['content-type']).toContain('text/calendar')
  return file.text()
}

/** Moves the call to the last free time of the day that is shown. */
export async function movesTheCall(page: Page, { met }: Clinic) {
  await page.getByRole('link', { name: 'Move' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Move your call')
  await met.look(page, 'appointment, moving')
  await page.locator('input[type=radio][name=start]:not([value=keep])').last().check()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your call is booked')
}

/** Books without any script: every step is a plain form. */
export async function booksWithoutScript(page: Page, { name, phone, email }: Caller) {
  await page.goto('/')
  await page.getByRole('link', { name: 'Book a free 15-minute call' }).last().click()
  await page.getByRole('radio', { name: 'Virginia' }).check()
  await page.getByRole('button', { name: 'Show times' }).click()
  await page.locator('input[type=radio][name=start]').nth(2).check()
  await page.getByLabel('First and last name').fill(name)
  await page.getByLabel('Phone, where we call you').fill(phone)
  await page.getByLabel('Email, for the confirmation').fill(email)
  await page.getByRole('button', { name: 'Book this call' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your call is booked')
}
