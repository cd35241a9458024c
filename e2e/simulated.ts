import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { openEmbedded } from '../server/src/platform/database.ts'
import { startSimulated } from '../server/src/start-simulated.ts'

export type Simulated = Awaited<ReturnType<typeof openSimulated>>

/** The small simulated clinic on a free port, once it has played its months. */
export const openSimulated = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dripline-simulated-'))
  const secret = Buffer.alloc(32, 13).toString('base64')
  const running = await startSimulated({ db: await openEmbedded(folder), port: 0, secret }, 'small')
  await running.opened
  const close = async () => {
    await running.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: running.url, close }
}

const LONGEST_PLAY_MS = 400_000

/** A test that finds the simulated clinic open: played once for all the stories of a worker. */
export const test = base.extend<object, { simulated: Simulated }>({
  simulated: [
    async ({ browserName: _ }, use) => {
      const simulated = await openSimulated()
      await use(simulated)
      await simulated.close()
    },
    { scope: 'worker', timeout: LONGEST_PLAY_MS },
  ],
})
