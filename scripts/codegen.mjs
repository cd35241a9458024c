import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { databaseTypes } from './codegen/database.mjs'
import { definitionIndexes } from './codegen/definitions.mjs'
import { formatted } from './codegen/formatted.mjs'
import { pagesIndex } from './pages-index.mjs'
import { at } from './place.mjs'

const pages = { path: 'web/src/pages/index.ts', text: pagesIndex(at('web/src/pages')) }
const generated = await Promise.all([databaseTypes(), ...[...definitionIndexes(), pages].map(formatted)])
const stale = generated.filter(({ path, text }) => !existsSync(at(path)) || readFileSync(at(path), 'utf8') !== text)

if (process.argv.includes('--check')) {
  for (const { path } of stale) console.error(`${path} is stale: run npm run codegen`)
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  for (const { path, text } of stale) writeFileSync(at(path), text)
  console.log(stale.length === 0 ? 'Everything generated is fresh.' : stale.map(({ path }) => `wrote ${path}`).join('\n'))
}
