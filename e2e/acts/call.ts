import { callScript, redFlags } from '@dripline/clinical'
import { expect, type Page } from '@playwright/test'
import type { Clinic } from '../clinic.ts'
import type { Caller } from './booking.ts'

/** Opens the call from the list of the day and rings. */
export async function startsTheCall(page: Page, { met }: Clinic, { name }: Caller) {
  await page.goto('/calls')
  await page.getByRole('link', { name: new RegExp(name) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`The call with ${name}`)
  const begun = page.getByRole('heading', { level: 1, name: `On the phone with ${name}` })
  // Hours before its time, or after its end, the clinic asks first.
  const asked = page.getByRole('button', { name: 'Yes, call now' })
  await met.refused(422, async () => {
    await page.getByRole('button', { name: 'Start the call' }).click()
    await expect(begun.or(asked)).toBeVisible()
  })
  if (await asked.isVisible()) await asked.click()
  await expect(begun).toBeVisible()
}

/** Safety first: without its answer no evaluation can be booked; then the flags, not sure among them. */
export async function asksSafetyThenFlags(page: Page, { met }: Clinic) {
  await met.look(page, 'call, begun')
  await page.getByRole('radio', { name: 'Evaluation' }).check()
  await expect(page.getByText('The safety question has no answer yet')).toBeVisible()
  await page.getByRole('group', { name: callScript.safetyQuestion }).getByRole('radio', { name: 'No', exact: true }).check()
  for (const { id, text } of redFlags) {
    const answer = id === 'aneurysm' ? 'not sure' : 'No'
    await page.getByRole('group', { name: text }).getByRole('radio', { name: answer, exact: true }).check()
  }
  await expect(page.getByText(`${redFlags.length} of ${redFlags.length} asked`)).toBeVisible()
}

/** Crisis words are one press away at any moment of the call. */
export async function opensTheCrisisWords(page: Page, { met }: Clinic) {
  await page.getByRole('button', { name: 'Crisis words' }).click()
  await expect(page.getByText('I am not hanging up', { exact: false })).toBeVisible()
  await met.look(page, 'call, crisis words')
  await page.getByRole('button', { name: 'Hide the words' }).click()
}

/** Notes are kept while they are typed. */
export async function writesNotes(page: Page, text: string) {
  await page.getByRole('textbox', { name: 'Notes' }).fill(text)
  await page.getByRole('textbox', { name: 'Notes' }).blur()
  await expect(page.getByText('saving', { exact: true })).toBeHidden()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue(text)
}

/** Ends the call with an evaluation and a next step; gives the caller's id. */
export async function endsWithAnEvaluation(page: Page): Promise<string> {
  await page.getByRole('radio', { name: 'Evaluation' }).check()
  await page.getByLabel('Next step').selectOption('we call to book')
  await page.getByLabel('Anything to add').fill('In the clinic this week, Dr Thistlewood')
  await page.getByRole('button', { name: 'End call', exact: true }).click()
  const way = page.getByRole('link', { name: /^Open .* page$/ })
  await expect(way).toBeVisible()
  return (await way.getAttribute('href'))?.split('/').at(-1) ?? ''
}
