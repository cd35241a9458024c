import { defineConfig } from '@playwright/test'
import { chooseBrowser } from './browser.ts'

const { path, from } = await chooseBrowser()
const isWorker = process.env.TEST_WORKER_INDEX !== undefined
if (!isWorker) console.log(`Chromium from ${from}: ${path}`)
process.env.CHROMIUM_PATH = path
// Looks are watched in stories as in every test: whom a page shows must be said.
process.env.NODE_ENV = 'test'

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.story.ts',
  outputDir: '../test-results/stories',
  workers: 2,
  // The longest story first, so that both workers end together.
  projects: [
    { name: 'the whole story', testMatch: '**/whole.story.ts' },
    { name: 'stories', testIgnore: '**/whole.story.ts' },
  ],
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // Long enough for a machine that is busy: nothing is judged by it.
  timeout: 240_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    headless: true,
    launchOptions: { executablePath: path, args: ['--no-sandbox', '--disable-gpu'] },
    screenshot: 'only-on-failure',
  },
})
