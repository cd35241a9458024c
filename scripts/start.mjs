import { requireNode } from './place.mjs'
import { prepare } from './prepare.mjs'
import { stopOnSignals } from './processes/children.mjs'
import { serve } from './processes/serve.mjs'

// `npm start`: packages and pages are brought up to date, then the server runs.
requireNode()
stopOnSignals()
try {
  await prepare()
  serve('server/src/main.ts', process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
