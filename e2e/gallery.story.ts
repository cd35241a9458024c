import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { modes, openGallery, sheets, widths } from './gallery.ts'

let gallery: Awaited<ReturnType<typeof openGallery>>
test.beforeAll(async () => {
  gallery = await openGallery()
})
test.afterAll(() => gallery?.close())

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Places where a part is wider than its room, and parts that broke. */
const wrongOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = [...document.querySelectorAll<HTMLElement>('[data-state]')]
      .filter((state) => state.scrollWidth > state.clientWidth + 1)
      .map((state) => `${state.closest<HTMLElement>('[data-specimen]')?.dataset.specimen}, ${state.dataset.state}: too wide`)
    const broke = [...document.querySelectorAll<HTMLElement>('[data-broke]')].map(
      (each) => `${each.closest<HTMLElement>('[data-specimen]')?.dataset.specimen} broke: ${each.textContent}`,
    )
    const page = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []
    return [...wide, ...broke, ...page]
  })

for (const sheet of sheets)
  for (const mode of modes)
    test(`the sheet of ${sheet} in ${mode}: nothing overflows at three widths, nothing breaks, and everybody can use it`, async ({
      page,
    }) => {
      const errors: string[] = []
      page.on('pageerror', ({ message }) => errors.push(message))
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(gallery.urlOf(sheet, mode))
        await page.locator('[data-specimen]').last().waitFor()
        await page.waitForLoadState('networkidle')
        expect(await wrongOn(page)).toEqual([])
      }
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(TAGS).analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([])
      expect(errors).toEqual([])
    })
