import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the whole repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** A path inside the repository. */
export const at = (...parts) => join(root, ...parts)

const pinned = at('node_modules', 'node', 'bin', 'node')
const runsTypeScript = [22, 18]

const atLeast = (version, [major, minor]) => {
  const [ownMajor = 0, ownMinor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return ownMajor > major || (ownMajor === major && ownMinor >= minor)
}

/** Ends the program in plain words where the machine's Node cannot even run these scripts. */
export function requireNode() {
  if (atLeast(process.version, [20, 0])) return
  console.error(`Dripline needs Node 20 or newer to start; this is ${process.version}. It brings its own Node for the rest.`)
  process.exit(1)
}

/** The Node that installs: never the pinned one, which the installation may be replacing. */
export function machineNode() {
  const isPinned = process.execPath.startsWith(at('node_modules'))
  return isPinned ? (process.env.npm_node_execpath ?? 'node') : process.execPath
}

/** The Node that runs Dripline: the pinned one, or the machine's own where no binary was published for it. */
export function pinnedNode() {
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned
  if (atLeast(process.version, runsTypeScript)) return process.execPath
  throw new Error(
    `No Node binary could be installed for ${process.platform}-${process.arch}, and this Node (${process.version}) is too old to run Dripline. Install Node ${runsTypeScript.join('.')} or newer and start again.`,
  )
}

/** The environment in which the tools of this repository are found first. */
export const environment = { ...process.env, PATH: `${at('node_modules', '.bin')}:${process.env.PATH ?? ''}` }
