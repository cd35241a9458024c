import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { copySources } from './copy.mjs'
import { environment, pinnedNode } from './place.mjs'
import { run, stopOnSignals } from './processes/children.mjs'
import { recipes } from './to-add.mjs'

/**
 * `npm run try:contributing` does in a copy what CONTRIBUTING says is done to add one of each, says how many files that took, and runs the
 * checks and the tests of the unit lane there; the copy is thrown away. Ends with 1 when a check or a test turns red.
 */
stopOnSignals()
const folder = mkdtempSync(join(tmpdir(), 'try-contributing-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const inCopy = (command, args) => run(command, args, { cwd: folder, quiet: true })
const write = (file, text) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}
const read = (file) => readFileSync(join(folder, file), 'utf8')
const git = (...args) => spawnSync('git', args, { cwd: folder, encoding: 'utf8', env: environment }).stdout

/** The text of a pattern under other names. Throws when a name does not stand in it. */
function renamed({ like, names = {} }) {
  let text = read(like)
  for (const [name, other] of Object.entries(names)) {
    if (!text.includes(name)) throw new Error(`“${name}” does not stand in ${like}: its recipe has to change.`)
    text = text.replaceAll(name, other)
  }
  return text
}

/** Adds one by its recipe. Throws when what is to be changed does not stand there exactly once. */
function add({ make, change = [] }) {
  for (const [file, how] of Object.entries(make)) write(file, 'text' in how ? how.text : renamed(how))
  for (const { file, find, replace } of change) {
    const parts = read(file).split(find)
    if (parts.length !== 2) throw new Error(`“${find}” stands ${parts.length - 1} times in ${file}: its recipe has to change.`)
    write(file, parts.join(replace))
  }
}

const filesOf = ({ make, change = [] }) => ({
  made: Object.keys(make).length,
  changed: new Set(change.map(({ file }) => file)).size,
})

copySources(folder)
// What holds the recipes against the house as it is has nothing to say of the copy.
rmSync(join(folder, 'scripts/to-add.test.ts'))
git('init', '-q')
git('add', '-A')
git('-c', 'user.name=try', '-c', 'user.email=try@localhost', 'commit', '-qm', 'before')
for (const recipe of recipes) add(recipe)
console.table(recipes.map((recipe) => ({ 'to add a': recipe.row, ...filesOf(recipe) })))

let failed = 0
for (const [what, args] of [
  ['npm run codegen', ['scripts/codegen.mjs']],
  ...recipes.flatMap(({ row, run: args }) =>
    args
      ? [
          [`the ${row}’s own command`, args],
          ['npm run codegen', ['scripts/codegen.mjs']],
        ]
      : [],
  ),
  ['npm run format', ['node_modules/.bin/biome', 'check', '--write', '.']],
  ['npm run check', ['scripts/check.mjs']],
]) {
  const { code, output } = await inCopy(pinnedNode(), args)
  console.log(`${code === 0 ? '✓' : '✗'} ${what}`)
  if (code !== 0) failed += 1
  if (code !== 0) console.log(output)
}
console.log(
  `Written by codegen and format: ${git('status', '--porcelain').split('\n').filter(Boolean).length} files differ in all.`,
)
process.exit(failed === 0 ? 0 : 1)
