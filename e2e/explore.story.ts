import { gzipSync } from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { theOwnerOpensTheClinic } from './acts/clinic-opens.ts'
import { type Clinic, openClinic } from './clinic.ts'

const PATH = '/articles/how-ketamine-works-on-pain'
/** Script before the first drawing is near, and what plays the drawings beside React, both as gzip sends them. */
const [AT_FIRST, OWN] = [100_000, 60_000]
const SETTLES_MS = 1200

let clinic: Clinic

test.beforeAll(async ({ browser }) => {
  clinic = await openClinic('2026-11-30T15:00:00Z')
  const owner = await clinic.screen(browser, 'desk')
  await theOwnerOpensTheClinic(owner, clinic)
  await owner.context().close()
})
test.afterAll(async () => {
  await clinic?.close()
})

const turnOf = (page: Page, scene: string) => page.locator(`[data-turn="${scene}"]`)

/** The article with this drawing played. */
async function played(page: Page, scene: string) {
  const turn = turnOf(page, scene)
  await turn.scrollIntoViewIfNeeded()
  await expect(turn).toHaveAttribute('data-played')
  return turn.locator(':scope > :not(:first-child)')
}

async function opened(browser: Browser, kind: 'phone' | 'desk', path = PATH) {
  const page = await clinic.screen(browser, kind)
  await page.goto(path)
  return page
}

test('the article brings no React before a drawing is near, and what plays all of them weighs little', async ({ browser }) => {
  const page = await clinic.screen(browser, 'phone')
  const scripts = new Map<string, number>()
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js')) scripts.set(pathname, gzipSync(await response.body(), { level: 9 }).length)
  })
  const weight = () => [...scripts].reduce((sum, [, bytes]) => sum + bytes, 0)
  await page.goto(PATH, { waitUntil: 'networkidle' })
  expect([...scripts.keys()].filter((name) => name.includes('/react-'))).toEqual([])
  expect(weight()).toBeGreaterThan(300)
  expect(weight()).toBeLessThan(AT_FIRST)
  for (const turn of await page.locator('[data-turn]').all()) {
    await turn.scrollIntoViewIfNeeded()
    await expect(turn).toHaveAttribute('data-played')
  }
  await page.waitForLoadState('networkidle')
  const own = [...scripts].filter(([name]) => !name.includes('/react-')).reduce((sum, [, bytes]) => sum + bytes, 0)
  expect(scripts.size).toBeGreaterThan(4)
  expect(own).toBeLessThan(OWN)
  await page.context().close()
})

test('by keys alone the signal is turned up, its chart is walked, and each change is said once', async ({ browser }) => {
  const page = await opened(browser, 'desk')
  const turn = await played(page, 'cork')
  const signal = turn.getByRole('slider', { name: 'Signal strength' })
  await signal.focus()
  await expect(signal).toHaveAttribute('aria-valuetext', 'strong, step 5 of 10')
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight')
  await expect(signal).toHaveAttribute('aria-valuetext', 'an injury, step 10 of 10')
  await expect(turn.getByText('Of 20 gates, 14 let current in.')).toBeVisible()
  await expect(page.locator('#says')).toHaveText(/^Signal: an injury\. 51 of 100 gates .* 68 after months/)
  await turn.getByRole('radio', { name: 'After months of pain' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(turn.getByText('Of 20 gates, 10 let current in.')).toBeVisible()
  const whole = turn.getByRole('treeitem', { name: /^The stronger the signal/ })
  await whole.focus()
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'End']) await page.keyboard.press(key)
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', 'Step 10, an injury: 51 of 100')
  await page.context().close()
})

test('by keys the dose is turned, and its doubt is said with it', async ({ browser }) => {
  const page = await opened(browser, 'desk')
  const turn = await played(page, 'held')
  const dose = turn.getByRole('slider', { name: 'Dose, each hour, for 4 h' })
  await dose.focus()
  await page.keyboard.press('Home')
  await expect(dose).toHaveAttribute('aria-valuetext', '5 mg an hour')
  await expect(page.locator('#says')).toHaveText(
    /^At 5 mg an hour, ketamine holds about \d+ of 100 gates\. It could be \d+ to \d+\.$/,
  )
  await page.context().close()
})

test('by keys a guess is drawn and held against the model; a finger draws it too, a number says the same', async ({
  browser,
}) => {
  const page = await opened(browser, 'desk')
  const turn = await played(page, 'weeks')
  const pad = turn.getByRole('slider', { name: 'Draw how long you think the relief lasts' })
  await pad.focus()
  await page.keyboard.press('ArrowUp')
  for (let i = 0; i < 9; i++) await page.keyboard.press('PageUp')
  await expect(pad).toHaveAttribute('aria-valuetext', 'Day 63: 50 of 100 less pain')
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowDown')
  await expect(pad).toHaveAttribute('aria-valuetext', 'Day 63: 20 of 100 less pain')
  await turn.getByRole('button', { name: 'Show me' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator(':focus')).toHaveText('Shorter than you thought')
  await expect(
    turn.getByText(/^You said about 9 weeks\. The model says: .* near week 2\. It could be week 1 to 4\./),
  ).toBeVisible()
  await turn.getByRole('radio', { name: 'Ten clinic days' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(turn.getByText(/This curve is not for a clinic course/)).toBeVisible()
  await expect(page.locator('#says')).toHaveText(/^100 hours in hospital, not a clinic course\./)
  await turn.getByRole('button', { name: 'Guess again' }).press('Enter')
  await turn.getByLabel('Or type how many weeks').fill('2')
  await turn.getByRole('button', { name: 'Show me' }).press('Enter')
  await expect(turn.getByRole('heading', { name: 'About what you thought' })).toBeVisible()
  await page.context().close()
})

test('nothing is shown before something was drawn or skipped, and a finger can draw', async ({ browser }) => {
  const page = await opened(browser, 'phone')
  const turn = await played(page, 'weeks')
  await turn.getByRole('button', { name: 'Show me' }).click({ force: true })
  await expect(turn.getByText('Draw it, type the weeks, or skip the guess.')).toBeVisible()
  const pad = turn.getByRole('slider')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('nowhere to draw')
  await page.mouse.move(box.x + 42, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.5, box.y + 60, { steps: 4 })
  await page.mouse.move(box.x + box.width * 0.96, box.y + 80, { steps: 4 })
  await page.mouse.up()
  await turn.getByRole('button', { name: 'Show me' }).click()
  await expect(turn.getByText(/^You said more than 12 weeks\./)).toBeVisible()
  await page.context().close()
})

test('on paper and without script the still pictures stand, with the same facts; nothing moves where motion is not wanted', async ({
  browser,
}) => {
  const page = await opened(browser, 'desk')
  await played(page, 'weeks')
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  await page.emulateMedia({ media: 'print' })
  const still = turnOf(page, 'weeks').locator(':scope > :first-child')
  await expect(still).toBeVisible()
  await expect(turnOf(page, 'weeks').getByRole('slider')).toBeHidden()
  await page.context().close()
  const bare = await clinic.screen(browser, 'phone', { javaScriptEnabled: false })
  await bare.goto(PATH)
  await expect(turnOf(bare, 'weeks').getByText(/near week 2\. It could be week 1 to 4\./)).toBeVisible()
  await expect(turnOf(bare, 'held').getByRole('img')).toHaveAccessibleName('Of 20 gates, 4 hold ketamine in any case, 8 at most')
  await bare.context().close()
})

for (const base of ['', '/es'])
  test(`played, the article at ${base || '/'} is clean to axe and no wider than its screen`, async ({ browser }) => {
    for (const kind of ['phone', 'desk'] as const) {
      const page = await opened(browser, kind, base + PATH)
      for (const scene of ['cork', 'held', 'weeks']) await played(page, scene)
      await page.waitForTimeout(SETTLES_MS)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      await page.context().close()
    }
  })
