import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { open } from './browser/open.ts'
import { built, type Limit } from './limit.ts'
import { millions } from './million.ts'
import { say, tell, writePage } from './page.ts'
import { held } from './published.ts'
import { screens } from './screen.ts'
import { waited } from './screens.ts'
import { type Line, single } from './single.ts'
import { tableOfGains, tableOfHeld, tableOfMillions, tableOfScreens, tableOfTasks } from './table.ts'
import { t1 } from './tasks/t1.ts'
import { t2, t2q } from './tasks/t2.ts'
import { t3 } from './tasks/t3.ts'
import { t4 } from './tasks/t4.ts'
import { type Gain, gainOf } from './workers/workers.ts'

const help = `npm run bench -- [--only T1,T2,…] [--fast] [--million] [--page] [--json FILE]

Times the engine beside a C program, in one run. --only: some of T1 to T6. --fast: fewer rounds, no second worker, no browser.
--million: exact quantiles of millions of people too, with the memory they took.
--page: what is printed also into docs/science/speed.md. --json: also into a file.`

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    fast: { type: 'boolean', default: false },
    million: { type: 'boolean', default: false },
    json: { type: 'string' },
    page: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(help)
  process.exit(0)
}
const known = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6']
const only = new Set(values.only?.split(',') ?? known)
for (const id of only)
  if (!known.includes(id)) {
    console.error(`There is no ${id}; there are ${known.join(', ')}.`)
    process.exit(2)
  }

const rounds = values.fast ? 3 : 9
const wants = ({ id }: { id: string }) => only.has(id.slice(0, 2))
const machine = { cpu: cpus()[0].model, cores: cpus().length, node: process.version, v8: process.versions.v8 }
say(`${machine.cpu}, ${machine.cores} cores; Node ${machine.node}, V8 ${machine.v8}`)

const tasks = [t1, t2, t2q, t3, t4].filter(wants)
const limits: Limit[] = tasks.length > 0 ? await attempt(built) : []
const lines: Line[] = []
for (const task of tasks) {
  tell(`${task.id}: ${task.about}`)
  lines.push(await attempt(() => single(task, limits, rounds)))
}
const holds = only.size === known.length && limits.length > 0 ? await held(limits) : []
if (lines.length > 0) say(`\nOne thread, CPU time, medians of ${rounds} rounds:\n\n${tableOfTasks(lines)}`)
if (holds.length > 0) say(`\nThe limit itself, beside where it was first measured:\n\n${tableOfHeld(holds)}`)

const shared = values.fast ? [] : tasks.filter(({ id }) => id !== 'T1')
const gains: Gain[] = []
const copies = shared.length > 0 && limits.length > 0 ? [limits[0], await limits[0].again()] : []
for (const { id } of shared) {
  tell(`${id}: two workers`)
  gains.push(await attempt(() => gainOf(id, rounds, copies)))
}
for (const limit of new Set([...limits, ...copies])) limit.stop()
if (gains.length > 0) say(`\nTwo workers, wall time, medians of ${rounds} rounds:\n\n${tableOfGains(gains)}`)

const waits = screens.some(wants) ? await asked() : []
if (waits.length > 0) say(`\nWhat a screen waits for, wall time:\n\n${tableOfScreens(waits)}`)

const many = values.million ? millions(tell) : []
if (many.length > 0) say(`\nExact quantiles of very many people at 97 times:\n\n${tableOfMillions(many)}`)
if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, rounds, lines, holds, gains, waits, many }, null, 2)}\n`)
if (values.page) writePage()

async function asked() {
  const page = values.fast ? undefined : await open()
  if (typeof page === 'string') say(`\nThere is no browser here (${page}): Node alone.`)
  const opened = typeof page === 'string' ? undefined : page
  if (opened) say(`\nChromium ${opened.version}`)
  tell('T5, T6: what a screen waits for')
  const found = await attempt(() => waited(opened, only))
  await opened?.close()
  return found
}

/** What is wrong ends the bench in words: a time for a wrong answer is worth nothing. */
async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
