import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { definitionIndexes } from './codegen/definitions.mjs'
import { formatted } from './codegen/formatted.mjs'
import { fromServer } from './codegen/from-server.mjs'
import { messageModules } from './codegen/messages.mjs'
import { outcomeRules } from './codegen/outcome-rules.mjs'
import { patientTexts } from './codegen/patient-texts.mjs'
import { islandsIndex, pagesIndex } from './pages-index.mjs'
import { at } from './place.mjs'

const isStale = ({ path, text }) => !existsSync(at(path)) || readFileSync(at(path), 'utf8') !== text
const isCheck = process.argv.includes('--check')
const stale = []
const failed = []

/** Writes what is stale, or says it; gives how many were. */
async function settle(...texts) {
  const results = await Promise.allSettled(texts)
  failed.push(...results.filter(({ reason }) => reason))
  const found = results.flatMap(({ value }) => (value && isStale(value) ? [value] : []))
  for (const { path, text } of found) {
    if (!isCheck) writeFileSync(at(path), text)
    console.log(isCheck ? `${path} is stale: run npm run codegen` : `wrote ${path}`)
  }
  stale.push(...found)
  return found.length
}

// First: the server says nothing of itself without its words.
await settle(...messageModules().map(formatted))

// A version rests on what a file imports, which may be another index: what was written is read again, until it stands.
const mostRounds = 5
for (let round = 0; round < mostRounds; round++)
  if ((await settle(...definitionIndexes().map(formatted))) === 0 || isCheck || failed.length > 0) break

const pages = { path: 'web/src/pages/pages.generated.ts', text: pagesIndex(at('web/src/pages')) }
const islands = { path: 'web/src/pages/islands.generated.ts', text: islandsIndex(at('web/src/pages')) }
await settle(...fromServer(), ...[outcomeRules(), pages, islands, await patientTexts()].map(formatted))

for (const { reason } of failed) console.error(reason.message)
if (!isCheck && stale.length + failed.length === 0) console.log('Everything generated is fresh.')
process.exitCode = failed.length > 0 || (isCheck && stale.length > 0) ? 1 : 0
