import { expect, type Locator, type Page } from '@playwright/test'
import type { Clinic } from '../clinic.ts'
import { tabTo } from './booking.ts'
import { type Part, proves } from './clinic-opens.ts'

/** What the order asks for, as both people read it from syringe and pump. */
export type Hand = { syringeMl: string; mlPerHour: string }

/** The patient comes in; the nurse presses Arrived on the board and stands before the visit. */
export async function arrives(page: Page, name: string) {
  await page.goto('/room')
  const row = page.getByRole('listitem').filter({ hasText: name })
  await row.getByRole('button', { name: 'Arrived' }).click()
  await expect(page.getByRole('heading', { name: `Check ${name} in` })).toBeVisible()
}

/** `isToBeSeen`: the rules find something that the nurse must have seen, by name. */
type CheckIn = { weightKg: string; systolic: string; diastolic: string; isToBeSeen: boolean }

/** Two identifiers, escort, weight, signs and the safety question; what is to be weighed is weighed by name. */
export async function checksIn(page: Page, { met }: Clinic, { weightKg, systolic, diastolic, isToBeSeen }: CheckIn) {
  await met.look(page, 'visit, check-in')
  await page.getByRole('checkbox', { name: /^Says their full name/ }).check()
  await page.getByRole('checkbox', { name: /date of birth/ }).check()
  await page.getByLabel('Escort', { exact: true }).fill('Robin Alder')
  await page.getByLabel('Their phone').fill('(540) 555-0143')
  await page
    .getByRole('group', { name: /^Thoughts of ending your life/ })
    .getByRole('radio', { name: 'No', exact: true })
    .check()
  await page.getByLabel('Weight, on the scale').fill(weightKg)
  await fillsSigns(page, [systolic, diastolic, '72', '98', '14'])
  await page
    .getByRole('group', { name: /^Is this pressure a repeat/ })
    .getByRole('radio', { name: 'Yes' })
    .check()
  const checkIn = page.getByRole('button', { name: 'Check in', exact: true })
  if (isToBeSeen) await seesByName(page, met, checkIn)
  await checkIn.click()
  await expect(page.getByRole('heading', { name: 'A second person checks what is in the hand' })).toBeVisible()
}

async function seesByName(page: Page, met: Clinic['met'], checkIn: Locator) {
  await met.refused(409, async () => {
    await checkIn.click()
    await expect(page.getByText('Seen by you, by name')).toBeVisible()
  })
  const seen = page.locator('section').filter({ hasText: 'Seen by you, by name' })
  await met.look(page, 'visit, findings to be seen')
  for (const tick of await seen.getByRole('checkbox').all()) await tick.check()
}

const signs = ['Systolic', 'Diastolic', 'Pulse', 'SpO₂', 'Breaths']

async function fillsSigns(page: Page, values: readonly string[]) {
  for (const [i, value] of values.entries()) await page.getByLabel(signs[i] ?? '', { exact: true }).fill(value)
}

/** One of the two looks at everything and types what is in the hand. */
async function looksAndTypes(page: Page, who: 'First' | 'Second', { syringeMl, mlPerHour }: Hand) {
  for (const look of await page.getByRole('button', { name: new RegExp(`^${who} person: `) }).all()) await look.click()
  await page.getByRole('textbox', { name: `${who} person: Set on the pump` }).fill(mlPerHour)
  await page.getByRole('textbox', { name: `${who} person: In the syringe` }).fill(syringeMl)
}

/** Both read vial, syringe and pump by themselves; a ten-fold slip is caught before anything leaves the safe. */
export async function twoPeopleDrawUp(page: Page, { met }: Clinic, hand: Hand, second: Part) {
  await page
    .getByRole('group', { name: /^The vial on the table/ })
    .getByRole('checkbox')
    .first()
    .check()
  await met.look(page, 'visit, draw-up')
  await looksAndTypes(page, 'First', hand)
  await expect(page.getByText('typed', { exact: true }).first()).toBeVisible()
  await looksAndTypes(page, 'Second', { ...hand, syringeMl: String(Number(hand.syringeMl) * 10) })
  await expect(page.getByText('The two hands and the order do not agree.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Second person: In the syringe' }).fill(hand.syringeMl)
  await expect(page.getByRole('heading', { name: 'A second person, please' })).toBeVisible()
  await met.look(page, 'visit, second person')
  await proves(page, second)
  await expect(page.getByRole('heading', { name: 'Say it aloud, then start the pump' })).toBeVisible()
  await met.look(page, 'visit, ready')
}

export async function startsThePump(page: Page) {
  await page.getByRole('button', { name: 'The pump runs: started now' }).click()
  await expect(page.getByRole('region', { name: 'The infusion' })).toContainText('Running')
}

/** Charts a set of signs on the pad that is open. */
export async function chartsSigns(page: Page, values: readonly [string, string, string, string]) {
  const pad = page.getByRole('navigation', { name: 'Write down' })
  await pad.getByRole('button', { name: 'Signs' }).click()
  await fillsSigns(page, values)
  await page.getByRole('button', { name: 'Chart these' }).click()
  await expect(page.getByLabel('Systolic', { exact: true })).toHaveValue('')
}

const key = (page: Page, label: string, value: string): Locator =>
  page
    .getByRole('group', { name: new RegExp(`^${label}`) })
    .getByRole('button', { name: new RegExp(`^${value}(, the last answer)?$`) })

/** One tap saves each score; here by keyboard alone, from the pad's own key on. */
export async function scoresByKeyboard(page: Page, scores: Readonly<Record<string, string>>) {
  await page.keyboard.press('1')
  for (const [label, value] of Object.entries(scores)) {
    await tabTo(page, key(page, label, value))
    await page.keyboard.press('Enter')
    await expect(key(page, label, value)).toHaveAttribute('aria-pressed', 'true')
  }
}

/** A value past the clinic's written policy is answered with an act, by name; it cannot be waved away. */
export async function answersThePolicy(page: Page, { met }: Clinic) {
  const notice = page.getByRole('region', { name: 'Past the clinic’s policy' })
  await expect(notice).toContainText('look, and repeat')
  await met.look(page, 'visit, past policy')
  await notice.getByRole('button', { name: /^Seen by me/ }).click()
  await expect(notice).toBeHidden()
}

export async function lowersTheRate(page: Page, { met }: Clinic, mlPerHour: string) {
  await page.getByRole('button', { name: 'Change rate' }).click()
  const question = page.getByRole('dialog')
  await question.getByLabel('Read from the pump').fill(mlPerHour)
  await question.getByRole('button', { name: 'Side effect' }).click()
  await met.look(page, 'visit, change of rate')
  await question.getByRole('button', { name: 'Pump is set, change' }).click()
  await expect(page.getByRole('region', { name: 'The infusion' })).toContainText(new RegExp(`Pump: ${mlPerHour}\\W*mL/h`))
}

/** Stops early, by keyboard alone: the key of the act, one reason, one confirmation. */
export async function stopsByKeyboard(page: Page, { met }: Clinic) {
  await page.keyboard.press('s')
  const question = page.getByRole('dialog')
  await expect(question).toContainText('Stop the infusion at')
  await met.look(page, 'visit, stop')
  await tabTo(page, question.getByRole('button', { name: 'Patient asks' }))
  await page.keyboard.press('Enter')
  await tabTo(page, question.getByRole('button', { name: 'Pump is off, stop' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'After the infusion' })).toContainText('Stopped')
}
