import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext, ConsoleMessage, Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
// What else the rules look at is the same in the dark.
const OF_COLOUR = ['color-contrast', 'link-in-text-block']
const MOST_OF_ONE_KIND = 4

/** What a story has met that no page may show, each in one line. */
export type Met = {
  /** Faults so far: of access, requests to strangers, errors in the console, breaches of the content security policy. */
  readonly faults: readonly string[]
  /** The pages looked at so far, by name. */
  readonly pages: readonly string[]
  /** Listens to every page of a screen from now on. */
  follow(context: BrowserContext): void
  /** Looks at the page as it stands, once a name, in light and in dark, with the rules of WCAG 2.2 AA. */
  look(page: Page, name: string): Promise<void>
  /** Runs an act that is meant to be refused with this status, until its refusal is seen; the browser's own line about it is no fault. */
  refused<T>(status: number, act: () => Promise<T>): Promise<T>
  /** Runs acts without a network; the browser's own lines about that are no fault. */
  offline<T>(context: BrowserContext, act: () => Promise<T>): Promise<T>
}

export const openMet = (origin: string): Met => {
  const faults: string[] = []
  const pages: string[] = []
  let expected: number | null = null
  let isCut = false

  const isExpected = (message: ConsoleMessage) =>
    (isCut && /net::ERR_|Failed to load resource/.test(message.text())) ||
    (expected !== null && message.text().includes(`responded with a status of ${expected}`))
  const follow = (context: BrowserContext) => {
    context.on('console', (message) => {
      if (message.type() === 'error' && !isExpected(message))
        faults.push(`console on ${message.location().url || message.page()?.url()}: ${message.text().slice(0, 400)}`)
    })
    context.on('weberror', (error) => {
      faults.push(`uncaught on ${error.page()?.url()}: ${error.error().message.slice(0, 400)}`)
    })
    context.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) faults.push(`request to a stranger: ${url}`)
    })
  }
  const keep = (where: string, { violations }: Awaited<ReturnType<AxeBuilder['analyze']>>) => {
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes.slice(0, MOST_OF_ONE_KIND))
        faults.push(`${where}: ${id} at ${target.join(' ')}: ${failureSummary?.replaceAll(/\s+/g, ' ').slice(0, 260)}`)
  }
  const look = async (page: Page, name: string) => {
    if (pages.includes(name)) return
    pages.push(name)
    // From its top: what stands under the bar that stays is only where the page happened to be scrolled to.
    await page.evaluate(() => window.scrollTo(0, 0))
    keep(`${name}, light`, await new AxeBuilder({ page }).setLegacyMode().withTags(TAGS).analyze())
    await page.emulateMedia({ colorScheme: 'dark' })
    keep(`${name}, dark`, await new AxeBuilder({ page }).setLegacyMode().withRules(OF_COLOUR).analyze())
    await page.emulateMedia({ colorScheme: 'light' })
  }
  const refused = async <T>(status: number, act: () => Promise<T>) => {
    expected = status
    try {
      return await act()
    } finally {
      expected = null
    }
  }
  const offline = async <T>(context: BrowserContext, act: () => Promise<T>) => {
    isCut = true
    await context.setOffline(true)
    try {
      return await act()
    } finally {
      await context.setOffline(false)
      // What was under way when the cut ended may still say so.
      setTimeout(() => {
        isCut = false
      }, 8_000)
    }
  }
  return { faults, pages, follow, look, refused, offline }
}
