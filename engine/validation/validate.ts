import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { fingerprint } from './fingerprint.ts'
import type { Group } from './group.ts'
import { groups } from './groups.ts'
import { page } from './page.ts'
import { keep, kept } from './results.ts'

const science = resolve(import.meta.dirname, '../../docs/science')
const store = resolve(import.meta.dirname, '../../.cache/validation')
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const again = process.argv.includes('--again')
const unknown = asked.filter((id) => !groups.some((group) => group.id === id))
if (unknown.length > 0) {
  console.error(`No such group: ${unknown.join(', ')}. There are: ${groups.map(({ id }) => id).join(', ')}.`)
  process.exit(2)
}

for (const group of groups) if (asked.length === 0 || asked.includes(group.id)) await validated(group)
writePage()

/** Runs a group, unless what is kept was found in this very engine. */
async function validated(group: Group): Promise<void> {
  const now = await fingerprint(group)
  const before = kept(group)
  if (before?.fingerprint === now && !again) return console.log(`${group.id}: as kept, from this engine`)
  const started = Date.now()
  const folder = resolve(store, `${group.id}-${now}`)
  mkdirSync(folder, { recursive: true })
  const outcome = await group.run({ size: 'full', workers: availableParallelism(), store: folder, progress: shown(group.id) })
  keep(group, { fingerprint: now, outcome })
  console.log(`${group.id}: ${outcome.passed ? 'passed' : 'DOES NOT HOLD'} after ${Math.round((Date.now() - started) / 1000)} s`)
  if (!outcome.passed) process.exitCode = 1
}

function shown(id: string) {
  let last = 0
  return (done: number, of: number) => {
    if (Date.now() - last < 2000) return
    last = Date.now()
    process.stderr.write(`${id}: ${done} of ${of}\n`)
  }
}

function writePage(): void {
  const chapters = groups.flatMap((group) => {
    const result = kept(group)
    return result ? [{ group, outcome: result.outcome }] : []
  })
  for (const { outcome } of chapters) for (const { name, svg } of outcome.pictures) writeFileSync(resolve(science, name), svg)
  writeFileSync(resolve(science, 'validation.md'), `${page(chapters).trimEnd()}\n`)
  const missing = groups.filter((group) => !kept(group)).map(({ id }) => id)
  if (missing.length > 0) console.log(`Not in the page, since they have not run: ${missing.join(', ')}.`)
}
