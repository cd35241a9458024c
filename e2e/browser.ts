import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import packed from '@sparticuz/chromium'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

type Browser = { path: string; from: string }

/** The Chromium that plays the stories: the one named in CHROMIUM_PATH, the system's, Playwright's, or the one that npm brought. */
export async function chooseBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH
  if (named) return { path: named, from: 'CHROMIUM_PATH' }
  const system = onPath()
  if (system) return { path: system, from: 'the system' }
  const own = chromium.executablePath()
  if (own && existsSync(own)) return { path: own, from: 'Playwright' }
  return { path: await packed.executablePath(), from: '@sparticuz/chromium' }
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}
