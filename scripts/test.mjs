import { build } from './build.mjs'
import { install } from './install.mjs'
import { inGroups, lanes } from './lanes.mjs'
import { requireNode } from './place.mjs'
import { stopOnSignals } from './processes/children.mjs'
import { inTurn } from './processes/turn.mjs'

requireNode()
stopOnSignals()

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in lanes))
if (unknown.length > 0) {
  console.error(`There is no lane named ${unknown.join(', ')}. There are: ${Object.keys(lanes).join(', ')}.`)
  process.exit(1)
}

const total = await testAll(asked.length > 0 ? asked : Object.keys(lanes))
for (const name of total.names) console.log(`✗ ${name}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

async function testAll(names) {
  const total = { passed: 0, failed: 0, names: [] }
  const count = async (lane, work) => {
    const { passed, failed, names = [] } = await attempt(lane, work)
    total.passed += passed
    total.failed += failed
    total.names.push(...names.map((name) => `${lane}: ${name}`))
  }
  await count('packages', prepared(install))
  if (total.failed > 0) return total
  await count('web pages', prepared(build))
  for (const group of inGroups(names)) await Promise.all(group.map((name) => count(name, lanes[name])))
  return total
}

function prepared(work) {
  return async () => {
    await inTurn(work)
    return { passed: 0, failed: 0 }
  }
}

/** A lane that throws counts as one failed, and the others still run. */
async function attempt(name, work) {
  const started = Date.now()
  console.log(`\n── ${name} ──`)
  const result = await work().catch((error) => {
    console.error(error.message)
    return { passed: 0, failed: 1, names: [error.message] }
  })
  if (result.passed + result.failed > 0)
    console.log(`── ${name}: ${result.passed} passed, ${result.failed} failed, ${Math.round((Date.now() - started) / 1000)} s ──`)
  return result
}
