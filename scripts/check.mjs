import { checks, runChecks } from './checks.mjs'
import { install } from './install.mjs'
import { lanes } from './lanes.mjs'
import { requireNode } from './place.mjs'
import { stopOnSignals } from './processes/children.mjs'
import { inTurn } from './processes/turn.mjs'

requireNode()
stopOnSignals()

try {
  await inTurn(install)
  const sources = await runChecks(checks())
  const unit = await lanes.unit()
  const failed = sources.failed + unit.failed
  console.log(`${sources.passed + unit.passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
