import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { linkIn, staff, takesTheirPlace, theOwnerInvites, theOwnerOpensTheClinic } from './acts/clinic-opens.ts'
import { type Clinic, openClinic, screens } from './clinic.ts'

test.describe.configure({ mode: 'serial' })

const dripline = join(import.meta.dirname, '../engine/bin/dripline.mjs')

let clinic: Clinic
let owner: Page
let prescriber: Page

test.beforeAll(async () => {
  clinic = await openClinic('2026-11-23T15:00:00Z')
})
test.afterAll(async () => {
  await clinic?.close()
})

const card = (title: string | RegExp) =>
  prescriber.locator('section').filter({ has: prescriber.getByRole('heading', { name: title }) })
const headline = () => prescriber.getByRole('heading', { level: 1 })
const everyBand = (count: number) => expect(prescriber.locator('figure').first().locator('[data-band="90"]')).toHaveCount(count)
/** Looks from the top of the page, where the bar lies over nothing. */
const look = async (name: string) => {
  await prescriber.evaluate(() => window.scrollTo(0, 0))
  await clinic.met.look(prescriber, name)
}
const choose = async (model: string) => {
  const box = prescriber.getByRole('checkbox', { name: model })
  if (!(await box.isVisible())) await prescriber.getByText(/^Choose among/).click()
  await box.click()
}

// Another browser may round the last digit of a double otherwise.
const twelve = (value: unknown) => Number(value).toPrecision(12)

/** What a click hands over as a file. */
async function taken(name: string): Promise<string> {
  const [download] = await Promise.all([prescriber.waitForEvent('download'), prescriber.getByRole('button', { name }).click()])
  return readFileSync(await download.path(), 'utf8')
}

test('1. a prescriber finds the lab in the menu: models under two regimens, each with its band', async ({ browser }) => {
  owner = await clinic.screen(browser, 'desk')
  await theOwnerOpensTheClinic(owner, clinic)
  await theOwnerInvites(owner, 'prescriber', { role: 'prescriber', takesCalls: false })
  await theOwnerInvites(owner, 'nurse', { role: 'nurse', takesCalls: false })
  await clinic.strike()
  const link = await linkIn(owner, staff.prescriber.email, 'invitation')
  prescriber = await takesTheirPlace(browser, clinic, 'prescriber', link, 'desk')
  await prescriber.getByRole('link', { name: 'Lab', exact: true }).click()
  await everyBand(6)
  await expect(headline()).toHaveText(/^Three models lie up to [\d.]+ times apart, 2 h after the last dose$/)
  await expect(prescriber.getByText('Nothing here is medical advice')).toBeVisible()
  await expect(card('Read them with this')).toContainText('spread between people is borrowed')
  await look('lab')
})

test('2. the time of going home is moved by key, and what the models say there moves with it', async () => {
  const before = await card(/^How far apart/)
    .getByRole('listitem')
    .allTextContents()
  await prescriber.getByRole('slider').focus()
  for (let i = 0; i < 12; i++) await prescriber.keyboard.press('ArrowRight')
  await expect(headline()).toContainText('3 h after the last dose')
  await expect
    .poll(() =>
      card(/^How far apart/)
        .getByRole('listitem')
        .allTextContents(),
    )
    .not.toEqual(before)
})

test('3. a model for the muscle is refused, with the reason; what is drawn stays', async () => {
  await choose('Hornik 2018')
  await expect(card('Models').getByText('a model of intravenous doses; hornik-2018 is intramuscular').first()).toBeVisible()
  await expect(prescriber.getByText('These curves are of the last inputs that could be read.')).toBeVisible()
  await everyBand(6)
  await look('lab, refused')
  await prescriber.getByRole('button', { name: 'Remove Hornik 2018' }).click()
  await choose('Otto 2021')
  await everyBand(8)
  await expect(card('Read them with this')).toContainText('Sampled from veins')
  await expect(card('Read them with this')).toContainText('was fitted to s-ketamine', { ignoreCase: true })
})

test('4. a dose is mended in its own field, in the engine’s words; doses and regimens come and go', async () => {
  await prescriber.getByText('Change A').click()
  const over = prescriber.getByLabel('over, min').first()
  await over.fill('0')
  await expect(prescriber.getByText('Expected a number, above 0').first()).toBeVisible()
  await over.fill('60')
  await expect(prescriber.getByRole('heading', { name: /^A: 0.5.*over 1 h$/ })).toBeVisible()
  await prescriber.getByRole('button', { name: 'Add a dose' }).first().click()
  await prescriber.getByLabel('Given as').nth(1).selectOption('bolus')
  await prescriber.getByLabel('Counted in').nth(1).selectOption('mg')
  await prescriber.getByRole('textbox', { name: 'mg', exact: true }).fill('10')
  await expect(prescriber.getByRole('heading', { name: /^A: .*then 10.*mg at once$/ })).toBeVisible()
  await everyBand(8)
  await prescriber.getByRole('button', { name: 'Remove regimen B' }).click()
  await everyBand(4)
  await expect(prescriber.getByRole('button', { name: 'Undo' })).toBeFocused()
  await prescriber.keyboard.press('Enter')
  await everyBand(8)
  await prescriber.getByRole('button', { name: 'Remove regimen B' }).click()
  await everyBand(4)
  await look('lab, doses')
})

test('5. the effect site says whose rate it is, and that it was not estimated with these models', async () => {
  await prescriber.getByRole('button', { name: 'Effect site' }).click()
  await everyBand(4)
  await expect(prescriber.getByLabel('Who says so')).toHaveValue('perception-olofsen-2022')
  await expect(card('Read them with this')).toContainText('is arithmetic, not knowledge')
  await expect(prescriber.locator('figcaption').first()).toContainText(
    'None is published with Kamp 2020, Clements 250, Otto 2021. Estimated on Domino',
  )
  await prescriber.getByRole('button', { name: 'Plasma' }).click()
  await everyBand(4)
})

test('6. a published trial is held again: stopped at will, else set beside what the paper saw', async () => {
  const trial = card('Hold a published trial again')
  await trial.getByLabel('times').fill('0')
  await expect(trial.getByText(/^Expected a number, at least 1/)).toBeVisible()
  await trial.getByLabel('times').fill('20000')
  await trial.getByRole('button', { name: 'Hold it' }).click()
  await expect(trial.getByRole('progressbar')).toBeVisible()
  await trial.getByRole('button', { name: 'Stop' }).click()
  await expect(trial.getByText('Nothing from that run was saved.')).toBeVisible()
  await trial.getByLabel('Trial', { exact: true }).selectOption('michelet-2018')
  await trial.getByLabel('times').fill('20')
  await trial.getByRole('button', { name: 'Hold it' }).click()
  await expect(trial.locator('[data-seen]')).toHaveCount(5)
  await expect(trial.getByText('Does not fit:').first()).toBeVisible()
  await expect(
    trial.getByText('npx @dripline/engine trial --published michelet-2018 --replicates 20 --seed 1 --json'),
  ).toBeVisible()
  await look('lab, trial')
})

test('7. the case file gives the same figures outside the page; figures and picture are taken too', async () => {
  const file = await taken('Case file, JSON')
  const { curves } = JSON.parse(
    execFileSync(process.execPath, [dripline, 'simulate', '--json'], {
      input: file,
      stdio: ['pipe', 'pipe', 'ignore'],
    }).toString(),
  )
  const [head = '', ...lines] = (await taken('Figures, CSV')).split('\n')
  const at = { min: head.split(',').indexOf('min'), typical: head.split(',').indexOf('typical_ng_per_ml') }
  expect(lines.every((line) => line.includes('model estimate'))).toBe(true)
  const [first] = curves
  const drawn = new Map(
    first.typical.timesMin.map((min: number, i: number) => [
      String(min),
      [first.typical.plasmaNgPerMl[i], first.population.plasmaNgPerMl.p95[i]].map(twelve),
    ]),
  )
  const asDrawn = lines
    .map((line) => line.split(','))
    .filter(([regimen, model]) => regimen === first.regimen && model === first.model)
  expect(asDrawn.length).toBeGreaterThan(100)
  for (const cells of asDrawn) expect([cells[at.typical], cells.at(-1)].map(twelve)).toEqual(drawn.get(cells[at.min] ?? ''))
  const picture = await taken('Picture, SVG')
  expect(picture).toMatch(/^<svg xmlns/)
  expect(picture).toContain('Model estimate.')
  expect(picture).not.toContain('var(')
})

test('8. a broken file names every fault and changes nothing; a whole one opens, and so does a link', async ({ browser }) => {
  const file = await taken('Case file, JSON')
  const title = await headline().textContent()
  const input = prescriber.getByLabel('Open a case file of the lab')
  const broken = { ...JSON.parse(file), seed: -1, models: ['nobody'], colour: 'blue' }
  await input.setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(broken)) })
  const alert = prescriber.getByRole('alert')
  for (const place of ['seed', 'models[0]', 'colour']) await expect(alert).toContainText(`${place}: expected`)
  await expect(headline()).toHaveText(title ?? '')
  await look('lab, broken file')
  const [regimen] = JSON.parse(file).regimens
  const ramp = { rampFromMgPerHour: 0, rampToMgPerHour: 30, fromMin: 0, toMin: 60 }
  const ramped = { ...JSON.parse(file), regimens: [{ ...regimen, regimen: [ramp] }] }
  await input.setInputFiles({ name: 'ramp.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(ramped)) })
  await expect(alert).toContainText('the lab has no fields for a ramp')
  await prescriber.getByRole('button', { name: 'Remove Otto 2021' }).click()
  await everyBand(3)
  await input.setInputFiles({ name: 'lab.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  await expect(prescriber.getByText('lab.json is open.')).toBeVisible()
  await expect(headline()).toHaveText(title ?? '')
  const link = (await prescriber.getByRole('link', { name: 'A link to this view' }).getAttribute('href')) ?? ''
  const again = await prescriber.context().newPage()
  await again.goto(`/lab${link}`)
  await expect(again.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  const old = { ...JSON.parse(file), versions: { 'kamp-2020': 'another' }, timesMin: [0, 240] }
  await again.goto(`/lab?lab=${encodeURIComponent(JSON.stringify(old))}`)
  await expect(again.getByText('the file was made with kamp-2020 another')).toBeVisible()
  await again.goto('/lab?lab={"lab":1}')
  await expect(again.getByText('This link could not be read.')).toBeVisible()
  await again.close()
  expect(browser.isConnected()).toBe(true)
})

test('9. a worker that the browser has ended is missed, and started again; nothing typed is lost', async () => {
  const page = await prescriber.context().newPage()
  await page.addInitScript(() => {
    const begun: Worker[] = []
    const end = () => {
      for (const worker of begun) worker.terminate()
    }
    Object.assign(window, { endWorkers: end })
    window.Worker = class extends Worker {
      constructor(...how: ConstructorParameters<typeof Worker>) {
        super(...how)
        begun.push(this)
      }
    }
  })
  const bands = page.locator('figure').first().locator('[data-band="90"]')
  await page.goto('/lab')
  await expect(bands).toHaveCount(6)
  await page.evaluate('endWorkers()')
  await page.getByLabel('Weight').fill('80')
  const again = page.getByRole('button', { name: 'Start it again' })
  await expect(again).toBeVisible({ timeout: 20_000 })
  await again.click()
  await expect(bands).toHaveCount(6)
  await expect(page.locator('figcaption').first()).toContainText(/80\W*kg/)
  await page.close()
})

test('10. a key is answered by new curves; how long it held the page is said, not judged', async () => {
  const page = await prescriber.context().newPage()
  await page.addInitScript(() => {
    const held: number[] = []
    Object.assign(window, { held })
    const shortest = { type: 'event', durationThreshold: 16 }
    new PerformanceObserver((list) => held.push(...list.getEntries().map(({ duration }) => duration))).observe(shortest)
  })
  await page.goto('/lab')
  const lines = () => page.locator('[data-line]').evaluateAll((all) => all.map((line) => line.getAttribute('d')).join())
  await expect(page.locator('figure').first().locator('[data-band="90"]')).toHaveCount(6)
  const weight = page.getByLabel('Weight')
  const held: number[] = []
  for (const kg of ['61', '72', '83', '94', '55', '66', '77']) {
    await weight.fill(kg.charAt(0))
    const before = await lines()
    await page.evaluate('held.length = 0')
    await weight.press(kg.charAt(1))
    await expect.poll(lines).not.toBe(before)
    held.push(Math.max(0, ...(await page.evaluate<number[]>('held'))))
  }
  held.sort((a, b) => a - b)
  console.log(`a key in the lab held the page for ${held[3]} ms (median of ${held.length}; at most ${held.at(-1)} ms)`)
  await page.close()
})

test('11. it can be read on a phone and on a tablet', async () => {
  for (const kind of ['phone', 'tablet'] as const) {
    await prescriber.setViewportSize(screens[kind])
    await everyBand(4)
    if (kind === 'phone') {
      await expect(prescriber.getByLabel('Weight')).toBeHidden()
      await look('lab on a phone')
      await prescriber.getByRole('button', { name: /1 regimen.*Change$/ }).click()
      await expect(prescriber.getByLabel('Weight')).toBeVisible()
      await look('lab on a phone, unfolded')
    }
    const overflow = await prescriber.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  }
})

test('12. a nurse does not find it, and is told why', async ({ browser }) => {
  const nurse = await takesTheirPlace(browser, clinic, 'nurse', await linkIn(owner, staff.nurse.email, 'invitation'), 'desk')
  await nurse.goto('/lab')
  await expect(nurse.getByRole('heading', { level: 1 })).toHaveText('The lab is for prescribers and owners')
  await expect(nurse.getByRole('link', { name: 'Lab', exact: true })).toHaveCount(0)
})

test('every state of the lab can be used by everybody, in light and in dark, and stays at home', () => {
  expect(clinic.met.faults).toEqual([])
})
