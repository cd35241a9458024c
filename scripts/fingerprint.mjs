import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { at } from './place.mjs'

const passedOver = new Set(['node_modules', '.git', 'dist', '.types', '.data', '.cache', 'coverage', 'test-results'])

/** Every file of ours under the given paths, relative to the repository, in a fixed order; what is not there is left out. */
export const filesUnder = (...paths) => paths.flatMap((path) => (existsSync(at(path)) ? walk(path) : []))

function walk(path) {
  if (!statSync(at(path)).isDirectory()) return [path]
  return readdirSync(at(path))
    .sort()
    .filter((name) => !passedOver.has(name))
    .flatMap((name) => walk(path === '.' ? name : `${path}/${name}`))
}

/** One hash over the names and bytes of the files. */
export function fingerprint(files, ...more) {
  const hash = createHash('sha256').update(more.join('\n'))
  for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(at(file)))
  return hash.digest('hex')
}

/** Says whether a stamp left by an earlier run holds this fingerprint. */
export const isStamped = (stamp, print) => existsSync(at(stamp)) && readFileSync(at(stamp), 'utf8') === print

/** Leaves the fingerprint behind, for the next run to compare with. */
export function leaveStamp(stamp, print) {
  mkdirSync(dirname(at(stamp)), { recursive: true })
  writeFileSync(at(stamp), print)
}
