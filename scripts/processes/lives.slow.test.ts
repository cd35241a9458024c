import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { test } from 'vitest'
import { root } from '../place.mjs'

const forever = 'console.log(process.pid); setInterval(() => {}, 1000); process.on("SIGTERM", () => {})'
const asJson = JSON.stringify

/** A program of its own, as the scripts are. */
const program = (text: string) =>
  spawn(process.execPath, ['--input-type=module', '-e', text], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })

const runsForever = (...first: string[]) =>
  program(`
    import { run, stopOnSignals } from './scripts/processes/children.mjs'
    ${first.join('\n')}
    await run(process.execPath, ['-e', ${asJson(forever)}])`)

async function firstLine(child: ChildProcess) {
  for await (const part of child.stdout ?? []) return String(part).trim()
  throw new Error('the program said nothing')
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Whether it has ended within three seconds; if not it is ended here, so that a broken script leaves nothing behind. */
async function ends(pid: number) {
  for (let tries = 0; tries < 60 && isAlive(pid); tries++) await setTimeout(50)
  const hasEnded = !isAlive(pid)
  if (!hasEnded) process.kill(pid, 'SIGKILL')
  return hasEnded
}

test.concurrent('what a script runs ends when the script is killed', async ({ expect }) => {
  const script = runsForever()
  const pid = Number(await firstLine(script))
  expect(isAlive(pid)).toBe(true)
  script.kill('SIGKILL')
  expect(await ends(pid)).toBe(true)
})

test.concurrent.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends a script and even a child that will not listen',
  async (signal, { expect }) => {
    const script = runsForever('stopOnSignals()')
    const pid = Number(await firstLine(script))
    script.kill(signal)
    const [code] = await once(script, 'exit')
    expect(code).toBeGreaterThan(128)
    expect(await ends(pid)).toBe(true)
  },
)

test.concurrent('a command that outlasts its limit is ended and has failed', async ({ expect }) => {
  const script = program(`
    import { run } from './scripts/processes/children.mjs'
    const { code } = await run(process.execPath, ['-e', ${asJson(forever)}], { quiet: true, limit: 500 })
    console.log(code)`)
  expect(Number(await firstLine(script))).not.toBe(0)
})

const takesTurn = (name: string, work: string) => `
    import { inTurn } from './scripts/processes/turn.mjs'
    await inTurn(async () => { console.log('${name}'); ${work} }, 'a folder of these tests')`

test.concurrent('the second waits for its turn, and gets it when the first is killed', async ({ expect }) => {
  const first = program(takesTurn('first', 'await new Promise(() => setInterval(() => {}, 1000))'))
  expect(await firstLine(first)).toBe('first')
  const second = program(takesTurn('second', ''))
  const said: string[] = []
  second.stdout?.on('data', (part) => said.push(...String(part).trim().split('\n')))
  while (said.length === 0) await setTimeout(20)
  expect(said[0]).toContain('waiting')
  first.kill('SIGKILL')
  await once(second, 'exit')
  expect(said.at(-1)).toBe('second')
})
