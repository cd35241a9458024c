import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeAt } from './platform/auth/testing-codes.ts'

const root = join(import.meta.dirname, '../..')
// Many starts read the same sources: what was read once is kept.
const compiled = join(root, 'node_modules/.cache/dripline/compiled')

/** A program of the server as a process of its own, so that a test can stop it anywhere. */
export const program = (file: string, { args = [], env = {} }: { args?: readonly string[]; env?: NodeJS.ProcessEnv }) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      NODE_COMPILE_CACHE: compiled,

      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  let [said, wrong] = ['', '']
  const waiting = new Map<RegExp, (found: RegExpExecArray) => void>()
  child.stdout.on('data', (part) => {
    said += part
    for (const [pattern, done] of waiting) {
      const found = pattern.exec(said)
      if (found && waiting.delete(pattern)) done(found)
    }
  })
  child.stderr.on('data', (part) => {
    wrong += part
  })
  const ended = new Promise<{ code: number | null; said: string; wrong: string }>((done) =>
    child.once('close', (code) => {
      process.off('exit', end)
      done({ code, said, wrong })
    }),
  )
  /** Waits until the program has said this; when it ends before, that is an error with its last words. */
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((done, failed) => {
      const found = pattern.exec(said)
      if (found) return done(found)
      waiting.set(pattern, done)
      ended.then(() => failed(new Error(`It ended without saying ${pattern}:\n${said}${wrong}`)))
    })
  const kill = async (signal: NodeJS.Signals) => {
    const at = performance.now()
    child.kill(signal)
    return { ...(await ended), ms: performance.now() - at }
  }
  /** Stops it where it is, as a paused machine does; only a kill ends it then. */
  const freeze = async () => {
    child.kill('SIGSTOP')
  }
  const isRunning = () => child.exitCode === null && child.signalCode === null
  return { pid: child.pid ?? 0, ended, says, kill, freeze, isRunning }
}

export type Program = ReturnType<typeof program>

/** The server with these settings, on a free port of this machine. */
export const server = (env: NodeJS.ProcessEnv, ...args: string[]): Program =>
  program('main.ts', { args, env: { PORT: '0', ...env } })

/** Its address, once it stands. */
export const addressOf = async (running: Program): Promise<string> => (await running.says(/Dripline is ready: (\S+)/))[1] ?? ''

/** A folder that is there for one test. */
export const folderFor = () => {
  const folder = mkdtempSync(join(tmpdir(), 'dripline-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) }
}

/** A browser without script at one address: it keeps its cookie, and each write has a key, a new one unless it is given. */
export const visitorAt = (address: string, cookie = '') => {
  const visitor = {
    cookie,
    send: async (method: string, path: string, body?: object | URLSearchParams, key: string = crypto.randomUUID()) => {
      const isForm = body instanceof URLSearchParams
      const headers: Record<string, string> = { origin: address, 'idempotency-key': key }
      if (visitor.cookie) headers.cookie = visitor.cookie
      if (body && !isForm) headers['content-type'] = 'application/json'
      const sent = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }
      const response = await fetch(`${address}${path}`, { method, headers, ...sent, redirect: 'manual' })
      const kept = response.headers
        .getSetCookie()
        .find((each) => !each.includes('dripline-device='))
        ?.split(';')[0]
      if (kept) visitor.cookie = kept.endsWith('=') ? '' : kept
      return response
    },
  }
  return visitor
}

/** Sets up an app of codes for whoever has just come in by a password: before that no record is open to them. */
const setsUpApp = async (visitor: ReturnType<typeof visitorAt>): Promise<void> => {
  const app = (await (await visitor.send('POST', '/api/auth/account/app')).json()) as { ticket: string; key: string }
  const code = codeAt(app.key, new Date())
  const answer = await visitor.send('POST', '/api/auth/account/app/confirm', { ticket: app.ticket, code })
  if (answer.status !== 201) throw new Error(`No app was set up: ${answer.status} ${await answer.text()}`)
}

const owner = { name: 'Mira Ledgerman', email: 'mira@example.org', title: 'Owner', password: 'a slow river bends far' }

/** Sets the clinic up with the printed code, as its first owner does; gives their cookie. */
export const setUp = async (address: string, code: string): Promise<string> => {
  const visitor = visitorAt(address)
  const form = new URLSearchParams({
    name: 'Blue Ridge Infusion',
    zone: 'America/New_York',
    states: 'VA',
    'hours.1.from': '08:00',
    'hours.1.to': '18:00',
    phone: '540-555-0100',
    afterHoursPhone: '540-555-0199',
    address: '1 Ridge Road, Roanoke, VA 24011',
    'crisisLines.0.number': '911',
    'crisisLines.1.number': '988',
    ...Object.fromEntries(Object.entries(owner).map(([key, value]) => [`owner.${key}`, value])),
    code,
  })
  const answer = await visitor.send('POST', '/set-up', form)
  if (answer.status !== 303) throw new Error(`The clinic was not set up: ${answer.status} ${await answer.text()}`)
  await setsUpApp(visitor)
  return visitor.cookie
}

/** Invites a nurse and takes their place by the link in the letter, which `read` fetches; gives the nurse's cookie. */
export const nurseOf = async (address: string, ownersCookie: string, read: (to: string) => Promise<string>): Promise<string> => {
  const [boss, nurse] = [visitorAt(address, ownersCookie), visitorAt(address)]
  const email = 'heron@example.org'
  const place = { name: 'S. Heron', email, title: 'RN', roles: ['nurse'], licenses: [], takesCalls: true }
  await boss.send('POST', '/api/people/invitations', place)
  const path = /\/l\/[\w-]+\/invitation/.exec(await read(email))?.[0]
  await nurse.send('POST', path ?? '', new URLSearchParams({ password: 'herons wade at dawn' }))
  if (nurse.cookie === '') throw new Error('The invitation was not taken.')
  await setsUpApp(nurse)
  return nurse.cookie
}
