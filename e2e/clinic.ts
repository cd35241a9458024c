import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { openEmbedded } from '../server/src/platform/database.ts'
import { layDatabase } from '../server/src/platform/testing-snapshot.ts'
import { startOwn } from '../server/src/start-own.ts'
import { type Met, openMet } from './met.ts'

/** The screens people sit at: a phone in a hand, a tablet at a chair, a desk. */
export const screens = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  desk: { width: 1360, height: 900 },
} as const

export type Screen = keyof typeof screens

type Opening = Pick<BrowserContextOptions, 'javaScriptEnabled' | 'timezoneId' | 'storageState' | 'locale'>

export type Clinic = {
  readonly url: string
  /** The one-time code that the terminal would have shown. */
  readonly code: string
  /** What has been met on all screens so far. */
  readonly met: Met
  now(): Date
  /** Moves the clinic's clock, and the clock of every open screen with it; then what is due happens. Over an hour, everybody leaves their screen. */
  forward(minutes: number): Promise<void>
  /** Moves the clocks to an instant, and what is due happens. */
  comesTo(instant: string): Promise<void>
  /** What is due by the clock happens now. */
  strike(): Promise<void>
  /** A new screen with nobody signed in. */
  screen(browser: Browser, kind: Screen, opening?: Opening): Promise<Page>
  close(): Promise<void>
}

// A sign-in ends an hour after the last touch, and nobody sits at a screen for longer than that.
const SITS_FOR_MS = 3_600_000
const TOUCHES_EVERY_MS = 120_000
const SECRET = Buffer.alloc(32, 7).toString('base64')

/** An empty clinic on a free port, with a database and a clock of its own that only the story moves; a folder that is named is kept. */
export const openClinic = async (from: string, kept?: string): Promise<Clinic> => {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'dripline-story-'))
  if (!existsSync(join(folder, 'database'))) await layDatabase(folder)
  let now = new Date(from)
  const running = await startOwn({ db: await openEmbedded(folder), port: 0, secret: SECRET, clock: () => now })
  const met = openMet(running.url)
  const open = new Set<BrowserContext>()

  const everybodyLeaves = async () => {
    for (const page of [...open].flatMap((context) => context.pages())) await page.goto('about:blank')
  }
  const standAt = async (to: Date) => {
    now = to
    await Promise.all([...open].map((context) => context.clock.setSystemTime(now)))
  }
  // Whoever sits at a screen touches it now and then, or it would lock before the story goes on.
  const touch = async () => {
    const pages = [...open].flatMap((context) => context.pages())
    await Promise.all(pages.map((page) => page.evaluate(() => document.dispatchEvent(new WheelEvent('wheel')))))
    const client = await running.ground.database.pool.connect()
    await client.query('update sign_in set touched_at = $1 where touched_at is not null and locked_at is null', [now])
    client.release()
  }
  const comesTo = async (instant: string) => {
    const to = new Date(instant)
    if (to.getTime() - now.getTime() > SITS_FOR_MS) await everybodyLeaves()
    else
      while (to.getTime() - now.getTime() > TOUCHES_EVERY_MS) {
        await standAt(new Date(now.getTime() + TOUCHES_EVERY_MS))
        await touch()
      }
    await standAt(to)
    await running.strike()
  }
  const screen = async (browser: Browser, kind: Screen, opening: Opening = {}) => {
    const context = await newScreen(browser, kind, running.url, opening)
    await context.clock.setSystemTime(now)
    open.add(context)
    context.on('close', () => open.delete(context))
    met.follow(context)
    return context.newPage()
  }
  const close = async () => {
    for (const context of open) await context.close()
    await running.close()
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
  }
  return {
    url: running.url,
    code: running.code ?? '',
    met,
    now: () => now,
    forward: (minutes) => comesTo(new Date(now.getTime() + minutes * 60_000).toISOString()),
    comesTo,
    strike: running.strike,
    screen,
    close,
  }
}

/** A screen of its own: own cookies, own store, still pictures. */
export const newScreen = (browser: Browser, kind: Screen, baseURL: string, opening: Opening = {}): Promise<BrowserContext> =>
  browser.newContext({
    viewport: screens[kind],
    hasTouch: kind !== 'desk',
    baseURL,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
    ...opening,
  })
