import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chooseBrowser } from './browser.ts'
import { openGallery } from './gallery.ts'

// What is kept in the repository; every sheet in every mode and width is in the page itself.
const drawn = [
  { sheet: 'marks', mode: 'light', width: 820 },
  { sheet: 'fields', mode: 'dark', width: 820 },
  { sheet: 'views', mode: 'dim', width: 820 },
  { sheet: 'frames', mode: 'light', width: 390 },
  { sheet: 'charts', mode: 'light', width: 820 },
  { sheet: 'charts', mode: 'dim', width: 820 },
] as const

/** `npm run gallery`: builds docs/gallery/index.html and draws some of its sheets. */
const folder = join(import.meta.dirname, '../docs/gallery')
const gallery = await openGallery(folder)
const { path } = await chooseBrowser()
const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] })
for (const { sheet, mode, width } of drawn) {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  await page.goto(gallery.urlOf(sheet, mode))
  await page.locator('[data-specimen]').first().waitFor()
  await page.waitForLoadState('networkidle')
  const file = join(folder, `${sheet}-${mode}-${width}.jpg`)
  await page.screenshot({ path: file, type: 'jpeg', quality: 55, fullPage: true })
  await page.close()
}
await browser.close()
console.log(`Open ${join(folder, 'index.html')}?sheet=charts&mode=dim`)
