import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, root } from './place.mjs'

/** The machine's own programs: nothing of this repository is found before them, and nothing is fetched. */
const ownPath = (process.env.PATH ?? '')
  .split(':')
  .filter((folder) => !folder.startsWith(root))
  .join(':')
const environment = { PATH: ownPath, HOME: process.env.HOME, npm_config_offline: 'true', npm_config_loglevel: 'error' }
const folder = mkdtempSync(join(tmpdir(), 'dripline-installed-'))
const readme = readFileSync(at('engine', 'README.md'), 'utf8')

const inFolder = (program: string, ...words: string[]) =>
  spawnSync(program, words, { cwd: folder, env: environment, encoding: 'utf8' })

beforeAll(() => {
  const file = execFileSync(process.execPath, [at('scripts', 'pack-engine.mjs')], { encoding: 'utf8' }).trim()
  writeFileSync(join(folder, 'package.json'), '{"name":"somebody","private":true,"type":"module"}')
  const { status, stderr } = inFolder('npm', 'install', '--offline', '--no-audit', '--no-fund', file)
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true }))

/** Every program of the README that is followed by what it prints. */
const shown = [...readme.matchAll(/```(sh|js)\n((?:(?!```)[\s\S])*)```\n\n```text\n((?:(?!```)[\s\S])*)```/g)].map(
  ([, kind = '', program = '', printed = '']) => ({ kind, program, printed }),
)

test.each(shown)(
  'the installed package does what its README shows: $program',
  { timeout: 60_000 },
  ({ kind, program, printed }) => {
    writeFileSync(join(folder, 'shown.mjs'), program)
    const { status, stdout, stderr } = kind === 'sh' ? inFolder('sh', '-c', program) : inFolder('node', 'shown.mjs')
    expect({ status, stdout, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stdout: printed, stderr: '' })
  },
)

test('it works its own examples again and says that the whole validation stands elsewhere', () => {
  const examples = inFolder('npx', '@dripline/engine', 'validate', '--json')
  expect(JSON.parse(examples.stdout)).toMatchObject({ failed: 0 })
  const whole = inFolder('npx', '@dripline/engine', 'validate', '--full')
  expect(whole.status).toBe(2)
  expect(whole.stderr).toMatch(/^fault: --full .*clone/)
})

test('the examples of the source run on it as JavaScript does, with its declarations at hand', { timeout: 60_000 }, () => {
  const compiler = at('node_modules', 'typescript', 'bin', 'tsc')
  for (const name of ['forecast-one-patient', 'virtual-trial', 'compare-models', 'one-infusion']) {
    writeFileSync(join(folder, `${name}.ts`), readFileSync(at('examples', `${name}.ts`), 'utf8'))
    const words = [compiler, '--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023,dom', `${name}.ts`]
    const compiled = inFolder(process.execPath, ...words)
    expect(compiled.stdout).toBe('')
    const { status, stdout } = inFolder('node', `${name}.js`)
    expect(status).toBe(0)
    expect(stdout).toMatch(/\d/)
  }
})

test('the case file is described in the package, and what it shows works there', () => {
  const page = readFileSync(join(folder, 'node_modules', '@dripline', 'engine', 'case-file.md'), 'utf8')
  const cases = [...page.matchAll(/```json (\w+)\n([\s\S]*?)```/g)].map(([, command = '', input = '']) => ({ command, input }))
  expect(cases.map(({ command }) => command)).toEqual(['simulate', 'simulate', 'fit', 'trial', 'forecast', 'target'])
  for (const { command, input } of cases) {
    const found = spawnSync('npx', ['@dripline/engine', command, '--json'], {
      input,
      cwd: folder,
      env: environment,
      encoding: 'utf8',
    })
    expect({ command, status: found.status }).toEqual({ command, status: 0 })
    expect(JSON.parse(found.stdout)).toMatchObject({ caseFile: 2 })
  }
})

test('the README names every model there is', () => {
  expect(shown.length).toBeGreaterThanOrEqual(7)
  const ids = readdirSync(at('engine', 'src', 'models')).filter((file) => file !== 'index.ts')
  for (const file of ids) expect(readme).toContain(`| \`${file.replace('.ts', '')}\` |`)
})
