import { build } from './build.mjs'
import { run, stopOnSignals } from './children.mjs'
import { install } from './install.mjs'
import { pinnedNode, requireNode } from './place.mjs'
import { inTurn } from './turn.mjs'

/** Runs one program of the house on a folder that is installed and built: `node scripts/prepared.mjs program.ts …`. */
requireNode()
stopOnSignals()
await inTurn(async () => {
  await install()
  await build()
})
process.exit((await run(pinnedNode(), process.argv.slice(2))).code)
