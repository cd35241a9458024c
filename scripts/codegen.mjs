import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { definitionIndexes } from './codegen/definitions.mjs'
import { formatted } from './codegen/formatted.mjs'
import { fromServer } from './codegen/from-server.mjs'
import { outcomeRules } from './codegen/outcome-rules.mjs'
import { islandsIndex, pagesIndex } from './pages-index.mjs'
import { at } from './place.mjs'

const islands = { path: 'web/src/pages/islands.generated.ts', text: islandsIndex(at('web/src/pages')) }
const pages = { path: 'web/src/pages/pages.generated.ts', text: pagesIndex(at('web/src/pages')) }
const results = await Promise.allSettled([
  ...fromServer(),
  ...[...definitionIndexes(), outcomeRules(), pages, islands].map(formatted),
])
const isStale = ({ path, text }) => !existsSync(at(path)) || readFileSync(at(path), 'utf8') !== text
const stale = results.flatMap(({ value }) => (value && isStale(value) ? [value] : []))
const failed = results.filter(({ reason }) => reason)
const isCheck = process.argv.includes('--check')

for (const { path, text } of stale) {
  if (!isCheck) writeFileSync(at(path), text)
  console.log(isCheck ? `${path} is stale: run npm run codegen` : `wrote ${path}`)
}
for (const { reason } of failed) console.error(reason.message)
if (!isCheck && stale.length + failed.length === 0) console.log('Everything generated is fresh.')
process.exitCode = failed.length > 0 || (isCheck && stale.length > 0) ? 1 : 0
