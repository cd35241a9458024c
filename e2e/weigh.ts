import type { Browser, BrowserContext, Page } from '@playwright/test'
import { newScreen } from './clinic.ts'
import { openWire, type Wire } from './wire.ts'

/** What a page costs: bytes on the wire, how many requests, and ms until something and until everything is there. */
export type Weight = { bytes: number; requests: number; firstPaintMs: number; settledMs: number }
export type Weighed = { page: string; limit: number; first: Weight; second: Weight }

/** Most bytes on the wire, as the pages are promised; a second visit finds everything but the page itself kept. */
export const limits = { home: 250_000, book: 250_000, room: 400_000, visit: 400_000, again: 40_000 } as const

// A phone on a slow network, as Lighthouse has it: 1.6 Mbit/s down, 150 ms there and back, a quarter of this machine's speed.
const slowPhone = { offline: false, downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150 }
const SLOWER = 4
/** How long nothing comes before a page is quiet: on a slow network the next request is long in coming. */
const QUIET_MS = { slow: 2000, fast: 1000 } as const
/** The slow phone is for what is timed; the bytes are the same on any network. */
export type Network = keyof typeof QUIET_MS

const throttle = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', slowPhone)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
}

const firstPaint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN

/** One look at a page as a person has it: opened, read down to its end, and left until nothing more comes. */
async function look(context: BrowserContext, wire: Wire, path: string, network: Network): Promise<Weight> {
  const quietMs = QUIET_MS[network]
  const page = await context.newPage()
  if (network === 'slow') await throttle(page)
  let requests = 0
  page.on('request', () => {
    requests++
  })
  wire.received()
  const begun = performance.now()
  await page.goto(path)
  await wire.quiet(quietMs)
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  await wire.quiet(quietMs)
  const settledMs = performance.now() - begun - 2 * quietMs
  const firstPaintMs = await page.evaluate(firstPaint)
  await page.close()
  return { bytes: wire.received(), requests, firstPaintMs: Math.round(firstPaintMs), settledMs: Math.round(settledMs) }
}

/** Weighs the pages of the simulated clinic at this address, each in a browser that has never been here, then once more. */
export async function weighPages(browser: Browser, url: string, network: Network): Promise<Weighed[]> {
  const wire = await openWire(url.replace('localhost', '127.0.0.1'))
  // One name for the browser, whose cookies do not ask for the port.
  const onWire = wire.url.replace('127.0.0.1', 'localhost')
  try {
    const keeps = await enter(browser, url)
    const visit = await runningVisit(browser, url, keeps)
    const weighed: Weighed[] = []
    const pages = [
      ['home', '/', false],
      ['book', '/book', false],
      ['room', '/room', true],
      ['visit', visit, true],
    ] as const
    for (const [page, path, isStaff] of pages) {
      const context = await newScreen(browser, 'phone', onWire, isStaff ? { storageState: keeps } : {})
      const first = await look(context, wire, path, network)
      const second = await look(context, wire, path, network)
      weighed.push({ page, limit: limits[page], first, second })
      await context.close()
    }
    return weighed
  } finally {
    await wire.close()
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
