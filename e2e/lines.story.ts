import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { theOwnerOpensTheClinic } from './acts/clinic-opens.ts'
import { type Clinic, openClinic } from './clinic.ts'

test.describe.configure({ mode: 'serial' })

let clinic: Clinic
let owner: Page

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
const prices = async (page: Page) => {
  await page.getByLabel('Cancel for nothing until').fill('24')
  await page.getByLabel('A later cancellation costs').fill('75')
}

test('1. the owner adds a line without a protocol, looks at it in both languages and saves it', async ({ browser }) => {
  owner = await clinic.screen(browser, 'desk')
  await theOwnerOpensTheClinic(owner, clinic)
  await owner.goto('/lines')
  await owner.getByLabel('Name, in English').fill('Vitamin drip')
  await owner.getByLabel('What it is, in English').fill('Salt water and vitamins')
  await owner.getByLabel('Name, in Spanish').fill('Suero con vitaminas')
  await owner.getByLabel('What it is, in Spanish').fill('Agua con sal y vitaminas')
  await owner.getByLabel('Price', { exact: true }).fill('150')
  await prices(owner)
  await owner.getByLabel('Takes its chair for').fill('120')
  await owner.getByRole('button', { name: 'Preview' }).click()
  await expect(owner.getByText('120 minutos.', { exact: false })).toBeVisible()
  await owner.getByRole('button', { name: 'Add the line' }).click()
  await expect(owner.getByRole('button', { name: 'Open Vitamin drip' })).toBeVisible()
  await isClean(owner)
})

test('2. they set a price, and everybody reads it in full in both languages', async ({ browser }) => {
  const reader = await clinic.screen(browser, 'phone')
  await reader.goto('/prices')
  await expect(reader.getByText('$150')).toBeVisible()
  await owner.getByRole('button', { name: 'Open Long visit, for pain' }).click()
  await owner.getByLabel('Price', { exact: true }).fill('1000')
  await prices(owner)
  await owner.getByRole('button', { name: 'Set it from that day' }).click()
  await expect(owner.getByText('Version 1, set by')).toBeVisible()
  await reader.reload()
  await expect(reader.getByText('$1,000')).toBeVisible()
  await isClean(reader)
  await reader.goto('/es/prices')
  await expect(reader.getByText('Suero con vitaminas')).toBeVisible()
  await isClean(reader)
})

test('3. a line that ends is on no page from its day on, and its history stays', async ({ browser }) => {
  await owner.getByRole('button', { name: 'Open Vitamin drip' }).click()
  await owner.getByLabel('Why, for those who read it later').fill('Nobody asks for it')
  await owner.getByRole('button', { name: 'Retire Vitamin drip' }).click()
  await owner.getByText('Retired', { exact: true }).click()
  await expect(owner.getByRole('button', { name: 'Open Vitamin drip' })).toBeVisible()
  await expect(owner.getByText('Nobody asks for it')).toBeVisible()
  const reader = await clinic.screen(browser, 'phone')
  await reader.goto('/prices')
  await expect(reader.getByText('$1,000')).toBeVisible()
  await expect(reader.getByText('$150')).toHaveCount(0)
})
