import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { openEmbedded } from '../server/src/platform/database.ts'
import { startSimulated } from '../server/src/start-simulated.ts'
import { newScreen } from './clinic.ts'
import { openWire, type Wire } from './wire.ts'

/** What a page costs: bytes on the wire, how many requests, and ms until something and until everything is there. */
export type Weight = { bytes: number; requests: number; firstPaintMs: number; settledMs: number }
export type Weighed = { page: string; limit: number; first: Weight; second: Weight }

/** Most bytes on the wire, as the pages are promised; a second visit finds everything but the page itself kept. */
export const limits = { home: 250_000, book: 250_000, room: 400_000, visit: 400_000, again: 40_000 } as const

/** What is held until the page keeps its limit: a visit is over it, and must not grow meanwhile. */
export const held = { ...limits, visit: 500_000 } as const

// A phone on a slow network, as Lighthouse has it: 1.6 Mbit/s down, 150 ms there and back, a quarter of this machine's speed.
const slowPhone = { offline: false, downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150 }
const SLOWER = 4
const QUIET_MS = 2000

const throttle = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', slowPhone)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
}

const firstPaint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN

/** One look at a page as a person has it: opened, read down to its end, and left until nothing more comes. */
async function look(context: BrowserContext, wire: Wire, path: string): Promise<Weight> {
  const page = await context.newPage()
  await throttle(page)
  let requests = 0
  page.on('request', () => {
    requests++
  })
  wire.received()
  const begun = performance.now()
  await page.goto(path)
  await wire.quiet(QUIET_MS)
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  await wire.quiet(QUIET_MS)
  const settledMs = performance.now() - begun - 2 * QUIET_MS
  const firstPaintMs = await page.evaluate(firstPaint)
  await page.close()
  return { bytes: wire.received(), requests, firstPaintMs: Math.round(firstPaintMs), settledMs: Math.round(settledMs) }
}

const SECRET = Buffer.alloc(32, 11).toString('base64')

/** Weighs the pages of the small simulated clinic, each in a browser that has never been here, then once more. */
export async function weighPages(browser: Browser): Promise<Weighed[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dripline-weigh-'))
  const running = await startSimulated({ db: await openEmbedded(folder), port: 0, secret: SECRET }, 'small')
  const wire = await openWire(running.url.replace('localhost', '127.0.0.1'))
  // One name for the browser, whose cookies do not ask for the port.
  const onWire = wire.url.replace('127.0.0.1', 'localhost')
  try {
    await running.opened
    const keeps = await enter(browser, running.url)
    const visit = await runningVisit(browser, running.url, keeps)
    const weighed: Weighed[] = []
    const pages = [
      ['home', '/', false],
      ['book', '/book', false],
      ['room', '/room', true],
      ['visit', visit, true],
    ] as const
    for (const [page, path, isStaff] of pages) {
      const context = await newScreen(browser, 'phone', onWire, isStaff ? { storageState: keeps } : {})
      const first = await look(context, wire, path)
      const second = await look(context, wire, path)
      weighed.push({ page, limit: limits[page], first, second })
      await context.close()
    }
    return weighed
  } finally {
    await wire.close()
    await running.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>

/** What a browser keeps in which a nurse is signed in. */
async function enter(browser: Browser, url: string): Promise<Kept> {
  const context = await newScreen(browser, 'phone', url)
  const page = await context.newPage()
  await page.goto('/sign-in')
  const all = page.getByRole('button', { name: /^Show all/ })
  if (await all.isVisible()) await all.click()
  const person = page.locator('section').filter({ hasText: 'J. Osprey' }).last()
  await person.getByRole('button', { name: 'Enter as nurse' }).click()
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
  const kept = await context.storageState()
  await context.close()
  return { ...kept, origins: [] }
}

/** The path of a visit whose infusion runs. */
async function runningVisit(browser: Browser, url: string, storageState: Kept): Promise<string> {
  const context = await newScreen(browser, 'phone', url, { storageState })
  const page = await context.newPage()
  await page.goto('/room')
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Running' }).first()
  const href = await row.getByRole('link').first().getAttribute('href')
  await context.close()
  if (!href) throw new Error('No infusion runs in the simulated clinic: there is no visit to weigh.')
  return href
}
