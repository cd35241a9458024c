import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { linkIn, staff, takesTheirPlace, theOwnerInvites, theOwnerOpensTheClinic } from './acts/clinic-opens.ts'
import { type Clinic, openClinic } from './clinic.ts'

test.describe.configure({ mode: 'serial' })

let clinic: Clinic
let owner: Page
let prescriber: Page
let address = ''

test.beforeAll(async () => {
  clinic = await openClinic('2026-11-23T15:00:00Z')
})
test.afterAll(async () => {
  await clinic?.close()
})

const isClean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('1. the owner writes an article with a number that has no source, and is told the sentence', async ({ browser }) => {
  owner = await clinic.screen(browser, 'desk')
  await theOwnerOpensTheClinic(owner, clinic)
  await theOwnerInvites(owner, 'prescriber', { role: 'prescriber', takesCalls: false })
  await clinic.strike()
  const link = await linkIn(owner, staff.prescriber.email, 'invitation')
  prescriber = await takesTheirPlace(browser, clinic, 'prescriber', link, 'desk')
  await owner.goto('/write')
  await owner.getByLabel('Title').fill('Our first talk')
  await owner.getByLabel('Summary, in one sentence').fill('What happens when you call.')
  await owner.getByRole('button', { name: 'Begin' }).click()
  await expect(owner.getByRole('heading', { level: 1 })).toHaveText('Our first talk')
  address = owner.url()
  await owner
    .getByLabel('Text', { exact: true })
    .fill('We listen first. Two thirds get relief.\n\nThe call takes [15 minutes](plain).')
  await owner.getByRole('button', { name: 'Save and preview' }).click()
  await expect(owner.getByText('“thirds”')).toBeVisible()
  await owner.getByRole('button', { name: 'Ask for review' }).click()
  await expect(owner.getByText('Two thirds get relief.').first()).toBeVisible()
  await expect(owner.getByText('This article says something that has no source.')).toBeVisible()
  await clinic.met.look(owner, 'article-refused')
})

test('2. they mend it, a prescriber sees the plain mark and publishes', async () => {
  await owner
    .getByLabel('Text', { exact: true })
    .fill('We listen first. Some people get relief; many do not.\n\nThe call takes [15 minutes](plain).')
  await owner.getByRole('button', { name: 'Save and preview' }).click()
  await expect(owner.getByText('Version 3, written by')).toBeVisible()
  await owner.getByRole('button', { name: 'Ask for review' }).click()
  await expect(owner.getByText('A prescriber has been asked.')).toBeVisible()
  await prescriber.goto(new URL(address).pathname)
  await prescriber.getByRole('checkbox', { name: /15 minutes/ }).check()
  await prescriber.getByLabel('Review again by').fill('2027-05-01')
  await prescriber.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(prescriber.getByRole('link', { name: 'See the public page' })).toBeVisible()
  await clinic.met.look(prescriber, 'article-published')
})

test('3. a reader on a phone without script reads it, and the shelf, in both languages', async ({ browser }) => {
  const phone = await clinic.screen(browser, 'phone', { javaScriptEnabled: false })
  await phone.goto('/articles/our-first-talk')
  await expect(phone.getByText('Some people get relief; many do not.')).toBeVisible()
  await expect(phone.getByText(/Reviewed by/)).toBeVisible()
  await expect(phone.getByRole('link', { name: 'Book a free 15-minute call' })).toBeVisible()
  for (const path of [
    '/articles',
    '/articles/how-ketamine-works-on-pain',
    '/evidence',
    '/es/articles/how-ketamine-works-on-pain',
    '/es/evidence',
  ]) {
    const answer = await phone.goto(path)
    expect([path, answer?.status()]).toEqual([path, 200])
    await expect(phone.getByText(/911/)).toBeVisible()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }
  await phone.context().close()
  const desk = await clinic.screen(browser, 'desk')
  for (const path of ['/articles', '/articles/what-a-visit-is-like', '/articles/how-ketamine-works-on-pain', '/es/evidence']) {
    await desk.goto(path)
    await isClean(desk)
  }
  await desk.context().close()
})
