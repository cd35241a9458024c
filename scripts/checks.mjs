import { fileSizes } from './checks/file-sizes.mjs'
import { words } from './checks/words.mjs'
import { pinnedNode } from './place.mjs'
import { run } from './processes/children.mjs'

const tool = (name, command, ...args) => ({ name, work: () => run(command, args, { quiet: true, limit: 300_000 }) })
/** What a check needs is loaded when it runs: this file is read before the packages are there. */
const read = (name, faults) => ({ name, work: async () => verdict((await faults())()) })
const verdict = (faults) => ({ code: faults.length === 0 ? 0 : 1, output: faults.map((fault) => `${fault}\n`).join('') })

/** What must hold of the sources; the slowest first, so that two at a time end together. */
export const checks = () => [
  tool('types', pinnedNode(), 'node_modules/typescript-native/bin/tsc', '-b'),
  tool(
    'layers',
    'depcruise',
    '--config',
    '.dependency-cruiser.cjs',
    'engine',
    'clinical',
    'server',
    'web',
    'e2e',
    'examples',
    'scripts',
  ),
  tool('format and lint', 'biome', 'ci', '--colors=off', '.'),
  tool('nothing unused', 'knip', '--no-progress'),
  tool('generated files are fresh', pinnedNode(), 'scripts/codegen.mjs', '--check'),
  read('file sizes', () => fileSizes),
  read('words', () => words),
  read('promises are held by tests', async () => (await import('./checks/promises.mjs')).promiseFaults),
  read('clinical numbers stand in definitions', async () => (await import('./checks/literals.mjs')).literalFaults),
  read('the web asks by the typed client', async () => (await import('./checks/one-client.mjs')).clientFaults),
  read('no style is unused', async () => (await import('./checks/styles.mjs')).styleFaults),
  read('the security checklist is whole', async () => (await import('./checks/asvs.mjs')).asvsFaults),
  read('every message is said', async () => (await import('./checks/messages.mjs')).unsaidMessages),
  read('no code reads a sentence', async () => (await import('./checks/sentences.mjs')).sentenceFaults),
  read('one name a quantity', async () => (await import('./checks/quantities.mjs')).quantityFaults),
  read('glossary', async () => (await import('./checks/glossary.mjs')).glossary),
]

/** Runs the checks two at a time, each said with its time; gives how many passed, how many failed, and which. */
export async function runChecks(list) {
  const waiting = [...list]
  const failed = []
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) if (!(await passes(check))) failed.push(check.name)
  }
  await Promise.all([worker(), worker()])
  return { passed: list.length - failed.length, failed: failed.length, names: failed }
}

async function passes({ name, work }) {
  const started = Date.now()
  const { code, output } = await work()
  const took = `${((Date.now() - started) / 1000).toFixed(1)} s`
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${took})`)
  if (code !== 0) console.log(output.trim().replace(/^/gm, '    '))
  return code === 0
}
