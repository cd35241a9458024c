import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { filesUnder, fingerprint, isStamped, leaveStamp } from './fingerprint.mjs'
import { at, machineNode } from './place.mjs'
import { run } from './processes/children.mjs'

const stamp = 'node_modules/.dripline-stamp'
const unfinished = at('node_modules', '.dripline-unfinished')
const boxes = ['engine', 'clinical', 'server', 'web']

const wanted = () => {
  const files = filesUnder('package.json', 'package-lock.json', '.npmrc', ...boxes.map((box) => `${box}/package.json`))
  return fingerprint(files, process.platform, process.arch)
}

/** Installs the packages when they are missing or older than the lock file; throws in plain words when that fails. */
export async function install() {
  if (isStamped(stamp, wanted())) return
  await clearUnfinished()
  const started = Date.now()
  console.log('Installing packages (the first time takes a minute or two).')
  mkdirSync(at('node_modules'), { recursive: true })
  writeFileSync(unfinished, '')
  const progress = setInterval(() => console.log(`  still installing, ${seconds(started)} s`), 5000)
  const { code } = await npm('install', '--no-audit', '--no-fund', '--loglevel=error').finally(() => clearInterval(progress))
  if (code !== 0)
    throw new Error('Packages could not be installed: see the lines above. Is the network there? Start again to retry.')
  leaveStamp(stamp, wanted())
  rmSync(unfinished)
  console.log(`Packages installed in ${seconds(started)} s.`)
}

// npm takes a half-unpacked package for a whole one, so an interrupted installation starts from nothing.
async function clearUnfinished() {
  if (!existsSync(unfinished)) return
  console.log('The last installation was interrupted; clearing it away.')
  const left = readdirSync(at('node_modules')).map((name) => at('node_modules', name))
  for (const path of left) if (path !== unfinished) await rm(path, { recursive: true, force: true })
}

/** npm as it was called, or the one on the path. */
function npm(...args) {
  const cli = process.env.npm_execpath
  const isNpm = cli?.endsWith('npm-cli.js') === true && existsSync(cli)
  const env = { PATH: process.env.PATH ?? '' }
  return isNpm ? run(machineNode(), [cli, ...args], { env }) : run('npm', args, { env })
}

const seconds = (since) => Math.round((Date.now() - since) / 1000)
