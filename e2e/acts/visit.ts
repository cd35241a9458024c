import { expect, type Locator, type Page } from '@playwright/test'
import type { Clinic } from '../clinic.ts'
import { tabTo } from './booking.ts'
import { type Part, proves } from './clinic-opens.ts'

/** What the order asks for, as both people read it from syringe and pump. */
export type Hand = { infusateMg: string; syringeMl: string; rateMlPerHour: string }

/** The patient comes in; the nurse presses Arrived on the board and stands before the visit. */
export async function arrives(page: Page, name: string) {
  await page.goto('/room')
  const row = page.getByRole('listitem').filter({ hasText: name })
  await row.getByRole('button', { name: 'Arrived' }).click()
  await expect(page.getByRole('heading', { name: `Check in ${name}` })).toBeVisible()
}

/** `isToBeSeen`: the rules find something that the nurse must have seen, by name. */
type CheckIn = { weightKg: string; systolic: string; diastolic: string; isToBeSeen: boolean }

/** Two identifiers, escort, weight, signs and the safety question; what is to be weighed is weighed by name. */
export async function checksIn(page: Page, { met }: Clinic, { weightKg, systolic, diastolic, isToBeSeen }: CheckIn) {
  await met.look(page, 'visit, check-in')
  await page.getByRole('checkbox', { name: /^States full name/ }).check()
  await page.getByRole('checkbox', { name: /^States date of birth/ }).check()
  await page.getByLabel('Escort', { exact: true }).fill('Robin Alder')
  await page.getByLabel('Their phone').fill('(540) 555-0143')
  await page
    .getByRole('group', { name: /^Thoughts of ending your life/ })
    .getByRole('radio', { name: 'No', exact: true })
    .check()
  await page.getByLabel('Weight, on the scale').fill(weightKg)
  await fillsSigns(page, [systolic, diastolic, '72', '98', '14'])
  await page.getByLabel('Sedation now, RASS').selectOption('0')
  await page
    .getByRole('group', { name: /^Is this blood pressure a recheck/ })
    .getByRole('radio', { name: 'Yes' })
    .check()
  const checkIn = page.getByRole('button', { name: 'Check in', exact: true })
  if (isToBeSeen) await seesByName(page, met, checkIn)
  await checkIn.click()
  await expect(page.getByRole('heading', { name: /^Read the syringe and the pump/ })).toBeVisible()
}

/** A keyboard that writes 72,5: it is read and shown back; what could be read two ways is refused in words, and stays. */
export async function weighsWithAComma(page: Page) {
  const weight = page.getByLabel('Weight, on the scale')
  await weight.fill('1,234')
  await weight.blur()
  await expect(page.getByText('“1,234” could be read two ways', { exact: false })).toBeVisible()
  await expect(weight).toHaveValue('1,234')
  await weight.fill('72,5')
  await expect(page.getByText(/^Read as 72\.5\W*kg$/)).toBeVisible()
}

async function seesByName(page: Page, met: Clinic['met'], checkIn: Locator) {
  await met.refused(409, async () => {
    await checkIn.click()
    await expect(page.getByText('Acknowledge each finding')).toBeVisible()
  })
  const seen = page.locator('section').filter({ hasText: 'Acknowledge each finding' })
  await met.look(page, 'visit, findings to be seen')
  for (const tick of await seen.getByRole('checkbox').all()) await tick.check()
}

const signs = ['Systolic', 'Diastolic', 'Pulse', 'SpO₂', 'Breaths']

async function fillsSigns(page: Page, values: readonly string[]) {
  for (const [i, value] of values.entries()) await page.getByLabel(signs[i] ?? '', { exact: true }).fill(value)
}

/** One person reads by themselves: what is on the label, in the syringe and on the pump, which vial, whose dose. */
export async function reads(page: Page, { infusateMg, syringeMl, rateMlPerHour }: Hand) {
  const form = page.getByRole('form', { name: /^What .* reads$/ })
  await form.getByLabel('Dose, mg').fill(infusateMg)
  await form.getByLabel('In the syringe, mL').fill(syringeMl)
  await form.getByLabel('Set on the pump, mL/h').fill(rateMlPerHour)
  await form
    .getByRole('group', { name: /^Vial in hand/ })
    .getByRole('checkbox')
    .first()
    .check()
  for (const each of ['full name', 'date of birth']) await form.getByRole('checkbox', { name: new RegExp(`${each}$`) }).check()
  await form.getByRole('button', { name: 'Save my reading' }).click()
}

/** The order's mL and mL/h are nowhere on the screen. */
export async function seesNoSums(page: Page, { syringeMl, rateMlPerHour }: Hand) {
  const words = page.getByRole('main')
  await expect(words).not.toContainText(new RegExp(`(^|[^\\d.])${syringeMl.replace('.', '\\.')}\\W*mL`))
  await expect(words).not.toContainText(new RegExp(`(^|[^\\d.])${rateMlPerHour}\\W*mL/h`))
}

/** Both read on one tablet: the second one proves who they are first, and reads from an empty form. */
export async function twoPeopleDrawUp(page: Page, { met }: Clinic, hand: Hand, second: Part) {
  await met.look(page, 'visit, draw-up')
  await seesNoSums(page, hand)
  await reads(page, hand)
  await expect(page.getByRole('heading', { name: 'Your reading is saved. Waiting for the second person' })).toBeVisible()
  await met.look(page, 'visit, one reading')
  await page.getByRole('button', { name: 'Second person reads on this tablet' }).click()
  await met.look(page, 'visit, second person')
  await proves(page, second)
  await expect(page.getByLabel('In the syringe, mL')).toHaveValue('')
  await seesNoSums(page, hand)
  await reads(page, hand)
  await expect(page.getByRole('heading', { name: 'Say it aloud, then start the pump' })).toBeVisible()
  await met.look(page, 'visit, ready')
}

/** Each on their own tablet, with a reload and a ten-fold slip: nothing is lost, the slip is kept, the right value stays hidden. */
export async function twoTabletsDrawUp(first: Page, second: Page, { met }: Clinic, hand: Hand) {
  await second.goto(first.url())
  await reads(first, hand)
  await expect(first.getByRole('heading', { name: 'Your reading is saved. Waiting for the second person' })).toBeVisible()
  await first.reload()
  await expect(first.getByRole('heading', { name: 'Your reading is saved. Waiting for the second person' })).toBeVisible()
  await expect(second.getByRole('heading', { name: 'One reading is saved. Yours is next' })).toBeVisible()
  await seesNoSums(second, hand)
  await reads(second, { ...hand, syringeMl: String(Math.round(Number(hand.syringeMl) * 1000) / 100) })
  for (const page of [first, second])
    await expect(page.getByRole('heading', { name: 'One reading does not match. Look at the syringe again' })).toBeVisible()
  // Each sees their own reading; the one who slipped sees neither the other's nor the order's.
  await seesNoSums(second, { ...hand, rateMlPerHour: 'never' })
  await met.look(second, 'visit, a slip')
  await second.reload()
  await expect(second.getByText(/^Your reading of .* is on the record\./)).toBeVisible()
  // What one has begun to type stands when the other's reading comes.
  const begun = first.getByRole('form', { name: /^What .* reads$/ }).getByLabel('Dose, mg')
  await begun.fill(hand.infusateMg)
  await reads(second, hand)
  await expect(second.getByRole('heading', { name: 'Your reading is saved. Waiting for the second person' })).toBeVisible()
  await expect(first.getByRole('heading', { name: 'One reading is saved. Yours is next' })).toBeVisible()
  await expect(begun).toHaveValue(hand.infusateMg)
  await reads(first, hand)
  for (const page of [first, second]) {
    await expect(page.getByRole('heading', { name: 'Say it aloud, then start the pump' })).toBeVisible()
    await expect(page.getByText('slip, on record')).toBeVisible()
  }
  await met.look(second, 'visit, ready after a slip')
}

export async function startsThePump(page: Page) {
  await page.getByRole('button', { name: 'Pump is running: start now' }).click()
  await expect(page.getByRole('region', { name: 'The infusion' })).toContainText('Running')
}

/** Charts a set of signs on the pad that is open. */
export async function chartsSigns(page: Page, values: readonly [string, string, string, string]) {
  const pad = page.getByRole('navigation', { name: 'Chart' })
  await pad.getByRole('button', { name: 'Vital signs' }).click()
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
  await expect(notice).toContainText('assess and recheck')
  await met.look(page, 'visit, past policy')
  await notice.getByRole('button', { name: /^Assessed by me/ }).click()
  await expect(notice).toBeHidden()
}

export async function lowersTheRate(page: Page, { met }: Clinic, rateMlPerHour: string) {
  await page.getByRole('button', { name: 'Change rate' }).click()
  const question = page.getByRole('dialog')
  await question.getByLabel('Read from the pump').fill(rateMlPerHour)
  await question.getByRole('button', { name: 'Side effect' }).click()
  await met.look(page, 'visit, change of rate')
  await question.getByRole('button', { name: 'Pump is set, change rate' }).click()
  await expect(page.getByRole('region', { name: 'The infusion' })).toContainText(new RegExp(`Pump: ${rateMlPerHour}\\W*mL/h`))
}

/** Stops early, by keyboard alone: the key of the act, one reason, one confirmation. */
export async function stopsByKeyboard(page: Page, { met }: Clinic) {
  await page.keyboard.press('s')
  const question = page.getByRole('dialog')
  await expect(question).toContainText('Stop the infusion at')
  await met.look(page, 'visit, stop')
  await tabTo(page, question.getByRole('button', { name: 'Patient request' }))
  await page.keyboard.press('Enter')
  await tabTo(page, question.getByRole('button', { name: 'Pump is off, stop' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'After the infusion' })).toContainText('Stopped')
}
