import { parseArgs } from 'node:util'
import { runFaults } from './run-faults.ts'

/**
 * `npm run faults`: freezes, kills, cuts, restarts, steps clocks and fills the disk during a write storm on two servers and a
 * PostgreSQL of its own. `--only clock` plays the faults whose name holds that word; `--json` prints one object.
 */
const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, json: { type: 'boolean', default: false } } })
const say = (line: string) => process.stderr.write(`${line}\n`)
const verdict = await runFaults((name) => name.includes(values.only), say)
const { sent, acknowledged, lost, doubled, refused, mgOff, otherwise, holds } = verdict
say(`${sent} entries sent, ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, ${refused.length} refused`)
for (const each of refused.slice(0, 5)) say(`  ${each}`)
for (const each of otherwise) say(`  shown otherwise than its log: ${each}`)
say(`mg given: off by ${mgOff.toFixed(4)} at most`)
if (values.json) process.stdout.write(`${JSON.stringify(verdict)}\n`)
const untried = verdict.faults.filter(({ tried }) => !tried).map(({ name }) => name)
if (untried.length > 0) say(`not tried, and so not held: ${untried.join(', ')}`)
say(holds ? `everything${untried.length > 0 ? ' that was tried' : ''} holds` : 'it does not hold')
process.exit(holds ? 0 : 1)
