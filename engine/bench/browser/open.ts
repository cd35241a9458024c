import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Where } from '../screen.ts'

/** A page with the engine in it, in Chromium. */
export type Page = { version: string; ask: (id: string, where: Where) => Promise<number[]>; close: () => Promise<void> }

/** Opens it; says in words why it cannot. */
export async function open(): Promise<Page | string> {
  try {
    const scripts = { '/page.js': await bundled('page.mjs'), '/worker.js': await bundled('worker.mjs') }
    return await opened(scripts)
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0] : String(error)
  }
}

async function bundled(entry: string): Promise<string> {
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({ input: join(import.meta.dirname, entry), logLevel: 'silent' })
  const { output } = await bundle.generate({ format: 'esm' })
  await bundle.close()
  return output[0].code
}

async function pathOf(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named && existsSync(named)) return named
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

async function opened(scripts: Record<string, string>): Promise<Page> {
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch({ executablePath: await pathOf(), args: ['--no-sandbox', '--disable-gpu'] })
  const server = createServer(({ url = '/' }, response) => {
    const script = scripts[url]
    // What shared memory asks of a site.
    response.setHeader('cross-origin-opener-policy', 'same-origin')
    response.setHeader('cross-origin-embedder-policy', 'require-corp')
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript')
    response.end(script ?? '<!doctype html><title>bench</title><script type="module" src="page.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address === 'string' || address === null) throw new Error('The bench has no port.')
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${address.port}/`)
  await page.waitForFunction('globalThis.ask !== undefined')
  return {
    version: browser.version(),
    ask: (id, where) => page.evaluate<number[]>(`ask(${JSON.stringify(id)}, ${JSON.stringify(where)})`),
    async close() {
      await browser.close()
      server.close()
    },
  }
}
