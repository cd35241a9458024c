import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { argv } from 'node:process'
import { build } from 'vite'

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

const now = fingerprint()
const isFresh = outputs.every(existsSync) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now

if (isFresh && !argv.includes('--force')) {
  console.log('The pages are already built.')
} else {
  const config = { configFile: join(here, 'vite.config.ts'), logLevel: 'warn' }
  await build(config)
  await build({ ...config, build: { ssr: 'src/entry-server.tsx' } })
  mkdirSync(join(here, 'dist'), { recursive: true })
  writeFileSync(stamp, now)
  console.log(`The pages are built in ${relative(root, join(here, 'dist'))}.`)
}
