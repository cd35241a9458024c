import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { textsIn } from '@dripline/clinical'
import { unsaidIn } from '@dripline/clinical/words/testing'
import { expect, type Page, test } from '@playwright/test'
import { loadRender } from '../server/src/rendering.ts'
import { frameOf, names, states } from '../web/src/pages/public/testing-states.ts'
import { screens } from './clinic.ts'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const all = Object.entries(states)

let server: Server
let page: Page
let complaints: string[] = []
let url = ''

const spanish = { tongue: 'es', approved: textsIn('es'), address: { origin: '', base: '/es', plain: '/', search: '' } }
const spokenAt = (pathname: string) => (pathname.startsWith('/es/') ? spanish : {})

/** The pages that are built, each state at its number, and the files they ask for. */
test.beforeAll(async ({ browser }) => {
  const { render, folder } = await loadRender()
  server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const state = all[Number(/^(?:\/es)?\/state\/(\d+)$/.exec(pathname)?.[1] ?? Number.NaN)]?.[1]
    if (state) {
      const { path, data, frame } = state
      const { html } = await render({
        url: path.replace('/abc', '/abcdefghijkl'),
        host: 'localhost',
        data: { ...data, frame: { ...frameOf(path), ...spokenAt(pathname), ...frame } },
      })
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
      return
    }
    const file = pathname.startsWith('/assets/') ? await readFile(join(folder, pathname)).catch(() => null) : null
    response.statusCode = file ? 200 : 404
    response.setHeader('content-type', types[extname(pathname)] ?? 'text/plain').end(file ?? '')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const context = await browser.newContext({
    viewport: screens.phone,
    timezoneId: 'America/Los_Angeles',
    reducedMotion: 'reduce',
  })
  page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
test.afterAll(async () => {
  await page.context().close()
  server.close()
})

/** What is wider than the hand that holds it: the page itself, or a text that runs out of its own box. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth
    const scrolls = (element: Element | null): boolean =>
      element !== null && (/(auto|scroll)/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    const over = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
      const { right, width, height } = element.getBoundingClientRect()
      if (width < 2 || height < 2 || scrolls(element) || element.closest('svg')) return false
      return right > room + 1
    })
    const page = document.documentElement.scrollWidth > room ? [`the page: ${document.documentElement.scrollWidth}`] : []
    return [...page, ...over.slice(0, 3).map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`)]
  })

for (const [i, [state]] of all.entries())
  test(`${state}: in English made strange nothing is wider than a phone, and its script says no other word`, async () => {
    complaints = []
    await page.goto(`${url}/state/${i}`, { waitUntil: 'networkidle' })
    for (const folded of await page.locator('details:not([open]) > summary').all())
      if (await folded.isVisible()) await folded.click()
    expect(await tooWide(page)).toEqual([])
    // The sign of an element is the same in every language.
    expect(unsaidIn((await page.locator('main').innerText()) ?? '', [...names, 'Los Angeles', 'Mg'])).toEqual([])
    expect(complaints).toEqual([])
  })

for (const [i, [state]] of all.entries())
  test(`${state}: in Spanish nothing is wider than a phone`, async () => {
    complaints = []
    await page.goto(`${url}/es/state/${i}`, { waitUntil: 'networkidle' })
    await expect(page.locator('html')).toHaveAttribute('lang', 'es')
    for (const folded of await page.locator('details:not([open]) > summary').all())
      if (await folded.isVisible()) await folded.click()
    expect(await tooWide(page)).toEqual([])
    expect(complaints).toEqual([])
  })
