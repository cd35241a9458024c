import { machineNode, pinnedNode, requireNode } from './place.mjs'
import { prepare } from './prepare.mjs'
import { run, stopOnSignals } from './processes/children.mjs'

/**
 * Runs one program of the house on a folder that is installed and built: `node scripts/prepared.mjs program.ts …`; without a program it only
 * prepares. What preparing says is an aside: on stdout stands what the program says, one object with `--json`.
 */
requireNode()
stopOnSignals()
const [program, ...args] = process.argv.slice(2)
if (program === undefined) await prepare()
else {
  const prepared = await run(machineNode(), ['scripts/prepared.mjs'], { aside: true })
  process.exit(prepared.code || (await run(pinnedNode(), [program, ...args])).code)
}
