import { spawn } from 'node:child_process'
import { at, environment, machineNode, root } from '../place.mjs'

// A server needs this long to close cleanly; an installation or a build that is cut short is redone from the start.
const [serverPatience, patience] = [2500, 400]
const running = new Set()
const graces = new WeakMap()
let isStopping = false

const signalGroup = (pid, signal) => {
  try {
    process.kill(-pid, signal)
  } catch {
    // The group has already ended.
  }
}

/**
 * Runs a command to its end and gives { code, output }; output is collected only when `quiet`, else it is shown as it comes,
 * all of it as an aside (on stderr) when `aside`.
 * The command and all it started end with this program, however this program ends, and at the latest after `limit` milliseconds.
 */
export function run(command, args, { quiet = false, aside = false, env = {}, limit = 0, cwd = root } = {}) {
  if (isStopping) return new Promise(() => {})
  return new Promise((done) => {
    const shown = quiet ? 'pipe' : 'inherit'
    const child = spawn(machineNode(), [at('scripts', 'processes', 'leash.mjs'), command, ...args], {
      cwd,
      detached: true,
      env: { ...environment, ...env },
      stdio: ['pipe', aside ? 2 : shown, shown],
    })
    const forget = remember(child, patience)
    const timer = limit > 0 ? setTimeout(() => signalGroup(child.pid, 'SIGKILL'), limit) : undefined
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += part))
    child.on('error', (error) => done({ code: 127, output: error.message }))
    child.on('exit', () => signalGroup(child.pid, 'SIGKILL'))
    child.on('close', (code) => {
      clearTimeout(timer)
      forget()
      if (!isStopping) done({ code: code ?? 1, output })
    })
  })
}

/** Counts a child, started as the leader of its own group, among those that end when this program is told to stop. */
export function remember(child, grace = serverPatience) {
  running.add(child)
  graces.set(child, grace)
  return () => running.delete(child)
}

/** From here on a signal ends every child within three seconds, and then this program. */
export function stopOnSignals() {
  for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }))
    process.on(signal, () => stop(128 + number))
  if (process.env.npm_lifecycle_event) stopWithParent()
}

function stopWithParent() {
  const parent = process.ppid
  const watch = () => process.ppid !== parent && stop(1)
  setInterval(watch, 250).unref()
}

function stop(code) {
  if (isStopping) return
  isStopping = true
  const children = [...running]
  let left = children.length
  const finish = () => process.exit(code)
  if (left === 0) finish()
  for (const child of children) {
    child.on('close', () => {
      left -= 1
      if (left === 0) finish()
    })
    signalGroup(child.pid, 'SIGTERM')
    setTimeout(() => signalGroup(child.pid, 'SIGKILL'), graces.get(child))
  }
  setTimeout(finish, serverPatience + 200)
}
