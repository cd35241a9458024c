import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { breaks } from './asvs-breaks.mjs'
import { namedBy, rowsOf } from './checks/asvs.mjs'
import { copySources } from './copy.mjs'
import { at, pinnedNode } from './place.mjs'

/**
 * `npm run asvs:break -- --seed 1 --count 20` shows that what the security checklist calls met is held by the test it names: it breaks what a
 * row rests on, in a copy of the repository, and expects that test to fail, having passed before. Ends with 1 when one does not.
 */

// mulberry32: the same seed draws the same rows on every machine.
const chanceFrom = (seed) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** So many of a list, drawn by a seed, none twice. @template T @param {readonly T[]} list @returns {T[]} */
export const drawn = (list, seed, count) => {
  const chance = chanceFrom(seed)
  const left = [...list]
  return Array.from({ length: Math.min(count, list.length) }, () => left.splice(Math.floor(chance() * left.length), 1)).flat()
}

/**
 * So many breaks of rows that are called met, drawn by a seed among all of those; a row that was drawn and has none is told, and another is
 * drawn in its place. @returns {{ list: (typeof breaks)[number][], without: { id: string, by: string }[] }}
 */
export const drawnRows = (seed, count, rows = rowsOf()) => {
  const met = rows.filter(({ verdict }) => verdict === 'met')
  const list = []
  const without = []
  for (const row of drawn(met, seed, met.length)) {
    if (list.length === count) break
    const recipe = breaks.find(({ id }) => id === row.id)
    if (recipe) list.push(recipe)
    else without.push(row)
  }
  return { list, without }
}

/** The first test that each met row names. */
export const testOf = (id, rows = rowsOf()) => {
  const row = rows.find((each) => each.id === id)
  return row?.verdict === 'met' ? namedBy(row.by).find((named) => named?.title !== undefined) : undefined
}

const lanes = ['int', 'race', 'slow']
/** The lane in which a test file runs. */
export const laneOf = (file) => lanes.find((lane) => file.endsWith(`.${lane}.test.ts`)) ?? 'unit'

/** What finds a test by its title, whatever stands in the gaps of a table's title. */
export const patternOf = (title) =>
  title
    .split(/%[sdifjoO#]|\$[\w.]+/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')

const children = new Set()
const runIn = (folder, args) =>
  new Promise((done) => {
    const vitest = at('node_modules/vitest/vitest.mjs')
    const child = spawn(pinnedNode(), [vitest, 'run', ...args], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, CI: '1' },
    })
    children.add(child)
    child.on('close', () => done(children.delete(child)))
  })

/** How a test of the copy ends: passed, failed, or not run at all. */
const outcomeOf = async (folder, { title, file }) => {
  const report = join(folder, 'asvs-break.json')
  rmSync(report, { force: true })
  await runIn(folder, ['--project', laneOf(file), file, '-t', patternOf(title), '--reporter=json', `--outputFile=${report}`])
  if (!existsSync(report)) return 'not run'
  const wanted = new RegExp(`${patternOf(title)}$`)
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const states = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter((test) => wanted.test(test.title))
    .map(({ status }) => status)
  if (states.includes('failed')) return 'failed'
  return states.includes('passed') ? 'passed' : 'not run'
}

const broken = async (folder, { file, find, replace }, test) => {
  const place = join(folder, file)
  const whole = readFileSync(place, 'utf8')
  const parts = whole.split(find)
  if (parts.length !== 2) return `no break: “${find}” stands ${parts.length - 1} times in ${file}`
  writeFileSync(place, parts.join(replace))
  const outcome = await outcomeOf(folder, test)
  writeFileSync(place, whole)
  return outcome
}

const main = async () => {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '20' }, only: { type: 'string' } },
  })
  const chosen = values.only?.split(',')
  const { list, without } = chosen
    ? { list: breaks.filter(({ id }) => chosen.includes(id)), without: [] }
    : drawnRows(Number(values.seed), Number(values.count))
  for (const { id, by } of without) console.log(`– ${id.padEnd(7)} drawn, and no break is written for it: ${by}`)
  const folder = mkdtempSync(join(tmpdir(), 'asvs-break-'))
  const leave = () => rmSync(folder, { recursive: true, force: true })
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      for (const child of children) child.kill('SIGKILL')
      leave()
      process.exit(1)
    })
  try {
    copySources(folder)
    let held = 0
    for (const recipe of list) {
      const test = testOf(recipe.id)
      if (!test) throw new Error(`${recipe.id} is not met by a test any more: its recipe has to go.`)
      const whole = await outcomeOf(folder, test)
      const after = whole === 'passed' ? await broken(folder, recipe, test) : 'not tried'
      if (after === 'failed') held += 1
      console.log(`${after === 'failed' ? '✓' : '✗'} ${recipe.id.padEnd(7)} whole: ${whole}, broken: ${after}`)
      console.log(`          ${recipe.file}: ${recipe.find.split('\n')[0]}`)
      console.log(`          “${test.title}” in ${test.file}`)
    }
    console.log(`\n${held} of ${list.length} are noticed by the test that the checklist names (seed ${values.seed}).`)
    return held === list.length ? 0 : 1
  } finally {
    leave()
  }
}

if (process.argv[1] === at('scripts/asvs-break.mjs')) process.exit(await main())
