import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { openEmbedded } from '../server/src/platform/database.ts'
import { startSimulated } from '../server/src/start-simulated.ts'
import { tabTo } from './acts/booking.ts'
import { newScreen } from './clinic.ts'
import { type Met, openMet } from './met.ts'
import { pagesIn } from './pdf-text.ts'

test.describe.configure({ mode: 'serial' })

const SECRET = Buffer.alloc(32, 9).toString('base64')
// Half a minute on a quiet machine; a busy one takes its time, and nothing is judged by it.
const LONGEST_PLAY_MS = 400_000
// A Wednesday, as the machine's own clock would have it; it runs on from there.
const STARTED = Date.parse('2026-11-25T16:00:00Z')

let folder: string
let running: Awaited<ReturnType<typeof startSimulated>>
let met: Met
let page: Page
let rise = () => {}

test.beforeAll(async ({ browser }) => {
  folder = mkdtempSync(join(tmpdir(), 'dripline-simulated-'))
  const begun = performance.now()
  const real = () => new Date(STARTED + performance.now() - begun)
  // The play waits until it has been seen waiting: on a quick machine it is over before a page has loaded.
  const curtain = new Promise<void>((resolve) => {
    rise = resolve
  })
  running = await startSimulated({ db: await openEmbedded(folder), port: 0, secret: SECRET }, 'small', real, curtain)
  met = openMet(running.url)
  page = await screenOf(browser)
})
test.afterAll(async () => {
  rise()
  await page?.context().close()
  await running?.close()
  rmSync(folder, { recursive: true, force: true })
})

const screenOf = async (browser: Browser) => {
  const context = await newScreen(browser, 'desk', running.url)
  met.follow(context)
  return context.newPage()
}

/** Every page of this paper says all of it, and none shows a button or the menu of the workspace. */
const isAbout = (paper: Buffer, says: readonly string[]) => {
  const pages = pagesIn(paper).map((text) => text.normalize('NFKC'))
  expect(pages.length).toBeGreaterThan(0)
  for (const text of pages) {
    for (const each of says) expect(text).toContain(each)
    expect(text).toMatch(/page \d+ of \d+/)
    expect(text).not.toMatch(/Find a patient|Back to the|Receive vials|Print this day/)
  }
}

const headline = () => page.getByRole('heading', { level: 1 })

/** Every page says that nobody in it is real. */
const saysItIsSimulated = () => expect(page.getByText(/simulated clinic/i).first()).toBeVisible()

/** The page loads itself anew every few seconds: while it is looked at, it is told that there is nothing new. */
async function standingStill(look: () => Promise<void>) {
  await page.route('**/sign-in', (route) => route.fulfill({ status: 204 }))
  await look()
  await page.unroute('**/sign-in')
}

async function entersAs(name: string, role: string) {
  await page.goto('/sign-in')
  const all = page.getByRole('button', { name: /^Show all/ })
  if (await all.isVisible()) await all.click()
  const person = page.locator('section').filter({ hasText: name }).last()
  await person.getByRole('button', { name: `Enter as ${role}` }).click()
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
  await expect(page.getByRole('button', { name })).toBeVisible()
  await saysItIsSimulated()
}

test('the sign-in page shows how far the play has come, and opens when it is over', async () => {
  test.setTimeout(LONGEST_PLAY_MS + 60_000)
  await page.goto('/')
  await saysItIsSimulated()
  await page.goto('/sign-in')
  await expect(headline()).toHaveText('The simulated clinic is getting to today.')
  await expect(page.getByRole('progressbar', { name: 'How far the play has come' })).toBeVisible()
  await saysItIsSimulated()
  await standingStill(() => met.look(page, 'sign-in, playing'))
  rise()
  await expect(headline()).toHaveText('No one here is real. Sign in as anyone.', { timeout: LONGEST_PLAY_MS })
  await saysItIsSimulated()
  await met.look(page, 'sign-in, as anyone')
})

test('a nurse finds a day under way: two infusions run, one waits for its second check', async () => {
  await entersAs('J. Osprey', 'nurse')
  await page.goto('/room')
  const rows = page.getByRole('main').getByRole('listitem')
  await expect(rows.filter({ hasText: 'Running' })).toHaveCount(2)
  await expect(rows.filter({ hasText: 'Second check' })).toHaveCount(1)
  await saysItIsSimulated()
  await met.look(page, 'room, simulated')
  await rows.filter({ hasText: 'Running' }).first().getByRole('link').click()
  await expect(page.getByRole('region', { name: 'The infusion' })).toContainText('given')
  await saysItIsSimulated()
  await met.look(page, 'visit, simulated')
})

const runningVisit = async () => {
  await page.goto('/room')
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Running' }).first()
  await row.getByRole('link').click()
  await expect(page.getByRole('region', { name: 'The infusion' })).toContainText('given')
}

const curve = () =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: 'What the model expects', exact: true }) })

const posts = () => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname)
  })
  return sent
}

test('without a network an act fails at once in words, what was typed stays, and nothing runs when the network is back', async () => {
  await entersAs('J. Osprey', 'nurse')
  await runningVisit()
  await page.getByRole('navigation', { name: 'Chart' }).getByRole('button', { name: 'Note' }).click()
  await page.getByLabel('In words', { exact: true }).fill('dizzy when the chair went back')
  await met.offline(page.context(), async () => {
    await expect(page.getByText('no network: nothing can be saved')).toBeVisible()
    await page.getByRole('button', { name: 'Save note' }).click()
    await expect(page.getByRole('alert')).toContainText('Not saved: there is no network')
    await expect(page.getByLabel('In words', { exact: true })).toHaveValue('dizzy when the chair went back')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    const question = page.getByRole('dialog')
    await question.getByRole('button', { name: 'Patient request' }).click()
    await question.getByRole('button', { name: /^Pump is off/ }).click()
    await expect(question.getByRole('alert')).toContainText('Not saved: there is no network')
    await question.getByRole('button', { name: 'Keep running' }).click()
    // What nothing waits for is fetched when it is wanted, and says so when it cannot be.
    await curve().getByRole('button', { name: 'Show' }).click()
    await expect(curve()).toContainText('The curve could not be fetched: there is no network.')
  })
  const sent = posts()
  await expect(curve().getByRole('figure').first()).toBeVisible()
  await expect(curve()).toContainText('simulated adults around')
  // What was refused stays refused until somebody presses again; the header does not call it saved.
  await expect(page.getByText('last entry not saved')).toBeVisible({ timeout: 30_000 })
  await page.waitForTimeout(3_000)
  expect(sent).toEqual([])
  await expect(page.getByRole('region', { name: 'The infusion' })).toContainText('Running')
  await met.look(page, 'visit, after a cut')
})

test('what was typed is still there after a reload, and gone when it was saved', async () => {
  await page.reload()
  await page.getByRole('navigation', { name: 'Chart' }).getByRole('button', { name: 'Note' }).click()
  await expect(page.getByLabel('In words', { exact: true })).toHaveValue('dizzy when the chair went back')
  await expect(page.getByText('Not saved yet', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByLabel('In words', { exact: true })).toHaveValue('')
  await page.reload()
  await page.getByRole('navigation', { name: 'Chart' }).getByRole('button', { name: 'Note' }).click()
  await page.waitForTimeout(500)
  await expect(page.getByLabel('In words', { exact: true })).toHaveValue('')
})

test('a nurse charts, pauses and looks up the keys by keyboard alone', async () => {
  await runningVisit()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('Pause')
  await expect(page.getByRole('dialog')).toContainText('Finds a patient')
  await met.look(page, 'keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('2')
  await tabTo(page, page.getByLabel('Systolic', { exact: true }))
  await page.keyboard.type('1288274')
  await expect(page.getByLabel('Systolic', { exact: true })).toHaveValue('128')
  await expect(page.getByLabel('Diastolic', { exact: true })).toHaveValue('82')
  await expect(page.getByLabel('Pulse', { exact: true })).toHaveValue('74')
  await page.keyboard.type('97')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Systolic', { exact: true })).toHaveValue('')
  // Out of the field, so that keys act again.
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  const question = page.getByRole('dialog')
  await tabTo(page, question.getByRole('button', { name: 'Patient request' }))
  await page.keyboard.press('Enter')
  await tabTo(page, question.getByRole('button', { name: 'Pump is paused' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'The infusion' })).toContainText('Paused')
})

test('a visit of another day is read as one page and printed: the clinic’s copy with the estimate, the patient’s without', async () => {
  await page.goto('/room/day?on=2026-11-24')
  await page.getByRole('main').getByRole('row').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'What happened, and who' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Plasma, estimated' })).toBeVisible()
  await met.look(page, 'visit, read later')
  const record = page.url()
  const clinics = await page.pdf({ preferCSSPageSize: true })
  await page.goto(`${record}?copy=patient`)
  await expect(page.getByText('simulated curves are left out', { exact: false })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Plasma, estimated' })).toHaveCount(0)
  const patients = await page.pdf({ preferCSSPageSize: true })
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  for (const paper of [clinics, patients]) isAbout(paper, [`${name}, born `, 'Infusion record'])
  expect(pagesIn(clinics).join(' ')).toContain('Plasma, estimated')
  expect(pagesIn(patients).join(' ')).not.toContain('Plasma, estimated')
  await page.goto(record.replace(/\/[^/]+$/, ''))
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: /Session \d+ of/ })
      .first(),
  ).toBeVisible()
  await met.look(page, 'sessions of a patient')
})

test('order, labels, after-care and consent of a visit are printed with two identifiers on each page, and nothing of the screen', async () => {
  await page.goto('/room/day?on=2026-11-24')
  await page.getByRole('main').getByRole('row').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'What happened, and who' })).toBeVisible()
  const [, personId = '', sessionId = ''] = /patients\/([^/]+)\/sessions\/([^/?]+)/.exec(page.url()) ?? []
  const name = (await headline().textContent()) ?? ''
  const who = `${name}, born `
  const prints = async (path: string, says: string[]) => {
    await page.goto(path)
    await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible()
    await met.look(page, `paper ${says[0]}`)
    await page.emulateMedia({ colorScheme: 'dark' })
    isAbout(await page.pdf({ preferCSSPageSize: true }), [who, ...says])
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await prints(`/visits/${sessionId}/labels`, ['ketamine'])
  await prints(`/visits/${sessionId}/after-care`, ['After your infusion'])
  await page.goto(`/patients/${personId}/plan`)
  const order = await page
    .getByRole('link', { name: /^Print order/ })
    .first()
    .getAttribute('href')
  await prints(order ?? '', ['Order '])
  await page.goto(`/patients/${personId}/consent`)
  const consent = await page.getByRole('link', { name: /copy/i }).first().getAttribute('href')
  await prints(consent ?? '', ['Consent, '])
  await page.goto('/stock?day=2026-11-24')
  await expect(page.getByRole('button', { name: 'Print this day' })).toBeVisible()
  isAbout(await page.pdf({ preferCSSPageSize: true }), ['Drug book, ', '2026', 'Blue Ridge Infusion'])
})

test('whoever takes the calls finds one waiting, and nobody finds an empty page', async () => {
  await entersAs('P. Larkspur', 'prescriber')
  await page.goto('/calls')
  await expect(page.getByRole('main')).toContainText(/is next, in|is waiting for a call/)
  await met.look(page, 'calls, simulated')
  for (const [place, says] of [
    ['/patients', 'Patients'],
    ['/plans', 'courses are under way'],
    ['/stock', 'The drug book of'],
    ['/defaults', 'approved'],
    ['/follow-up', 'without an answer'],
    ['/patients/pairs', 'pairs'],
    ['/room/day?on=2026-11-24', 'Visits on'],
  ] as const) {
    await page.goto(place)
    await expect(page.getByRole('main')).toContainText(says)
    await saysItIsSimulated()
    await met.look(page, `${place}, simulated`)
  }
})

test('the owner finds results', async () => {
  await entersAs('M. Ledgerman', 'owner')
  await page.goto('/results')
  await expect(headline()).toHaveText(/^Too few people to show a result$|people responded at four weeks$/)
  await saysItIsSimulated()
  await met.look(page, 'results, simulated')
})

test('every page of the simulated clinic can be used by everybody, in light and in dark, and stays at home', () => {
  expect(met.faults).toEqual([])
})
