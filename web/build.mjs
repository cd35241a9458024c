import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { argv, pid } from 'node:process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build } from 'vite'
import { partsOf } from './parts.mjs'

const here = import.meta.dirname
const root = join(here, '..')
const stamp = join(here, 'dist/.built')
const sources = ['web/src/**/*.*', 'clinical/src/**/*.ts', 'engine/src/**/*.ts', 'web/*.{ts,mjs,json}', 'package-lock.json']
const outputs = ['dist/client/.vite/manifest.json', 'dist/server/entry-server.js'].map((file) => join(here, file))

/** One hash over everything the two builds read. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of globSync(sources, { cwd: root }).sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

const SMALLEST = 512
const texts = new Set(['.js', '.css', '.svg', '.json'])

/** Leaves a `.br` and a `.gz` beside every text of the build, once and as small as they get: serving them costs nothing. */
async function prepare(folder) {
  for (const file of globSync('assets/*', { cwd: folder }).filter((each) => texts.has(extname(each)))) {
    const path = join(folder, file)
    const plain = readFileSync(path)
    if (plain.length < SMALLEST) continue
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
      promisify(gzip)(plain, { level: constants.Z_BEST_COMPRESSION }),
    ])
    writeFileSync(`${path}.br`, br)
    writeFileSync(`${path}.gz`, gz)
  }
}

/** Builds aside and changes places at the end, so that whoever reads the old pages meanwhile still finds them whole. */
async function buildBoth() {
  const aside = join(here, `dist/.next-${pid}`)
  const config = { configFile: join(here, 'vite.config.ts'), logLevel: 'warn' }
  try {
    // Twice: the first tells who needs what, the second puts together what is needed together.
    const together = { name: await partsOf(config), debugName: 'needed together', includeDependenciesRecursively: false }
    const rolldownOptions = { output: { codeSplitting: { groups: [together] } } }
    await build({ ...config, build: { outDir: join(aside, 'client'), rolldownOptions } })
    await prepare(join(aside, 'client'))
    await build({ ...config, build: { ssr: 'src/entry-server.tsx', outDir: join(aside, 'server') } })
    // What the engine works out for the turns of an article takes a second: no request shall wait for it.
    const { turnNumbers } = await import(pathToFileURL(join(aside, 'server/entry-server.js')).href)
    writeFileSync(join(aside, 'server/turns.json'), JSON.stringify(turnNumbers()))
    for (const part of ['client', 'server']) {
      if (existsSync(join(here, 'dist', part))) renameSync(join(here, 'dist', part), join(aside, `old-${part}`))
      renameSync(join(aside, part), join(here, 'dist', part))
    }
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

const now = fingerprint()
const isFresh = outputs.every(existsSync) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now

if (isFresh && !argv.includes('--force')) {
  console.log('The pages are already built.')
} else {
  mkdirSync(join(here, 'dist'), { recursive: true })
  await buildBoth()
  writeFileSync(stamp, now)
  console.log(`The pages are built in ${relative(root, join(here, 'dist'))}.`)
}
